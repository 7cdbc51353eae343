import type {
  AccountFlow,
  GateCalendar,
  GateDayQuery,
  GatePersonList,
  MonthClaims,
  MonthClaimsList,
  MovementList,
  MovementQuery,
  PersonClaimsList,
  PersonClaimsQuery,
  WorksiteDetail,
  WorksiteItem,
  WorksiteList,
  WorksiteQuery,
} from '../../contract/endpoints/worksites.ts'
import { claimDifferences } from '../../contract/endpoints/worksites.ts'
import { Refusal } from '../../contract/errors.ts'
import { areaFullName, type Day, earlierOf, type Month } from '../../law/index.ts'
import { findWatchedOn } from '../../monitoring/engine/watched.store.ts'
import type { Tx } from '../../platform/transact.ts'
import { listFlow, listMovements } from './account-flow.store.ts'
import { listMonthClaims, listPersonClaims, type MonthRow } from './claims.store.ts'
import { listGateDays, listGatePeople } from './gate-calendar.store.ts'
import {
  findRegisterFacts,
  listAccounts,
  listDeposits,
  listFeeds,
  listGuarantees,
  listMonths,
  listPauses,
  listUnits,
} from './worksite-facts.store.ts'
import { findWorksiteRow, listWorksites, type WorksiteRow } from './worksite-list.store.ts'

/** 用工点查询 — worksites in the reader's scope with what is open there. */
export async function queryWorksites(tx: Tx, query: WorksiteQuery): Promise<WorksiteList> {
  const { total, rows } = await listWorksites(tx, query, (await findWatchedOn(tx)) ?? tx.today)
  return { total, items: rows.map(presentWorksite) }
}

function presentWorksite(row: WorksiteRow): WorksiteItem {
  return {
    worksiteId: row.worksite_id,
    code: row.code,
    name: row.name,
    kind: row.kind,
    areaCode: row.area_code,
    areaName: areaFullName(row.area_code) ?? row.area_code,
    sector: row.sector,
    contractorName: row.contractor_name,
    people: row.people,
    level: row.level,
    open: { red: row.red, orange: row.orange, yellow: row.yellow, notice: row.notice },
    owedFen: row.owed_fen.toString(),
  }
}

/** 用工点详情 — one worksite; Refusal `worksites.not-found` where the reader's scope has none. */
export async function showWorksite(tx: Tx, worksiteId: string): Promise<WorksiteDetail> {
  const watchedOn = await findWatchedOn(tx)
  const asOf = watchedOn ?? tx.today
  const row = await findWorksiteRow(tx, worksiteId, asOf)
  const facts = await findRegisterFacts(tx, worksiteId)
  if (row === undefined || facts === undefined) {
    throw notFound(worksiteId)
  }
  const { intakeId, sheet, row: sourceRow, ...said } = facts
  return {
    worksite: presentWorksite(row),
    ...said,
    contractFen: fenOrNull(said.contractFen),
    laborCostFen: fenOrNull(said.laborCostFen),
    accounts: await listAccounts(tx, worksiteId),
    deposits: (await listDeposits(tx, worksiteId)).map(withFen),
    guarantees: (await listGuarantees(tx, worksiteId)).map(withFen),
    pauses: await listPauses(tx, worksiteId),
    units: await listUnits(tx, worksiteId, asOf),
    feeds: await listFeeds(tx, worksiteId),
    source: intakeId === null ? null : { intakeId, sheet, row: sourceRow },
    months: await listMonths(tx, worksiteId),
    watchedOn: watchedOn ?? null,
  }
}

function notFound(worksiteId: string): Refusal {
  return new Refusal('worksites.not-found', { worksiteId }, 'not-found')
}

function fenOrNull(fen: bigint | null): string | null {
  return fen === null ? null : fen.toString()
}

function withFen<T extends { readonly amountFen: bigint | null }>(row: T): T & { amountFen: string | null } {
  return { ...row, amountFen: fenOrNull(row.amountFen) }
}

/** The worksite is in the reader's scope, or the answer is that there is none. */
async function checkSeen(tx: Tx, worksiteId: string): Promise<void> {
  if ((await findRegisterFacts(tx, worksiteId)) === undefined) {
    throw notFound(worksiteId)
  }
}

async function feedUntil(tx: Tx, worksiteId: string, feed: string): Promise<Day | null> {
  return (await listFeeds(tx, worksiteId)).find((each) => each.feed === feed)?.coveredUntilOn ?? null
}

/** The day before which dues count as passed: the bank has spoken of it, and the rules have looked at it. */
async function judgedUntil(tx: Tx, bankUntil: Day | null): Promise<Day | null> {
  return bankUntil === null ? null : earlierOf(bankUntil, (await findWatchedOn(tx)) ?? tx.today)
}

