import { sql } from 'kysely'

import type { Day } from '../../law/index.ts'
import { scopeOf } from '../../platform/scope.ts'
import type { Tx } from '../../platform/transact.ts'
import { worksiteScope } from './worksites.store.ts'

/** 登记事项 — what the register says of a worksite beyond what a list shows. */
export interface RegisterFacts {
  readonly ownerName: string
  readonly contractFen: bigint | null
  readonly contractSignedOn: Day | null
  readonly permitOn: Day | null
  readonly startsOn: Day | null
  readonly endsOn: Day | null
  readonly completedOn: Day | null
  readonly payDay: number | null
  readonly payMonthOffset: number
  readonly laborCostFen: bigint | null
  readonly laborCostPayDay: number | null
  readonly laborCostCycleMonths: number | null
  readonly laborOfficerName: string
  readonly laborOfficerPhoneTail: string
  readonly rightsNoticeOn: Day | null
  readonly intakeId: string | null
  readonly sheet: string
  readonly row: number
}

/** 找登记事项 — undefined where the worksite is not in the actor's scope. */
export async function findRegisterFacts(tx: Tx, worksiteId: string): Promise<RegisterFacts | undefined> {
  const { rows } = await sql<RegisterFacts>`
    select coalesce(o.name, '') as "ownerName", w.contract_fen as "contractFen",
           w.contract_signed_on as "contractSignedOn", w.permit_on as "permitOn", w.starts_on as "startsOn",
           w.ends_on as "endsOn", w.completed_on as "completedOn", w.pay_day as "payDay",
           w.pay_month_offset as "payMonthOffset", w.labor_cost_fen as "laborCostFen",
           w.labor_cost_pay_day as "laborCostPayDay", w.labor_cost_cycle_months as "laborCostCycleMonths",
           w.labor_officer_name as "laborOfficerName", w.labor_officer_phone_tail as "laborOfficerPhoneTail",
           w.rights_notice_on as "rightsNoticeOn", w.intake_id as "intakeId", w.source_sheet as sheet,
           w.source_row as row
      from worksite w left join organization o on o.organization_id = w.project_owner_id
     where w.worksite_id = ${worksiteId}::uuid and ${scopeOf(tx, 'w', worksiteScope)}`.execute(tx.k)
  return rows[0]
}

export interface AccountRow {
  readonly bankName: string
  readonly numberTail: string
  readonly openedOn: Day | null
  readonly agreementOn: Day | null
  readonly closedOn: Day | null
}

/** 专户 — the wage accounts of a worksite as they stand, by the tail of their number. */
export async function listAccounts(tx: Tx, worksiteId: string): Promise<AccountRow[]> {
  const scope = scopeOf(tx, 'a', [...worksiteScope, 'account_bank_id'])
  const { rows } = await sql<AccountRow>`
    select a.bank_name as "bankName", a.number_tail as "numberTail", a.opened_on as "openedOn",
           a.agreement_on as "agreementOn", a.closed_on as "closedOn"
      from wage_account a
     where a.worksite_id = ${worksiteId}::uuid and a.current and ${scope}
     order by a.opened_on desc nulls last, a.account_id limit 20`.execute(tx.k)
  return rows
}

export interface DepositRow {
  readonly form: string
  readonly amountFen: bigint | null
  readonly storedOn: Day | null
  readonly expiresOn: Day | null
}

/** 工资保证金 — as they stand. */
export async function listDeposits(tx: Tx, worksiteId: string): Promise<DepositRow[]> {
  const { rows } = await sql<DepositRow>`
    select d.form, d.amount_fen as "amountFen", d.stored_on as "storedOn", d.expires_on as "expiresOn"
      from wage_deposit d
     where d.worksite_id = ${worksiteId}::uuid and d.current and ${scopeOf(tx, 'd')}
     order by d.stored_on desc nulls last, d.deposit_id limit 20`.execute(tx.k)
  return rows
}

