import { sql } from 'kysely'

import { newId } from '../../platform/ids.ts'
import { scopeOf } from '../../platform/scope.ts'
import type { Tx } from '../../platform/transact.ts'
import { aliasCode } from './names.ts'
import type { ClaimedFields } from './register.record.ts'
import { worksiteScope } from './worksites.store.ts'

/** 归属 — the columns that every fact of a worksite carries. */
export interface Belonging {
  readonly worksiteId: string
  readonly areaCode: string
  readonly sector: string
  readonly projectOwnerId: string | null
  readonly generalContractorId: string
}

/** 登记来源 — the row of a message that claims something of a worksite. */
export interface RegisterSource {
  readonly intakeId: string
  readonly sheet: string
  readonly row: number
  readonly receivedOn: string
}

/** 已登记用工点 — what stands of a worksite, by column. */
export interface Registered {
  readonly worksiteId: string
  readonly standing: Readonly<Record<string, unknown>>
  readonly phoneSealed: Buffer | null
}

/**
 * 查已登记用工点 — of these codes, by code as `aliasCode` leaves it; `null` for one that is out of the actor's
 * scope.
 */
export async function findRegistered(
  tx: Tx,
  codes: readonly string[],
): Promise<ReadonlyMap<string, Registered | null>> {
  const { rows } = await sql<{ code: string; worksiteId: string | null } & Omit<Registered, 'worksiteId'>>`
    select a.code, w.worksite_id as "worksiteId", to_jsonb(w) - 'labor_officer_phone_sealed' as standing,
           w.labor_officer_phone_sealed as "phoneSealed"
      from alias a
      left join worksite w on w.worksite_id = a.worksite_id
                          and ${scopeOf(tx, 'w', worksiteScope)}
     where a.scheme = 'worksite-code' and a.code = any(${codes.map(aliasCode)}::text[])`.execute(tx.k)
  return new Map(
    rows.map(({ code, worksiteId, ...rest }) => [code, worksiteId === null ? null : { worksiteId, ...rest }]),
  )
}

/** 新增用工点 — under its code; its other fields come with `foldWorksites`. */
export async function addWorksite(tx: Tx, fields: ClaimedFields, source: RegisterSource): Promise<string> {
  const id = newId()
  await sql`insert into worksite (worksite_id, kind, code, name, name_pinyin, area_code, sector,
      general_contractor_id, version, intake_id, received_on)
    select ${id}::uuid, f.kind, f.code, f.name, f.name_pinyin, f.area_code, f.sector,
           f.general_contractor_id, 0, ${source.intakeId}::uuid, ${source.receivedOn}::date
      from jsonb_populate_record(null::worksite, ${JSON.stringify(fields)}::jsonb) f`.execute(tx.k)
  await sql`insert into alias (scheme, code, target_id, worksite_id)
    values ('worksite-code', ${aliasCode(String(fields['code']))}, ${id}::uuid, ${id}::uuid)`.execute(tx.k)
  return id
}

/** 新增登记版本 — the row as claimed, after the versions that stand. */
export async function addVersion(
  tx: Tx,
  belonging: Belonging,
  { fields, source }: { fields: ClaimedFields; source: RegisterSource },
): Promise<void> {
  await sql`insert into worksite_version (worksite_id, version, area_code, sector, project_owner_id,
      general_contractor_id, fields, intake_id, source_sheet, source_row, received_on)
    select ${belonging.worksiteId}::uuid, coalesce(max(v.version), 0) + 1, ${belonging.areaCode},
           ${belonging.sector}, ${belonging.projectOwnerId}::uuid, ${belonging.generalContractorId}::uuid,
           ${JSON.stringify(fields)}::jsonb, ${source.intakeId}::uuid, ${source.sheet}, ${source.row},
           ${source.receivedOn}::date
      from worksite_version v where v.worksite_id = ${belonging.worksiteId}::uuid`.execute(tx.k)
}

/**
 * 归集用工点 — brings worksites to what their versions come to: of each field the newest word by day of receipt,
 * then order of intake. A version that leaves a field blank erases nothing; withdrawn ones do not count. One
 * without any version left stays as it is, since facts stand on it.
 */
