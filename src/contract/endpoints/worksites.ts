import { type Static, Type } from 'typebox'

import { Level, LevelCounts } from './levels.ts'
import { orNull } from './or-null.ts'

const Text = Type.String()
const Fen = Type.String({ pattern: '^-?\\d+$' })
const Month = Type.String({ pattern: '^\\d{4}-(0[1-9]|1[0-2])$' })
const Count = Type.Integer({ minimum: 0 })
const paging = {
  page: Type.Optional(Type.Integer({ minimum: 1, maximum: 100_000 })),
  pageSize: Type.Optional(Type.Integer({ minimum: 1, maximum: 200 })),
}

export const worksiteKinds = ['project', 'establishment', 'labor-platform'] as const
export type WorksiteKind = (typeof worksiteKinds)[number]
const Kind = Type.Enum([...worksiteKinds])

export const worksiteSorts = ['level', 'owed', 'name'] as const

/** 用工点查询 — filters and order of the list; `clear` are those without any open finding. */
export const WorksiteQuery = Type.Object({
  /** Part of the name or its pinyin, of the contractor's name, or the code. */
  text: Type.Optional(Type.String({ maxLength: 100 })),
  kind: Type.Optional(Kind),
  /** The gravest open finding has this level. */
  level: Type.Optional(Type.Union([Level, Type.Literal('clear')])),
  sort: Type.Optional(Type.Enum([...worksiteSorts])),
  ...paging,
})
export type WorksiteQuery = Static<typeof WorksiteQuery>

/** 用工点 — one worksite as lists show it; sums are fen as text. */
export const WorksiteItem = Type.Object({
  worksiteId: Text,
  code: Text,
  name: Text,
  kind: Kind,
  areaCode: Text,
  areaName: Text,
  sector: Text,
  contractorName: Text,
  /** 在场人员 — people who have not left. */
  people: Count,
  /** 最高等级 — of its open findings; null without any. */
  level: orNull(Level),
  open: LevelCounts,
  /** 查明欠薪 — what its open findings of unpaid wages come to. */
  owedFen: Fen,
})
export type WorksiteItem = Static<typeof WorksiteItem>

export const WorksiteList = Type.Object({ total: Count, items: Type.Array(WorksiteItem) })
export type WorksiteList = Static<typeof WorksiteList>

export const WorksiteId = Type.Object({ worksiteId: Type.String({ format: 'uuid' }) })
export const WorksiteMonth = Type.Object({ ...WorksiteId.properties, month: Month })
export const WorksiteDay = Type.Object({
  ...WorksiteId.properties,
  day: Type.String({ format: 'date' }),
})

const DayOrNull = orNull(Text)
const Account = Type.Object({
  bankName: Text,
  numberTail: Text,
  openedOn: DayOrNull,
  agreementOn: DayOrNull,
  closedOn: DayOrNull,
})
const Deposit = Type.Object({ form: Text, amountFen: orNull(Fen), storedOn: DayOrNull, expiresOn: DayOrNull })
const Guarantee = Type.Object({ amountFen: orNull(Fen), givenOn: DayOrNull, expiresOn: DayOrNull })
const Pause = Type.Object({ from: Text, until: Text, reason: Text })
const Unit = Type.Object({ unitId: Text, name: Text, role: Text, people: Count })
const Feed = Type.Object({ feed: Text, receivedOn: Text, coveredUntilOn: Text })

/** 用工点详情 — what the register and the feeds say of one worksite. */
export const WorksiteDetail = Type.Object({
  worksite: WorksiteItem,
  ownerName: Text,
  contractFen: orNull(Fen),
  contractSignedOn: DayOrNull,
  permitOn: DayOrNull,
  startsOn: DayOrNull,
  endsOn: DayOrNull,
  completedOn: DayOrNull,
  payDay: orNull(Type.Integer()),
  payMonthOffset: Type.Integer(),
  laborCostFen: orNull(Fen),
  laborCostPayDay: orNull(Type.Integer()),
  laborCostCycleMonths: orNull(Type.Integer()),
  laborOfficerName: Text,
  laborOfficerPhoneTail: Text,
  rightsNoticeOn: DayOrNull,
  accounts: Type.Array(Account),
  deposits: Type.Array(Deposit),
  guarantees: Type.Array(Guarantee),
  pauses: Type.Array(Pause),
  units: Type.Array(Unit),
  feeds: Type.Array(Feed),
  /** 登记来源 — the register row that was taken last; null for one entered by hand. */
  source: orNull(Type.Object({ intakeId: Text, sheet: Text, row: Type.Integer() })),
  /** 有数据的月份 — with wages, attendance or account movements, the latest first. */
  months: Type.Array(Text),
  watchedOn: DayOrNull,
})
export type WorksiteDetail = Static<typeof WorksiteDetail>

/**
 * 说法不一 — the ways in which the parties' claims of one person's month disagree. The bank is held to what a
 * payroll says only once it has spoken of the pay day.
 */
export const claimDifferences = [
  'gate-without-payroll', // 有考勤、工资表上没有
  'payroll-without-gate', // 工资表上有、闸机没见过
  'days-differ', // 天数不一
  'due-below-accrued', // 应发明显少于考勤乘工资标准
  'paid-below-net', // 银行付的比工资表少
  'paid-above-net', // 银行付的比工资表多
  'other-account', // 付到他人账户
  'contested', // 本人有异议
] as const
export type ClaimDifference = (typeof claimDifferences)[number]
const Difference = Type.Enum([...claimDifferences])