export interface GuaranteeRow {
  readonly amountFen: bigint | null
  readonly givenOn: Day | null
  readonly expiresOn: Day | null
}

/** 工程款支付担保 — as they stand. */
export async function listGuarantees(tx: Tx, worksiteId: string): Promise<GuaranteeRow[]> {
  const { rows } = await sql<GuaranteeRow>`
    select g.amount_fen as "amountFen", g.given_on as "givenOn", g.expires_on as "expiresOn"
      from payment_guarantee g
     where g.worksite_id = ${worksiteId}::uuid and g.current and ${scopeOf(tx, 'g', worksiteScope)}
     order by g.given_on desc nulls last, g.guarantee_id limit 20`.execute(tx.k)
  return rows
}

export interface PauseRow {
  readonly from: Day
  readonly until: Day
  readonly reason: string
}

/** 停工确认 — confirmed pauses, the latest first. */
export async function listPauses(tx: Tx, worksiteId: string): Promise<PauseRow[]> {
  const { rows } = await sql<PauseRow>`
    select p.from_on as "from", p.until_on as "until", p.reason from worksite_pause p
     where p.worksite_id = ${worksiteId}::uuid and p.current and ${scopeOf(tx, 'p')}
     order by p.from_on desc, p.pause_id limit 50`.execute(tx.k)
  return rows
}

export interface UnitRow {
  readonly unitId: string
  readonly name: string
  readonly role: string
  readonly people: number
}

/** 用工单位 — the units that employ people at a worksite, with those who have not left by a day. */
export async function listUnits(tx: Tx, worksiteId: string, asOf: Day): Promise<UnitRow[]> {
  const { rows } = await sql<UnitRow>`
    select u.employing_unit_id as "unitId", coalesce(o.name, '') as name, u.role,
           (select count(*) from worksite_person p
             where p.worksite_id = u.worksite_id and p.employing_unit_id = u.employing_unit_id
               and (p.left_on is null or p.left_on > ${asOf}::date))::int as people
      from worksite_unit u left join organization o on o.organization_id = u.employing_unit_id
     where u.worksite_id = ${worksiteId}::uuid
       and ${scopeOf(tx, 'u', ['area_code', 'sector', 'general_contractor_id', 'employing_unit_id'])}
     order by people desc, o.name, u.employing_unit_id limit 100`.execute(tx.k)
  return rows
}

export interface FeedRow {
  readonly feed: string
  readonly receivedOn: Day
  readonly coveredUntilOn: Day
}

/** 数据到达 — when each feed was heard last, and the last day of which it has spoken; withdrawn messages apart. */
export async function listFeeds(tx: Tx, worksiteId: string): Promise<FeedRow[]> {
  const { rows } = await sql<FeedRow>`
    select r.feed, max(r.received_on) as "receivedOn", max(r.covered_until_on) as "coveredUntilOn"
      from feed_receipt r
     where r.worksite_id = ${worksiteId}::uuid and ${scopeOf(tx, 'r')}
       and not exists (select from claim_withdrawal c
                        where c.worksite_id = r.worksite_id and c.intake_id = r.intake_id)
     group by r.feed order by r.feed`.execute(tx.k)
  return rows
}

/** 有数据的月份 — months with wages or attendance, or with movements of the account, the latest first. */
export async function listMonths(tx: Tx, worksiteId: string): Promise<string[]> {
  const { rows } = await sql<{ month: string }>`
    select to_char(t.month, 'YYYY-MM') as month
      from (select m.month from wage_month m
             where m.worksite_id = ${worksiteId}::uuid and ${scopeOf(tx, 'm')}
             union
            select date_trunc('month', v.booked_on)::date from account_movement v
             where v.worksite_id = ${worksiteId}::uuid and ${scopeOf(tx, 'v')}) t
     order by t.month desc limit 60`.execute(tx.k)
  return rows.map(({ month }) => month)
}
