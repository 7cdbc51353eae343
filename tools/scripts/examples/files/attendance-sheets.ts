import { type Day, day, daysInMonth, firstDay, type Month, weekday, yearOf } from '../../../../src/law/day.ts'
import type { Inventor } from '../../../../src/simulate/invent/index.ts'
import { gateMonths, months, type Punch, type WorkedDay } from '../attendance.ts'
import { type Sheet, type Written, writeBook } from '../book.ts'
import { fullWidth, monthText, spacedName } from '../looks.ts'
import type { Worker } from '../workers.ts'
import type { SiteStory } from '../world.ts'
import { type MadeFile, madeFile } from './made-file.ts'
import { type Column, planTable } from './sheet-plan.ts'

const receivedIn: Readonly<Record<string, Day>> = {
  '2026-03': day('2026-04-02'),
  '2026-04': day('2026-05-06'),
  '2026-05': day('2026-05-20'),
}

function receivedOn(of: Month): Day {
  return receivedIn[of] ?? firstDay(of)
}

interface GridRow {
  readonly worker: Worker
  readonly byDate: ReadonlyMap<number, WorkedDay>
}

const numberOf = (month: Month) => Number(month.slice(5))

/** 月考勤表 — a column a day with marks; the weekday stands under the date at the factory. */
export async function monthGrids(inventor: Inventor, story: SiteStory): Promise<MadeFile[]> {
  const files: MadeFile[] = []
  for (const of of months) {
    const sheet =
      story.site.works === null ? factoryGrid(inventor, story, of) : worksGrid(inventor, story, of)
    files.push(
      madeFile({
        kind: 'attendance-grid',
        receivedOn: receivedOn(of),
        name: `${story.site.short}${numberOf(of)}月考勤表.xlsx`,
        bytes: await writeBook([sheet], receivedOn(of)),
      }),
    )
  }
  return files
}

function gridRows({ workers, days }: SiteStory, of: Month): GridRow[] {
  return workers.map((worker) => {
    const own = days.filter((each) => each.worker === worker && each.day.startsWith(of))
    return { worker, byDate: new Map(own.map((each) => [Number(each.day.slice(8)), each])) }
  })
}

function dayColumns(
  of: Month,
  mark: (row: GridRow, date: number) => Written,
  weekdays: boolean,
): Column<GridRow>[] {
  return Array.from({ length: daysInMonth(of) }, (_, at) => {
    const date = at + 1
    const of7 = weekday(day(`${of}-${String(date).padStart(2, '0')}`))
    const title = weekdays ? ('一二三四五六日'[of7 - 1] ?? '') : String(date)
    return {
      title,
      ...(weekdays ? { group: String(date) } : {}),
      cell: (row: GridRow) => mark(row, date),
      width: 4,
    }
  })
}

/** Marks of the factory: √, √+2 with overtime, 休 on days off. */
function factoryGrid(_: Inventor, story: SiteStory, of: Month): Sheet {
  const mark = ({ byDate }: GridRow, date: number): Written => {
    const worked = byDate.get(date)
    return worked === undefined ? '休' : worked.overtimeHours > 0 ? `√+${worked.overtimeHours}` : '√'
  }
  const overtime = ({ byDate }: GridRow) =>
    [...byDate.values()].reduce((sum, each) => sum + each.overtimeHours, 0)
  return planTable<GridRow>({
    name: `${numberOf(of)}月`,
    title: `${monthText(of)}员工考勤表`,
    above: [
      [`用工点名称：${story.site.name}`, `用人单位：${story.site.contractor.name}`, `编号：HL-KQ-${of}`],
    ],
    columns: [
      { title: '序号', cell: (_row, index) => index + 1, width: 6 },
      { title: '姓名', cell: ({ worker }) => worker.person.name },
      { title: '身份证号', cell: ({ worker }) => ({ text: worker.person.idNumber }), width: 20 },
      { title: '班组', cell: ({ worker }) => worker.crew, merged: true },
      ...dayColumns(of, mark, true),
      { title: '出勤天数', cell: ({ byDate }) => byDate.size },
      { title: '加班小时', cell: overtime },
    ],
    items: gridRows(story, of),
    below: [[], ['图例：√出勤 休休息'], ['考勤员：', null, null, null, '部门负责人：']],
  }).sheet
}