export async function foldWorksites(tx: Tx, worksiteIds: readonly string[]): Promise<void> {
  await sql`with standing as (
      select v.*, row_number() over (partition by v.worksite_id
               order by v.received_on desc, v.intake_id desc, v.version desc) as place
        from worksite_version v
       where v.worksite_id = any(${worksiteIds}::uuid[])
         and not exists (select from claim_withdrawal gone
                          where gone.worksite_id = v.worksite_id and gone.intake_id = v.intake_id)),
    word as (
      select distinct on (s.worksite_id, said.key) s.worksite_id, said.key, said.value
        from standing s cross join jsonb_each(s.fields) said
       order by s.worksite_id, said.key, s.place),
    merged as (
      select worksite_id, jsonb_object_agg(key, value) as fields from word group by worksite_id)
    update worksite w set
      kind = f.kind, code = f.code, name = f.name, name_pinyin = f.name_pinyin, area_code = f.area_code,
      sector = f.sector, project_owner_id = f.project_owner_id,
      general_contractor_id = f.general_contractor_id,
      regulator = coalesce(f.regulator, ''), contract_fen = f.contract_fen,
      contract_signed_on = f.contract_signed_on, permit_on = f.permit_on,
      permit_number = coalesce(f.permit_number, ''), starts_on = f.starts_on, ends_on = f.ends_on,
      completed_on = f.completed_on, labor_cost_cycle_months = f.labor_cost_cycle_months,
      labor_cost_pay_day = f.labor_cost_pay_day, labor_cost_fen = f.labor_cost_fen,
      labor_cost_share_hundredths = f.labor_cost_share_hundredths, pay_day = f.pay_day,
      pay_month_offset = coalesce(f.pay_month_offset, 1), rights_notice_on = f.rights_notice_on,
      version = n.version, intake_id = n.intake_id, source_sheet = n.source_sheet, source_row = n.source_row,
      received_on = n.received_on
    from merged m
    cross join lateral jsonb_populate_record(null::worksite, m.fields) f
    join standing n on n.worksite_id = m.worksite_id and n.place = 1
   where w.worksite_id = m.worksite_id`.execute(tx.k)
}

/** 劳资专管员 — a name, and a telephone sealed. */
export interface LaborOfficer {
  readonly name: string | null
  readonly phone: { readonly sealed: Buffer; readonly tail: string } | null
}

/** 记劳资专管员 — what is not given stays. */
export async function setLaborOfficer(
  tx: Tx,
  worksiteId: string,
  { name, phone }: LaborOfficer,
): Promise<void> {
  await sql`update worksite set
      labor_officer_name = coalesce(${name}, labor_officer_name),
      labor_officer_phone_sealed = coalesce(${phone?.sealed ?? null}::bytea, labor_officer_phone_sealed),
      labor_officer_phone_tail = coalesce(${phone?.tail ?? null}, labor_officer_phone_tail)
    where worksite_id = ${worksiteId}::uuid`.execute(tx.k)
}

/** 归属 — of worksites as they stand now, by worksite. */
export async function listBelongings(tx: Tx, worksiteIds: readonly string[]): Promise<readonly Belonging[]> {
  const { rows } = await sql<Belonging>`
    select w.worksite_id as "worksiteId", w.area_code as "areaCode", w.sector,
           w.project_owner_id as "projectOwnerId", w.general_contractor_id as "generalContractorId"
      from worksite w
     where w.worksite_id = any(${worksiteIds}::uuid[])
       and ${scopeOf(tx, 'w', worksiteScope)}
     order by w.worksite_id`.execute(tx.k)
  return rows
}

/** 查撤回所及 — the worksites at which rows of a register stand that was withdrawn. */
export async function listWithdrawnFrom(tx: Tx, intakeId: string): Promise<readonly string[]> {
  const of = (table: string) => sql`select r.worksite_id from ${sql.table(table)} r
    where r.worksite_id = gone.worksite_id and r.intake_id = gone.intake_id`
  const { rows } = await sql<{ worksite_id: string }>`
    select gone.worksite_id from claim_withdrawal gone
     where gone.intake_id = ${intakeId}::uuid and ${scopeOf(tx, 'gone')}
       and exists (${of('worksite_version')} union all ${of('wage_account')} union all ${of('wage_deposit')}
                   union all ${of('payment_guarantee')})
     order by gone.worksite_id`.execute(tx.k)
  return rows.map((row) => row.worksite_id)
}
