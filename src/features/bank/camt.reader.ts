import { Refusal } from '../../contract/errors.ts'
import type { ReaderInput } from '../../platform/child/protocol.ts'
import { parseXml, type XmlNode } from '../../platform/xml/parse-xml.ts'
import type { ReaderMessage, RowIssue, SourceRow } from '../intake/importer.ts'
import { readEntry } from './camt-entry.ts'
import { dayOf, fenOf } from './camt-values.ts'
import type { StatementHead } from './movement.ts'

const shapes: Readonly<Record<string, string>> = { BkToCstmrStmt: 'Stmt', BkToCstmrDbtCdtNtfctn: 'Ntfctn' }

/**
 * 读取银行对账单 — reads ISO 20022 camt.053 (statements) and camt.054 (notices) of versions 001.02 to 001.08 by
 * local names. One group a statement; a row is a booked movement, its number the line of its entry in the
 * file. What is not booked yet, is in another currency or in parts of a fen is an issue, and the rest goes
 * on. Source: protocols.md C1.
 */
export async function* readCamt(input: ReaderInput): AsyncGenerator<ReaderMessage> {
  yield* parseXml(input.bytes, input.limits, (root) => {
    const [body] = root.children().filter((child) => Object.hasOwn(shapes, child.name))
    if (root.name !== 'Document' || body === undefined) {
      throw new Refusal('bank.not-camt', { root: root.name })
    }
    return body.children(shapes[body.name] ?? '').flatMap((statement) => readStatement(statement, input.name))
  })
}

function readStatement(statement: XmlNode, name: string): ReaderMessage[] {
  const sheet = statement.text('Id') ?? name
  const rows: SourceRow[] = []
  const issues: RowIssue[] = []
  const report = (
    line: number,
    code: string,
    data: Record<string, unknown> = {},
    severity: RowIssue['severity'] = 'error',
  ) => issues.push({ sheet, row: line, column: '', severity, code, data: { row: line, ...data } })
  for (const entry of statement.children('Ntry')) {
    const read = readEntry(entry, report)
    rows.push(...read.map((record) => ({ row: entry.line, record: { ...record } })))
  }
  return [
    { type: 'group', group: { kind: 'bank-statement', sheet, head: { ...headOf(statement, sheet) } } },
    { type: 'rows', rows },
    { type: 'issues', issues },
  ]
}

function headOf(statement: XmlNode, statementId: string): StatementHead {
  const account = statement.child('Acct')
  const closing = statement.children('Bal').find((balance) => balance.text('Tp/CdOrPrtry/Cd') === 'CLBD')
  const closingFen = fenOf(closing?.text('Amt') ?? '')
  const sign = closing?.text('CdtDbtInd') === 'DBIT' ? -1n : 1n
  return {
    accountNumber: account?.text('Id/Othr/Id') ?? account?.text('Id/IBAN') ?? '',
    statementId,
    until: statement.name === 'Stmt' ? (dayOf(statement.text('FrToDt/ToDtTm')) ?? balanceDay(closing)) : null,
    closingFen: closingFen === null ? null : sign * closingFen,
  }
}

function balanceDay(balance: XmlNode | undefined): string | null {
  return dayOf(balance?.text('Dt/Dt')) ?? dayOf(balance?.text('Dt/DtTm'))
}
