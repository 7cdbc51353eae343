import { addDays, daysInMonth, firstDay, shiftMonth } from '../../law/day.ts'
import type { Cell } from '../../platform/sheets/cell.ts'
import { monthAt } from '../county/frame.ts'
import type { Attendance, County, Site, Worker } from '../county/model.ts'
import { createRandom, type Random } from '../invent/random.ts'
import { type CountyFile, countyFile } from './county-file.ts'
import { monthText, spacedName, writtenId } from './looks.ts'
import { type Column, drawFormat, extension, layTable, writeTables } from './office-table.ts'

interface GridRow {
  readonly worker: Worker
  readonly marks: readonly Cell[]
  readonly hundredths: number
}

const minutesOfDay = 480

/**
 * 考勤表 — of a worksite without gates: a month on a sheet, marked by hand, in the first days of the next
 * month.
 */
export async function* gridFiles({ seed, frame }: County, site: Site): AsyncGenerator<CountyFile> {
  const { facts, lateDays, plan } = site
  if (facts.attendance !== 'grid') {
    return
  }
  const habits = createRandom(`${seed}/grid habits/${facts.code}`)
  const format = drawFormat(habits)
  const marksAbsence = habits.chance(0.5)
  for (const at of frame.months.keys()) {
    const month = monthAt(frame, at)
    const random = createRandom(`${seed}/grid/${facts.code}/${month}`)
    const wait = random.int(0, 2) + (at >= plan.causeFrom ? lateDays : 0)
    const receivedOn = addDays(firstDay(shiftMonth(month, 1)), wait)
    const isSilent = site.silentFrom !== null && receivedOn >= site.silentFrom
    const rows = site.workers.flatMap((worker) => rowOf({ site, worker, at, frame, marksAbsence }) ?? [])
    if (rows.length > 0 && receivedOn <= frame.until && !isSilent) {
      const table = layTable({
        name: '考勤表',
        title: `${monthText(month)}${plan.kind === 'project' ? '农民工' : '员工'}考勤表`,
        above: [
          `${plan.kind === 'project' ? '项目' : '用工点'}名称：${facts.name}`,
          `${plan.kind === 'project' ? '项目' : '用工点'}编码：${facts.code}`,
        ],
        columns: columnsOf(random, daysInMonth(month)),
        items: rows,
        below: [[], [null, '说明：√出勤 半：半天 ×缺勤'], [null, `考勤员：${facts.officer?.name ?? '张'}`]],
      })
      const bytes = await writeTables([table], format)
      const name = `${facts.short}${monthText(month)}考勤表.${extension(format)}`
      yield countyFile(name, { receivedOn, kind: 'attendance-grid', bytes })
    }
  }
}

function columnsOf(random: Random, days: number): readonly Column<GridRow>[] {
  return [
    { title: '序号', cell: (_, index) => index + 1 },
    { title: '姓名', cell: ({ worker }) => spacedName(worker.person) },
    { title: '身份证号', cell: ({ worker }) => writtenId(random, worker.person), isText: true },
    { title: '班组', cell: ({ worker }) => worker.crew },
    ...Array.from({ length: days }, (_, date) => ({
      title: String(date + 1),
      cell: ({ marks }: GridRow) => marks[date] ?? null,
    })),
    { title: '出勤天数', cell: ({ hundredths }) => hundredths / 100 },
  ]
}

interface RowAt {
  readonly site: Site
  readonly worker: Worker
  readonly at: number
  readonly frame: County['frame']
  readonly marksAbsence: boolean
}

function rowOf({ site, worker, at, frame, marksAbsence }: RowAt): GridRow | null {
  const attendance = site.attendance.get(worker)
  const from = frame.monthStarts[at] ?? 0
  const until = frame.monthStarts[at + 1] ?? from
  if (attendance === undefined) {
    return null
  }
  const days = Array.from({ length: until - from }, (_, date) => dayMark(attendance, worker, from + date))
  const hundredths = days.reduce((sum, day) => sum + day.hundredths, 0)
  const absent = marksAbsence ? '×' : null
  const isThere = (date: number) => {
    const day = frame.days[from + date]
    return day !== undefined && day >= worker.enteredOn && (worker.leftOn === null || day <= worker.leftOn)
  }
  const marks = days.map(({ mark }, date) => mark ?? (isThere(date) ? absent : null))
  return hundredths === 0 ? null : { worker, marks, hundredths }
}

/**
 * Who is paid by the hour has the hours of each day on the sheet; the others √, 半, and overtime behind it.
 */
function dayMark(attendance: Attendance, worker: Worker, at: number): { mark: Cell; hundredths: number } {
  const halves = attendance.halves[at] ?? 0
  if (halves === 0) {
    return { mark: null, hundredths: 0 }
  }
  if (worker.rate.kind === 'hour') {
    const minutes = attendance.minutes[at] ?? 0
    return { mark: `${minutes / 60}h`, hundredths: Math.min(100, Math.round((minutes * 100) / minutesOfDay)) }
  }
  const overtime = attendance.overtime[at] ?? 0
  const mark = halves === 1 ? '半' : overtime > 0 ? `√+${overtime}` : '√'
  return { mark, hundredths: halves * 50 }
}