/** Marks of the river works: 1 and 0.5 in March, √ and 半 in April by another hand; a line of totals. */
function worksGrid(inventor: Inventor, story: SiteStory, of: Month): Sheet {
  const asNumbers = of === months[0]
  const absent = asNumbers ? null : '×'
  const mark = ({ byDate }: GridRow, date: number): Written => {
    const worked = byDate.get(date)
    return worked === undefined
      ? absent
      : worked.hundredths === 50
        ? asNumbers
          ? 0.5
          : '半'
        : asNumbers
          ? 1
          : '√'
  }
  const total = ({ byDate }: GridRow) =>
    [...byDate.values()].reduce((sum, each) => sum + each.hundredths, 0) / 100
  const rows = gridRows(story, of)
  const days = daysInMonth(of)
  const all = rows.reduce((sum, row) => sum + total(row), 0)
  const plan = planTable<GridRow>({
    name: `${yearOf(of)}.${numberOf(of)}`,
    title: `${story.site.name}${monthText(of)}农民工考勤表`,
    above: [[`编制单位：${story.workers[0]?.unit.name ?? ''}`, `表号：QS-KQ-${of}`]],
    columns: [
      { title: '序号', cell: (_, index) => index + 1, width: 6 },
      { title: '班组', cell: ({ worker }) => worker.crew, merged: true },
      { title: '姓  名', cell: ({ worker }) => spacedName(worker) },
      ...dayColumns(of, mark, false),
      {
        title: '合计\n（工日）',
        cell: (row) => (inventor.chance(0.1) ? fullWidth(String(total(row))) : total(row)),
      },
      { title: '本人签字', cell: ({ worker }) => worker.person.name },
    ],
    items: rows,
    below: [
      [null, null, '合计', ...Array<null>(days).fill(null), all],
      [],
      ['记工员：', null, null, null, '施工员：'],
    ],
  })
  return plan.sheet
}

/** 打卡表 — the export of a gate that belongs to somebody else: in March a row a punch, then a row a day. */
export async function punchSheets(inventor: Inventor, story: SiteStory): Promise<MadeFile[]> {
  const files: MadeFile[] = []
  for (const of of gateMonths) {
    files.push(of === months[0] ? await singlePunches(inventor, story, of) : await dailyPunches(story, of))
  }
  return files
}

function punchesIn({ punches }: SiteStory, of: Month): readonly Punch[] {
  return punches
    .filter(({ at }) => at.startsWith(of))
    .toSorted((one, other) => (one.at < other.at ? -1 : one.at > other.at ? 1 : 0))
}

async function singlePunches(inventor: Inventor, story: SiteStory, of: Month): Promise<MadeFile> {
  const time = ({ at }: Punch) => {
    const draw = inventor.int(1, 60)
    return draw === 1 ? fullWidth(at) : draw === 2 ? at.replaceAll('-', '/') : at
  }
  const { sheet } = planTable<Punch>({
    name: '通行记录',
    title: '人员通行记录',
    above: [[`项目名称：${story.site.name}`, `导出时间：${receivedOn(of)} 09:12:40`]],
    columns: [
      { title: '序号', cell: (_, index) => index + 1, width: 6 },
      { title: '工人姓名', cell: ({ worker }) => worker.person.name },
      { title: '工人身份证', cell: ({ worker }) => ({ text: worker.person.idNumber }), width: 20 },
      { title: '考勤时间', cell: time, width: 20 },
      { title: '进出方向', cell: ({ way }) => (way === 'in' ? '进' : '出') },
      { title: '通道名称', cell: () => '1号门' },
    ],
    items: punchesIn(story, of),
  })
  return madeFile({
    kind: 'attendance-punches',
    receivedOn: receivedOn(of),
    name: `${story.site.short}通行记录${of}.xlsx`,
    bytes: await writeBook([sheet], receivedOn(of)),
  })
}

const badTime = 'cell.time-unreadable'

interface DayRow {
  readonly worker: Worker
  readonly on: Day
  readonly came: string | null
  readonly went: string | null
}

/** April's last row is one that was typed a second time, with a time that cannot be. */
async function dailyPunches(story: SiteStory, of: Month): Promise<MadeFile> {
  const rows = dayRows(punchesIn(story, of))
  const again = of === months[1] ? rows[10] : undefined
  const items = again === undefined ? rows : [...rows, { ...again, came: '25:71' }]
  const { sheet, places } = planTable<DayRow>({
    name: `${numberOf(of)}月打卡明细`,
    title: '打卡明细表',
    above: [[`项目：${story.site.name}`]],
    columns: [
      { title: '姓名', cell: ({ worker }) => worker.person.name },
      { title: '身份证号码', cell: ({ worker }) => ({ text: worker.person.idNumber }), width: 20 },
      { title: '班组', cell: ({ worker }) => worker.crew },
      { title: '考勤日期', cell: ({ on }) => ({ day: on }), width: 12 },
      { title: '上班时间', cell: ({ came }) => came },
      { title: '下班时间', cell: ({ went }) => went },
    ],
    items,
  })
  return madeFile({
    kind: 'attendance-punches',
    receivedOn: receivedOn(of),
    name: `${story.site.short}打卡明细${of}.xlsx`,
    bytes: await writeBook([sheet], receivedOn(of)),
    refused: again === undefined ? [] : [{ sheet: sheet.name, row: places.at(-1) ?? 0, code: badTime }],
  })
}

/** First arrival and last departure of a person's day, the seconds dropped. */
function dayRows(punches: readonly Punch[]): DayRow[] {
  const rows = new Map<string, DayRow>()
  for (const { worker, at, way } of punches) {
    const [on = '', clock = ''] = at.split(' ')
    const key = `${on} ${worker.number}`
    const row = rows.get(key) ?? { worker, on: day(on), came: null, went: null }
    const time = clock.slice(0, 5)
    rows.set(key, way === 'in' ? { ...row, came: row.came ?? time } : { ...row, went: time })
  }
  return [...rows.values()]
}
