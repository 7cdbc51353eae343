import { addDays, type Day, laterOf } from '../../law/day.ts'
import { areaName } from '../../law/identifiers/index.ts'
import { fenOfYuan } from '../../law/money.ts'
import type { InventedCompany, Inventor } from '../invent/index.ts'
import type { CauseId } from './cause-ids.ts'
import type { AccountBank, Deposit, Lack, SiteFacts, WageAccount, Works } from './facts.ts'
import type { Frame, SitePlan } from './model.ts'

/** 造用工点所需 — what all worksites of a county share. */
export interface SiteSetting {
  readonly frame: Frame
  readonly areaCode: string
  readonly banks: readonly AccountBank[]
  /** Names of worksites that are given already. */
  readonly names: Set<string>
}

interface Drawing extends SiteSetting {
  readonly inventor: Inventor
  readonly plan: SitePlan
  readonly lacks: ReadonlySet<Lack>
}

const sectorTexts = { housing: '房屋建筑', transport: '交通', water: '水利' } as const
const establishmentSectors = [
  [/服装|家具|电子/, '制造业'],
  [/餐饮/, '餐饮服务业'],
] as const
const stations = ['城北', '城西', '新城', '高教园', '老城', '江边', '科创园', '南站', '湖滨', '开发区']
const payDates = [12, 15, 15, 18, 20, 25]
const laborCostDays = [20, 22, 25, 28]
/** Causes of which the traces stand in the log of a gate. */
const gateCauses: ReadonlySet<CauseId> = new Set(['device-off', 'ghost-workers', 'late-upload'])

/** 造用工点 — units, contract, account and terms of a worksite. */
export function inventFacts(inventor: Inventor, plan: SitePlan, setting: SiteSetting): SiteFacts {
  const drawing: Drawing = { ...setting, inventor, plan, lacks: drawLacks(inventor, plan) }
  const { kind } = plan
  const works = kind === 'project' ? inventWorks(drawing) : null
  const contractor = inventor.company(kind === 'project' ? 'general-contractor' : kind, '3301')
  const account = inventAccount(drawing, { contractor, works })
  const attendance = drawAttendance(drawing)
  const officer = inventor.person()
  const gateCount = attendance === 'gate-log' ? (plan.size > 70 ? 2 : 1) : 0
  const prefix = `S${String(plan.index + 1).padStart(3, '0')}`
  return {
    ...inventNames(drawing, contractor),
    prefix,
    areaCode: setting.areaCode,
    contractor,
    subcontractors:
      kind === 'project'
        ? Array.from({ length: plan.size > 30 ? 2 : 1 }, () => inventor.company('subcontractor', '3301'))
        : [],
    works,
    account,
    lacks: drawing.lacks,
    payDate: inventor.pick(payDates),
    officer: drawing.lacks.has('officer') ? null : { name: officer.name, phone: officer.phone },
    gates: Array.from({ length: gateCount }, () => inventor.deviceSerial()),
    attendance,
    registeredOn:
      works === null ? setting.frame.from : laterOf(setting.frame.from, addDays(works.signedOn, 4)),
    payerAccount: inventor.accountNumber(),
    subcontractorAccount: inventor.accountNumber(),
    laborBroker: inventor.person(),
  }
}

const lacksOfChoice: readonly Lack[] = [
  'account',
  'deposit',
  'guarantee',
  'contracts',
  'officer',
  'deposit-renewal',
  'agreement',
]

function drawLacks(inventor: Inventor, { cause, kind }: SitePlan): ReadonlySet<Lack> {
  if (cause !== 'missing-institutions' || kind !== 'project') {
    return new Set()
  }
  const lacks = new Set(inventor.shuffle(lacksOfChoice).slice(0, inventor.int(1, 2)))
  if (lacks.has('officer')) {
    lacks.add('notice')
  }
  return lacks
}

function inventNames(
  { inventor, plan, frame, areaCode, names }: Drawing,
  contractor: InventedCompany,
): Pick<SiteFacts, 'name' | 'short' | 'code' | 'sector'> {
  const project = inventor.project(areaCode, addDays(frame.from, -inventor.int(40, 600)))
  const { code } = project
  for (let attempt = 0; attempt < 1000; attempt += 1) {
    const named =
      plan.kind === 'project' ? (attempt === 0 ? project : inventor.project(areaCode, frame.from)) : null
    const name = named === null ? otherName(inventor, plan, contractor) : named.name
    if (!names.has(name)) {
      names.add(name)
      const short = name
        .replace(new RegExp(`^杭州(?:${areaName(areaCode) ?? ''})?`), '')
        .replace('有限公司', '')
      const sector = named === null ? otherSector(plan, contractor) : sectorTexts[named.sector]
      return { name, short, code, sector }
    }
  }
  throw new RangeError('There are no more names for worksites.')
}