/** 各方说法 — what each party claims of a month at a worksite; null where a party has said nothing. */
export const MonthClaims = Type.Object({
  month: Text,
  people: Count,
  gate: orNull(Type.Object({ people: Count, days: Type.Number() })),
  sheet: orNull(Type.Object({ people: Count, days: Type.Number() })),
  payroll: orNull(Type.Object({ people: Count, days: orNull(Type.Number()), dueFen: Fen, netFen: Fen })),
  bank: orNull(Type.Object({ people: Count, paidFen: Fen, returnedFen: Fen })),
  /** 本人 — people by what they said, or are said to have signed. */
  worker: Type.Object({ confirmed: Count, declared: Count, contested: Count, silent: Count }),
  /** 到期未付 — dues whose day has passed and of whose day the bank has spoken. */
  open: Type.Object({ fen: Fen, people: Count, dueOn: DayOrNull }),
  differences: Type.Array(Type.Object({ code: Difference, people: Count })),
})
export type MonthClaims = Static<typeof MonthClaims>

export const MonthClaimsList = Type.Object({
  /** 银行数据截至 — the last day of which the bank has spoken; null where it never did. */
  bankUntil: DayOrNull,
  items: Type.Array(MonthClaims),
})
export type MonthClaimsList = Static<typeof MonthClaimsList>

export const PersonClaimsQuery = Type.Object({
  /** Part of the name or its pinyin, or the last digits of the ID number. */
  text: Type.Optional(Type.String({ maxLength: 50 })),
  differs: Type.Optional(Type.Union([Difference, Type.Literal('any')])),
  ...paging,
})
export type PersonClaimsQuery = Static<typeof PersonClaimsQuery>

/** 一人一月 — what each party claims of a person's month; the ID number by its tail only. */
export const PersonClaims = Type.Object({
  personId: Text,
  name: Text,
  idTail: Text,
  /** 用人单位 — all that the parties name, where they name several. */
  unitName: Text,
  crewName: Text,
  workType: Text,
  enrolled: Type.Boolean(),
  gateDays: Count,
  sheetDays: orNull(Type.Number()),
  payrollLines: Count,
  payrollDays: orNull(Type.Number()),
  dueFen: orNull(Fen),
  deductionFen: Fen,
  advanceFen: Fen,
  netFen: orNull(Fen),
  /** 应计 — attendance times the agreed rate; null where no rate is known. */
  accruedFen: orNull(Fen),
  paidFen: Fen,
  returnedFen: Fen,
  otherAccountFen: Fen,
  lastPaidOn: DayOrNull,
  dueOn: DayOrNull,
  openFen: Fen,
  confirmation: Text,
  differences: Type.Array(Difference),
})
export type PersonClaims = Static<typeof PersonClaims>

export const PersonClaimsList = Type.Object({ total: Count, items: Type.Array(PersonClaims) })
export type PersonClaimsList = Static<typeof PersonClaimsList>

/** 门禁日 — a day at the gates: people seen, and of them those with a passage missing. */
export const GateDay = Type.Object({
  day: Text,
  people: Count,
  missing: Count,
  /** 停工 — the reason of a confirmed pause on this day. */
  pause: orNull(Text),
})
export type GateDay = Static<typeof GateDay>

/** 门禁月历 — every day of a month, and until when the gate has spoken. */
export const GateCalendar = Type.Object({ gateUntil: DayOrNull, days: Type.Array(GateDay) })
export type GateCalendar = Static<typeof GateCalendar>

export const GateDayQuery = Type.Object({
  missing: Type.Optional(Type.Boolean()),
  ...paging,
})
export type GateDayQuery = Static<typeof GateDayQuery>

/** 门禁人员 — somebody whom the gate saw on a day; times are China time, HH:mm. */
export const GatePerson = Type.Object({
  personId: Text,
  name: Text,
  idTail: Text,
  unitName: Text,
  firstAt: Text,
  lastAt: Text,
  minutes: Count,
  punches: Count,
  missingIn: Type.Boolean(),
  missingOut: Type.Boolean(),
})
export type GatePerson = Static<typeof GatePerson>

export const GatePersonList = Type.Object({ total: Count, items: Type.Array(GatePerson) })
export type GatePersonList = Static<typeof GatePersonList>

/** 资金日 — a day of the wage account, by what the bank's messages say. */
export const FlowDay = Type.Object({
  day: Text,
  /** 流水 — booked in and out by the statements. */
  inFen: Fen,
  outFen: Fen,
  /** 拨付 — labor cost that came in. */
  laborCostFen: Fen,
  /** 代发 — payouts told by statements or results, each once. */
  payouts: Count,
  payoutFen: Fen,
  returnedFen: Fen,
  /** 余额 — the bank's own closing balance where it says one. */
  balanceFen: orNull(Fen),
})
export type FlowDay = Static<typeof FlowDay>

/** 专户资金 — the days of a month on which anything moved. */
export const AccountFlow = Type.Object({ bankUntil: DayOrNull, days: Type.Array(FlowDay) })
export type AccountFlow = Static<typeof AccountFlow>

export const MovementQuery = Type.Object(paging)
export type MovementQuery = Static<typeof MovementQuery>

/** 流水 — one booked movement with the row of the statement that told it. */
export const Movement = Type.Object({
  movementId: Text,
  bookedOn: Text,
  direction: Type.Enum(['credit', 'debit']),
  kind: Text,
  amountFen: Fen,
  counterpartyName: Text,
  counterpartyTail: Text,
  bankReference: Text,
  intakeId: Text,
  sheet: Text,
  row: Type.Integer(),
})
export type Movement = Static<typeof Movement>

export const MovementList = Type.Object({ total: Count, items: Type.Array(Movement) })
export type MovementList = Static<typeof MovementList>
