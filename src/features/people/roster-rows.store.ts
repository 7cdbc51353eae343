import { sql } from 'kysely'

import { stage } from '../../platform/stage.ts'
import type { Tx } from '../../platform/transact.ts'
import { type ContractTerms, hasTerms } from './roster.record.ts'

/** 待登记行 — a row of a roster whose person is known; null where the row says nothing. */
export interface EnrollingRow {
  readonly row: number
  readonly personId: string
  readonly name: string
  readonly namePinyin: string
  readonly unitId: string | null
  readonly crewId: string | null
  readonly workType: string | null
  readonly enteredOn: string | null
  readonly leftOn: string | null
  readonly phoneBlind: Buffer | null
  readonly phoneTail: string | null
  readonly terms: ContractTerms
}

const columns = {
  source_row: 'int',
  person_id: 'uuid',
  name: 'text',
  name_pinyin: 'text',
  unit_id: 'uuid',
  crew_id: 'uuid',
  work_type: 'text',
  entered_on: 'date',
  left_on: 'date',
  phone_blind: 'bytea',
  phone_tail: 'text',
  has_terms: 'boolean',
  signed_on: 'date',
  from_on: 'date',
  until_on: 'date',
  rate_kind: 'text',
  rate_fen: 'bigint',
  pay_cycle: 'text',
  pay_day: 'int',
} as const

/**
 * 暂存花名册 — fills the temporary table `roster_row`, in which a person stands once; what a roster says twice of
 * a person comes in two rounds.
 */
export async function stageRoster(tx: Tx, rows: readonly EnrollingRow[]): Promise<void> {
  await sql`drop table if exists pg_temp.roster_row`.execute(tx.k)
  await stage(
    tx,
    'roster_row',
    columns,
    rows.map(({ terms, ...each }) => [
      ...[each.row, each.personId, each.name, each.namePinyin, each.unitId, each.crewId, each.workType],
      ...[each.enteredOn, each.leftOn, each.phoneBlind, each.phoneTail, hasTerms(terms)],
      ...[terms.signedOn, terms.fromOn, terms.untilOn, terms.rateKind, terms.rateFen, terms.payCycle],
      terms.payDay,
    ]),
  )
  await sql`analyze roster_row`.execute(tx.k)
}