function otherName(inventor: Inventor, plan: SitePlan, contractor: InventedCompany): string {
  const place = inventor.pick(stations)
  return plan.kind === 'labor-platform'
    ? `${contractor.name}${place}站点`
    : `${contractor.name}${place}${/餐饮/.test(contractor.name) ? '门店' : '工厂'}`
}

function otherSector({ kind }: SitePlan, { name }: InventedCompany): string {
  if (kind === 'labor-platform') {
    return /出行/.test(name) ? '网约车' : '外卖配送'
  }
  return establishmentSectors.find(([trade]) => trade.test(name))?.[1] ?? '制造业'
}

function inventWorks(drawing: Drawing): Works {
  const { inventor, plan, frame, areaCode, lacks } = drawing
  const startsOn =
    plan.opensAt === null
      ? addDays(frame.from, -inventor.int(60, 500))
      : (frame.days[plan.opensAt] ?? frame.from)
  const signedOn = addDays(startsOn, -inventor.int(45, 70))
  const permitOn = addDays(startsOn, -inventor.int(12, 25))
  const endsOn = laterOf(
    addDays(startsOn, inventor.int(450, 900)),
    addDays(frame.until, inventor.int(90, 400)),
  )
  const contractFen = fenOfYuan(plan.size * inventor.int(120, 260) * 10_000)
  return {
    owner: inventor.company('project-owner', '3301'),
    contractFen,
    signedOn,
    permitOn,
    permitNumber: inventor.permitNumber({ area: areaCode, issuedOn: permitOn }),
    startsOn,
    endsOn,
    deposit: lacks.has('deposit') ? null : inventDeposit(drawing, { permitOn, endsOn, contractFen }),
    guarantee: lacks.has('guarantee')
      ? null
      : {
          fen: contractFen / 10n,
          givenOn: addDays(signedOn, inventor.int(0, 3)),
          expiresOn: addDays(endsOn, 60),
        },
    laborCostDay: inventor.pick(laborCostDays),
    laborCostTerm: inventor.chance(0.6) ? 'sum' : 'share',
    noticeOn: lacks.has('notice') ? null : startsOn,
  }
}

function inventDeposit(
  { inventor, frame, lacks }: Drawing,
  { permitOn, endsOn, contractFen }: Pick<Works, 'permitOn' | 'endsOn' | 'contractFen'>,
): Deposit {
  const amountFen = contractFen / 100n
  const storedOn = addDays(permitOn, inventor.int(3, 16))
  if (lacks.has('deposit-renewal')) {
    const expiresOn = inventor.dayBetween(
      addDays(frame.from, 20),
      laterOf(frame.from, addDays(frame.until, -20)),
    )
    return { form: 'bank-guarantee', amountFen, storedOn, expiresOn }
  }
  const form = inventor.pick(['bank-guarantee', 'bank-guarantee', 'surety-insurance', 'cash'] as const)
  return {
    form,
    amountFen,
    storedOn,
    expiresOn: form === 'cash' ? null : addDays(endsOn, inventor.int(40, 120)),
  }
}

function inventAccount(
  { inventor, banks, frame, lacks }: Drawing,
  { contractor, works }: { contractor: InventedCompany; works: Works | null },
): WageAccount | null {
  const bank = inventor.pickSkewed(banks)
  const number = inventor.accountNumber()
  if (lacks.has('account')) {
    return null
  }
  if (works === null) {
    const openedOn: Day = addDays(frame.from, -inventor.int(200, 900))
    return { number, holder: contractor.name, bank, openedOn, agreementOn: null }
  }
  const openedOn = addDays(works.signedOn, inventor.int(6, 22))
  const agreementOn = lacks.has('agreement') ? null : addDays(openedOn, inventor.int(0, 3))
  return { number, holder: `${contractor.name}农民工工资专用账户`, bank, openedOn, agreementOn }
}

function drawAttendance({ inventor, plan }: Drawing): SiteFacts['attendance'] {
  const draw = inventor.int(1, 100)
  if (plan.kind === 'labor-platform') {
    return draw <= 60 ? 'grid' : 'punch-sheet'
  }
  if (gateCauses.has(plan.cause)) {
    return 'gate-log'
  }
  if (plan.kind === 'establishment') {
    return draw <= 50 ? 'gate-log' : 'grid'
  }
  return draw <= 48 ? 'gate-log' : draw <= 80 ? 'punch-sheet' : 'grid'
}

/** 县内开户银行 — three banks, each with its own way of telling what was booked. */
export function inventBanks(inventor: Inventor, areaCode: string): readonly AccountBank[] {
  const names = new Set<string>()
  while (names.size < 3) {
    names.add(inventor.bank().name)
  }
  const branch = `杭州${areaName(areaCode) ?? ''}支行`
  const forms = [
    { version: '02', tellsDetails: true, sendsNotices: false },
    { version: '08', tellsDetails: true, sendsNotices: true },
    { version: '02', tellsDetails: false, sendsNotices: false },
  ] as const
  return [...names].map((name, at) => ({ name: `${name}${branch}`, ...(forms[at] ?? forms[0]) }))
}