/** 各方说法 — by month what gate, sheet, payroll, bank and workers say, and where they disagree. */
export async function showMonthClaims(tx: Tx, worksiteId: string): Promise<MonthClaimsList> {
  await checkSeen(tx, worksiteId)
  const bankUntil = await feedUntil(tx, worksiteId, 'bank')
  const rows = await listMonthClaims(tx, { worksiteId, judgedUntil: await judgedUntil(tx, bankUntil) })
  return { bankUntil, items: rows.map(presentMonth) }
}

function presentMonth(row: MonthRow): MonthClaims {
  const { confirmed, declared, contested, silent } = row
  return {
    month: row.month,
    people: row.people,
    gate: row.gate_people === 0 ? null : { people: row.gate_people, days: row.gate_days },
    sheet:
      row.sheet_people === 0
        ? null
        : { people: row.sheet_people, days: days(row.sheet_days_hundredths) ?? 0 },
    payroll:
      row.payroll_people === 0
        ? null
        : {
            people: row.payroll_people,
            days: days(row.payroll_days_hundredths),
            dueFen: row.due_fen.toString(),
            netFen: row.net_fen.toString(),
          },
    bank:
      row.paid_people === 0 && row.returned_fen === 0n
        ? null
        : {
            people: row.paid_people,
            paidFen: row.paid_fen.toString(),
            returnedFen: row.returned_fen.toString(),
          },
    worker: { confirmed, declared, contested, silent },
    open: { fen: row.open_fen.toString(), people: row.open_people, dueOn: row.due_on },
    differences: claimDifferences.flatMap((code) => {
      const people = row.differences[code]
      return people === 0 ? [] : [{ code, people }]
    }),
  }
}

function days(hundredths: number | null): number | null {
  return hundredths === null ? null : hundredths / 100
}

/** 一人一月 — what each party says of the people of a month. */
export async function queryPersonClaims(
  tx: Tx,
  { worksiteId, month, query }: { worksiteId: string; month: Month; query: PersonClaimsQuery },
): Promise<PersonClaimsList> {
  await checkSeen(tx, worksiteId)
  const until = await judgedUntil(tx, await feedUntil(tx, worksiteId, 'bank'))
  const { total, rows } = await listPersonClaims(tx, { worksiteId, month, query, judgedUntil: until })
  return {
    total,
    items: rows.map(({ sheetHundredths, payrollHundredths, ...row }) => ({
      ...row,
      sheetDays: days(sheetHundredths),
      payrollDays: days(payrollHundredths),
      dueFen: fenOrNull(row.dueFen),
      deductionFen: row.deductionFen.toString(),
      advanceFen: row.advanceFen.toString(),
      netFen: fenOrNull(row.netFen),
      accruedFen: fenOrNull(row.accruedFen),
      paidFen: row.paidFen.toString(),
      returnedFen: row.returnedFen.toString(),
      otherAccountFen: row.otherAccountFen.toString(),
      openFen: row.openFen.toString(),
    })),
  }
}

/** 门禁月历 — whom the gate saw on each day of a month. */
export async function showGateCalendar(tx: Tx, worksiteId: string, month: Month): Promise<GateCalendar> {
  await checkSeen(tx, worksiteId)
  const gateUntil = await feedUntil(tx, worksiteId, 'gate')
  return { gateUntil, days: await listGateDays(tx, worksiteId, month) }
}

/** 门禁人员 — the people of one day at the gates. */
export async function queryGatePeople(
  tx: Tx,
  asked: { worksiteId: string; day: Day; query: GateDayQuery },
): Promise<GatePersonList> {
  await checkSeen(tx, asked.worksiteId)
  const { total, rows } = await listGatePeople(tx, asked)
  return { total, items: rows }
}

/** 专户资金 — the wage account of a month, by day. */
export async function showAccountFlow(tx: Tx, worksiteId: string, month: Month): Promise<AccountFlow> {
  await checkSeen(tx, worksiteId)
  const bankUntil = await feedUntil(tx, worksiteId, 'bank')
  const rows = await listFlow(tx, { worksiteId, month })
  return {
    bankUntil,
    days: rows.map((row) => ({
      day: row.day,
      inFen: row.in_fen.toString(),
      outFen: row.out_fen.toString(),
      laborCostFen: row.labor_cost_fen.toString(),
      payouts: row.payouts,
      payoutFen: row.payout_fen.toString(),
      returnedFen: row.returned_fen.toString(),
      balanceFen: fenOrNull(row.balance_fen),
    })),
  }
}

/** 流水 — the booked movements of a month, each with its source row. */
export async function queryMovements(
  tx: Tx,
  asked: { worksiteId: string; month: Month; query: MovementQuery },
): Promise<MovementList> {
  await checkSeen(tx, asked.worksiteId)
  const { total, rows } = await listMovements(tx, asked)
  return { total, items: rows.map((row) => ({ ...row, amountFen: row.amountFen.toString() })) }
}
