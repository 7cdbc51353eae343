import { sql } from 'kysely'

import { firstDay, isMonth, normalizeGrouped, tail4 } from '../../law/index.ts'
import type { Tx } from '../../platform/transact.ts'
import type { Load, Loaded, Loader, SourceRow } from '../intake/importer.ts'
import { shownText } from '../intake/table/text.ts'
import { lockWorksite, touchIntake } from '../wage-months/index.ts'
import { findWorksite, type WorksiteFacts } from '../worksites/index.ts'
import { type BankLine, dropLines, matchPeople, stageLines } from './lines.store.ts'
import { insertPayouts, insertReturns, listWaiting } from './payouts.store.ts'

/** 代发结果行 — as the table layer reads it. */
interface ResultRecord {
  readonly worksiteName: string | null
  readonly worksiteCode: string | null
  readonly accountName: string
  readonly idNumber: string | null
  readonly bankCard: string
  readonly amountFen: bigint
  readonly status: string
  readonly reason: string
  readonly paidOn: string
  readonly reference: string
  readonly month: string | null
}

/** 代发结果装载 — what the bank says became of each payment of a pay file; what failed or came back is a return. */
export const bankResultsLoader: Loader = { kind: 'bank-payouts', feed: 'bank', load: loadResults }

async function loadResults(load: Load): Promise<Loaded> {
  const { tx, intake, group } = load
  await dropLines(tx)
  await stageLines(tx, [], 0)
  let worksite: WorksiteFacts | undefined
  let taken = 0
  let until: string | null = null
  for await (const batch of load.rows) {
    if (worksite === undefined) {
      worksite = await worksiteOf(load, batch[0])
      await lockWorksite(tx, worksite.worksiteId)
    }
    const { worksiteId } = worksite
    const lines = settled(load, batch).map((row) => toLine(load, worksiteId, row))
    await stageLines(tx, lines, taken)
    taken += lines.length
    until = lines.reduce<string | null>(
      (last, line) => (last === null || line.bookedOn > last ? line.bookedOn : last),
      until,
    )
  }
  if (worksite === undefined) {
    return { taken: 0, worksiteIds: [] }
  }
  await matchPeople(tx)
  await classifyResults(tx)
  const message = {
    intakeId: intake.id,
    receivedOn: intake.receivedOn,
    sheet: group.sheet,
    isStatement: false,
  }
  await insertPayouts(tx, message)
  await tellReturns(load)
  await insertReturns(tx, message)
  for (const { source_row, amount_fen } of await listWaiting(tx)) {
    load.warn(source_row, 'bank.payout-waits', { row: source_row, amountFen: amount_fen.toString() })
  }
  await touchIntake(tx, worksite.worksiteId, intake.id)
  return { taken, worksiteIds: [worksite.worksiteId], ...(until === null ? {} : { coversUntil: until }) }
}

async function worksiteOf(load: Load, first: SourceRow | undefined): Promise<WorksiteFacts> {
  const { head } = load.group
  const record = first?.record as ResultRecord | undefined
  const text = (value: unknown) => (typeof value === 'string' && value !== '' ? value : null)
  return await findWorksite(load.tx, {
    code: text(head['worksiteCode']) ?? record?.worksiteCode,
    name: text(head['projectName']) ?? record?.worksiteName,
    options: load.intake.options,
  })
}

function toLine({ vault }: Load, worksiteId: string, { row, record }: SourceRow): BankLine {
  const result = record as unknown as ResultRecord
  const card = normalizeGrouped(result.bankCard)
  return {
    sourceRow: row,
    worksiteId,
    accountId: null,
    reference: result.reference,
    bookedOn: result.paidOn,
    valuedOn: null,
    direction: 'debit',
    amountFen: result.amountFen,
    reversal: result.status === 'returned',
    returnReason: result.status === 'paid' ? null : shownText(result.reason),
    batch: false,
    purpose: null,
    name: result.accountName,
    accountBlind: card === '' ? null : vault.blind('bank-card', card),
    accountTail: tail4(card),
    idBlind: result.idNumber === null ? null : vault.blind('id-number', result.idNumber),
    month: result.month !== null && isMonth(result.month) ? firstDay(result.month) : null,
  }
}

/** What the bank has not decided yet is no result: the row is kept out until the bank says more. */
function settled({ reject }: Load, batch: readonly SourceRow[]): SourceRow[] {
  return batch.filter(({ row, record }) => {
    const pending = record['status'] === 'pending'
    if (pending) {
      reject(row, 'bank.payout-pending', { row })
    }
    return !pending
  })
}

/**
 * A payment that failed is told as paid and returned, so that the worker sees that it was tried. One that
 * came back later is a return only, where the payout stands already from an earlier message.
 */
async function classifyResults(tx: Tx): Promise<void> {
  await sql`update bank_line b set kind = case when b.reversal and exists (
      select from payout o
       where o.worksite_id = b.worksite_id and o.card_blind = b.account_blind and o.amount_fen = b.amount_fen
         and not exists (select from payout_return r
                          where r.worksite_id = o.worksite_id and r.payout_id = o.payout_id))
    then null else 'payout' end`.execute(tx.k)
}

async function tellReturns(load: Load): Promise<void> {
  const { rows } = await sql<{ source_row: number; return_reason: string }>`
    update bank_line set kind = 'return' where return_reason is not null
    returning source_row, return_reason`.execute(load.tx.k)
  for (const { source_row, return_reason } of rows) {
    load.warn(source_row, 'bank.payout-failed', { row: source_row, reason: return_reason })
  }
}
