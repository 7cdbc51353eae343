import { Refusal } from '../../contract/errors.ts'
import { firstDay, normalizeGrouped, tail4 } from '../../law/index.ts'
import type { Load, Loaded, Loader } from '../intake/importer.ts'
import { shownText } from '../intake/table/text.ts'
import { lockWorksite, touchIntake } from '../wage-months/index.ts'
import { type AccountUse, findAccountUses } from './accounts.store.ts'
import { type BankLine, dropLines, matchPeople, stageLines } from './lines.store.ts'
import type { MovementRecord, StatementHead } from './movement.ts'
import { classify, dropKnown, insertLaborCosts, insertMovements } from './movements.store.ts'
import { insertPayouts, insertReturns } from './payouts.store.ts'

/**
 * A notice tells of single bookings: what it leaves out may still have happened, so it speaks for no span of
 * days.
 */
const noSpan = '2000-01-01'

/** 对账单装载 — puts the bookings of a wage account in, each once, and says what each was for. */
export const bankStatementLoader: Loader = { kind: 'bank-statement', feed: 'bank', load: loadStatement }

async function loadStatement(load: Load): Promise<Loaded> {
  const { tx, vault, intake, group } = load
  const head = headOf(load)
  const number = normalizeGrouped(head.accountNumber)
  const uses = await findAccountUses(tx, vault.blind('account-number', number))
  if (uses.length === 0) {
    throw new Refusal('bank.account-unknown', { tail: tail4(number) })
  }
  for (const { worksiteId } of uses) {
    await lockWorksite(tx, worksiteId)
  }
  await dropLines(tx)
  const taken = await stageStatement(load, uses)
  const message = {
    intakeId: intake.id,
    receivedOn: intake.receivedOn,
    sheet: group.sheet,
    isStatement: true,
  }
  if (taken > 0) {
    await dropKnown(tx)
    await matchPeople(tx)
    await classify(tx)
    await insertMovements(tx, message, head.closingFen)
    await insertLaborCosts(tx, message)
    await insertPayouts(tx, message)
    await insertReturns(tx, message)
    for (const { worksiteId } of uses) {
      await touchIntake(tx, worksiteId, intake.id)
    }
  }
  return {
    taken,
    worksiteIds: uses.map((use) => use.worksiteId),
    coversUntil: head.until ?? noSpan,
  }
}

function headOf({ group, intake }: Load): StatementHead {
  const { accountNumber, statementId, until, closingFen } = group.head
  if (typeof accountNumber !== 'string' || accountNumber === '') {
    throw new Refusal('bank.account-missing', { name: intake.fileName })
  }
  return {
    accountNumber,
    statementId: typeof statementId === 'string' ? statementId : '',
    until: typeof until === 'string' ? until : null,
    closingFen: typeof closingFen === 'bigint' ? closingFen : null,
  }
}

async function stageStatement(load: Load, uses: readonly AccountUse[]): Promise<number> {
  let taken = 0
  await stageLines(load.tx, [], 0)
  for await (const batch of load.rows) {
    const lines = batch.map(({ row, record }) =>
      toLine(load, uses, { row, movement: record as unknown as MovementRecord }),
    )
    await stageLines(load.tx, lines, taken)
    taken += lines.length
  }
  return taken
}

interface Row {
  readonly row: number
  readonly movement: MovementRecord
}

function toLine({ vault, warn }: Load, uses: readonly AccountUse[], { row, movement }: Row): BankLine {
  const account = normalizeGrouped(movement.counterpartyAccount)
  const { remittance, month } = movement
  const use =
    uses.length === 1
      ? uses[0]
      : uses.find(({ code, name }) => remittance.includes(code) || remittance.includes(name))
  if (use === undefined) {
    warn(row, 'bank.worksite-unclear', { row })
  }
  const { worksiteId, accountId } = use ?? uses[0] ?? { worksiteId: '', accountId: '' }
  return {
    sourceRow: row,
    worksiteId,
    accountId,
    reference: movement.reference,
    bookedOn: movement.bookedOn,
    valuedOn: movement.valuedOn,
    direction: movement.direction,
    amountFen: movement.amountFen,
    reversal: movement.reversal,
    returnReason: movement.returnReason === null ? null : shownText(movement.returnReason),
    batch: movement.batch,
    purpose: movement.purpose,
    name: movement.counterpartyName,
    accountBlind: account === '' ? null : vault.blind('bank-card', account),
    accountTail: tail4(account),
    idBlind: null,
    month: month === null ? null : firstDay(month),
  }
}
