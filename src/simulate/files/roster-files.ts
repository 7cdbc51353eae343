import { addDays, type Day, laterOf } from '../../law/day.ts'
import { plainYuan } from '../../law/money.ts'
import type { Cell } from '../../platform/sheets/cell.ts'
import type { County, Site, Worker } from '../county/model.ts'
import { createRandom, type Random } from '../invent/random.ts'
import { type CountyFile, countyFile } from './county-file.ts'
import { type DayStyle, dayStyles, spacedName, writtenCard, writtenDay, writtenId } from './looks.ts'
import {
  type Column,
  drawFormat,
  extension,
  layTable,
  type OfficeFormat,
  writeTables,
} from './office-table.ts'

/** 办公习惯 — how the office of a worksite writes its rosters, the same in every month. */
interface Habits {
  readonly format: OfficeFormat
  readonly dayStyle: DayStyle
  readonly idTitle: string
  readonly cardTitle: string
  readonly namesUnit: boolean
  readonly rateForm: 'columns' | 'text'
}

const soonDays = 9
const rateKindTexts = { day: '计日', hour: '计时', month: '月薪', piece: '计件' } as const
const rateUnits = { day: '元/天', hour: '元/小时', month: '元/月', piece: '' } as const

/**
 * 花名册 — all who are there when the worksite comes to be known; then, as they happen, who came and who left.
 */
export async function* rosterFiles({ seed, frame }: County, site: Site): AsyncGenerator<CountyFile> {
  const { facts, workers } = site
  const habits = drawHabits(createRandom(`${seed}/roster habits/${facts.code}`))
  const first = laterOf(frame.from, facts.registeredOn, facts.works?.startsOn ?? frame.from)
  const known = workers.filter(({ enteredOn }) => enteredOn <= first)
  const changes = new Map<Day, Worker[]>([[first, known]])
  const entries = [...new Set(workers.map(({ enteredOn }) => enteredOn))].sort()
  for (const worker of workers) {
    const { enteredOn, leftOn } = worker
    for (const on of [enteredOn, leftOn === null ? null : toldOn(leftOn, entries)]) {
      if (on !== null && on > first && on <= frame.until) {
        changes.set(on, [...(changes.get(on) ?? []), worker])
      }
    }
  }
  for (const [on, people] of changes) {
    if (people.length > 0) {
      yield await rosterFile({ seed, site, habits }, { on, people, isFirst: on === first })
    }
  }
}

/** Who left is told of together with those who come next, if that is soon; else on the day after. */
function toldOn(leftOn: Day, entries: readonly Day[]): Day {
  const next = entries.find((each) => each > leftOn)
  return next !== undefined && next <= addDays(leftOn, soonDays) ? next : addDays(leftOn, 1)
}

function drawHabits(random: Random): Habits {
  return {
    format: drawFormat(random),
    dayStyle: random.pick(dayStyles),
    idTitle: random.pick(['身份证号码', '身份证号', '公民身份号码', '身份证\n号码']),
    cardTitle: random.pick(['银行卡号', '工资卡号', '工资卡账号']),
    namesUnit: random.chance(0.85),
    rateForm: random.chance(0.5) ? 'columns' : 'text',
  }
}

interface Writing {
  readonly seed: string
  readonly site: Site
  readonly habits: Habits
}

interface Change {
  readonly on: Day
  readonly people: readonly Worker[]
  readonly isFirst: boolean
}

async function rosterFile(
  { seed, site, habits }: Writing,
  { on, people, isFirst }: Change,
): Promise<CountyFile> {
  const { facts, plan } = site
  const random = createRandom(`${seed}/roster/${facts.code}/${on}`)
  const isProject = plan.kind === 'project'
  const table = layTable({
    name: '花名册',
    title: isProject ? '农民工花名册' : '员工花名册',
    above: [
      `${isProject ? '项目名称' : '用工点名称'}：${facts.name}`,
      `${isProject ? '项目编码' : '用工点编码'}：${facts.code}`,
    ],
    columns: columnsOf({ random, site, habits, on }),
    items: people,
    below: [[], [null, `制表人：${facts.officer?.name ?? '资料员'}`, null, null, `日期：${on}`]],
  })
  const bytes = await writeTables([table], habits.format)
  const name = `${facts.short}花名册${isFirst ? '' : '（人员变动）'}.${extension(habits.format)}`
  return countyFile(name, { receivedOn: on, kind: 'roster', bytes })
}

interface Columns {
  readonly random: Random
  readonly site: Site
  readonly habits: Habits
  readonly on: Day
}

function columnsOf({ random, site, habits, on }: Columns): readonly Column<Worker>[] {
  const { dayStyle, idTitle, cardTitle } = habits
  const day = (value: Day | null) => writtenDay(value, random.chance(0.03) ? 'words' : dayStyle)
  const leftOn = ({ leftOn: left }: Worker) => (left !== null && left < on ? left : null)
  const isProject = site.plan.kind === 'project'
  return [
    { title: '序号', cell: (_, index) => index + 1 },
    { title: '姓  名', cell: ({ person }) => spacedName(person) },
    { title: '性别', cell: ({ person }) => (person.sex === 'male' ? '男' : '女') },
    { title: '民族', cell: ({ person }) => person.ethnicity },
    { title: idTitle, cell: ({ person }) => writtenId(random, person), isText: true },
    { title: '家庭住址', cell: ({ person }) => person.address },
    { title: '联系电话', cell: ({ person }) => person.phone, isText: true },
    ...(habits.namesUnit || site.facts.subcontractors.length > 1
      ? [{ title: '用人单位', cell: ({ unit }: Worker) => unit.name }]
      : []),
    { title: '班组', cell: ({ crew }) => crew },
    { title: '工种', cell: ({ workType }) => workType },
    ...(site.facts.gates.length > 0 ? [{ title: '考勤号', cell: ({ pin }: Worker) => Number(pin) }] : []),
    { title: isProject ? '进场时间' : '入职日期', cell: ({ enteredOn }) => day(enteredOn) },
    { title: isProject ? '退场时间' : '离职日期', cell: (worker) => day(leftOn(worker)) },
    { title: '劳动合同签订日期', cell: ({ contractOn }) => day(contractOn) },
    ...rateColumns(habits),
    { title: cardTitle, cell: ({ person }) => writtenCard(random, person.bankCard), isText: true },
    { title: '开户行', cell: ({ person }) => person.bankName },
    { title: '备注', cell: () => null },
  ]
}

/** The kind of the rate in a column of its own, or its unit behind the number; pieces never have a unit. */
function rateColumns({ rateForm }: Habits): readonly Column<Worker>[] {
  const number = ({ rate }: Worker): Cell => Number(rate.fen) / 100
  const text = ({ rate }: Worker): Cell =>
    `${plainYuan(rate.fen).replace(/\.00$/, '')}${rateUnits[rate.kind]}`
  const kind: Column<Worker> = { title: '计薪方式', cell: ({ rate }) => rateKindTexts[rate.kind] }
  return [kind, { title: '工资标准', cell: rateForm === 'text' ? text : number }]
}
