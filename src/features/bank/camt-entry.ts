import type { Day } from '../../law/index.ts'
import type { XmlNode } from '../../platform/xml/parse-xml.ts'
import { monthInText } from '../intake/table/values/day-values.ts'
import { dayOf, fenOf } from './camt-values.ts'
import type { MovementRecord } from './movement.ts'

/** Tells the sender of an entry that is not taken, or taken with a doubt. */
export type Report = (
  line: number,
  code: string,
  data?: Record<string, unknown>,
  severity?: 'error' | 'warning',
) => void

interface EntryFacts {
  readonly bookedOn: Day
  readonly valuedOn: string | null
  readonly direction: 'credit' | 'debit'
  readonly amountFen: bigint
  readonly reversal: boolean
  readonly reference: string
  readonly purpose: MovementRecord['purpose']
}

/** 读一笔分录 — the movements of an entry: one for each of its details, or one for the whole where it has none. */
export function readEntry(entry: XmlNode, report: Report): MovementRecord[] {
  const status = entry.text('Sts/Cd') ?? entry.text('Sts')
  if (status !== 'BOOK') {
    report(entry.line, 'bank.not-booked', { status: status ?? '' }, 'warning')
    return []
  }
  const facts = factsOf(entry, report)
  if (facts === null) {
    return []
  }
  const details = entry.children('NtryDtls').flatMap((group) => group.children('TxDtls'))
  if (details.length === 0) {
    return [wholeEntry(entry, facts)]
  }
  const read = details.map((detail, index) =>
    readDetail(detail, facts, { index, alone: details.length === 1 }),
  )
  if (read.some((each) => each === null)) {
    report(entry.line, 'bank.detail-currency')
    return [wholeEntry(entry, facts)]
  }
  const movements = read.filter((each) => each !== null)
  const sum = movements.reduce((total, each) => total + each.amountFen, 0n)
  if (sum !== facts.amountFen) {
    report(entry.line, 'bank.details-differ', { stated: facts.amountFen, summed: sum })
    return []
  }
  return movements
}

function factsOf(entry: XmlNode, report: Report): EntryFacts | null {
  const amount = entry.child('Amt')
  const currency = amount?.attribute('Ccy') ?? ''
  if (currency !== 'CNY') {
    report(entry.line, 'bank.currency', { currency })
    return null
  }
  const amountFen = fenOf(amount?.text() ?? '')
  const bookedOn =
    dayOf(entry.text('BookgDt/Dt')) ?? dayOf(entry.text('BookgDt/DtTm')) ?? dayOf(entry.text('ValDt/Dt'))
  const side = entry.text('CdtDbtInd')
  if (amountFen === null || bookedOn === null || (side !== 'CRDT' && side !== 'DBIT')) {
    report(entry.line, 'bank.entry-incomplete', {
      what: amountFen === null ? 'Amt' : bookedOn === null ? 'BookgDt' : 'CdtDbtInd',
    })
    return null
  }
  return {
    bookedOn,
    valuedOn: dayOf(entry.text('ValDt/Dt')) ?? dayOf(entry.text('ValDt/DtTm')),
    direction: side === 'CRDT' ? 'credit' : 'debit',
    amountFen,
    reversal: entry.text('RvslInd') === 'true' || entry.text('RvslInd') === '1',
    reference: entry.text('AcctSvcrRef') ?? entry.text('NtryRef') ?? '',
    purpose: purposeOf(entry),
  }
}

/** 用途 — fees and interest by the bank transaction code, or by what the entry says of itself. */
function purposeOf(entry: XmlNode): MovementRecord['purpose'] {
  const code = `${entry.text('BkTxCd/Domn/Fmly/SubFmlyCd') ?? ''} ${entry.text('BkTxCd/Prtry/Cd') ?? ''}`
  const words = `${entry.text('AddtlNtryInf') ?? ''} ${entry.text('NtryDtls/TxDtls/RmtInf/Ustrd') ?? ''}`
  if (/\b(CHRG|FEES|COMM)\b/.test(code) || /手续费|账户管理费|工本费/.test(words)) {
    return 'fee'
  }
  return /\b(INTR)\b/.test(code) || /结息|利息/.test(words) ? 'interest' : null
}

function wholeEntry(entry: XmlNode, facts: EntryFacts): MovementRecord {
  const count = Number(entry.text('NtryDtls/Btch/NbOfTxs') ?? '1')
  return {
    ...facts,
    reference: referenceOf(facts, { own: '', index: 0 }),
    returnReason: null,
    batch: count > 1 || entry.text('NtryDtls/Btch/PmtInfId') !== undefined,
    counterpartyName: '',
    counterpartyAccount: '',
    endToEndId: entry.text('NtryDtls/Btch/PmtInfId') ?? '',
    remittance: entry.text('AddtlNtryInf') ?? '',
    month: monthInText(entry.text('AddtlNtryInf') ?? '', facts.bookedOn),
  }
}

interface Place {
  readonly index: number
  /** The only detail of its entry: then the entry's amount is its amount. */
  readonly alone: boolean
}

/** One payment inside an entry; null where its amount cannot be told in the currency of the account. */
function readDetail(detail: XmlNode, facts: EntryFacts, { index, alone }: Place): MovementRecord | null {
  const amountFen = detailAmount(detail) ?? (alone ? facts.amountFen : null)
  if (amountFen === null) {
    return null
  }
  const own = ['Refs/AcctSvcrRef', 'Refs/TxId', 'Refs/UETR', 'Refs/EndToEndId', 'Refs/InstrId']
    .map((path) => detail.text(path))
    .find((text) => text !== undefined && text !== 'NOTPROVIDED')
  const party = facts.direction === 'credit' ? 'Dbtr' : 'Cdtr'
  const returned = detail.child('RtrInf')
  const remittance = detail
    .children('RmtInf')
    .flatMap((info) => info.children('Ustrd').map((line) => line.text() ?? ''))
    .join(' ')
  const account = detail.child('RltdPties')?.child(`${party}Acct`)
  return {
    ...facts,
    amountFen,
    reference: referenceOf(facts, { own: own ?? '', index }),
    returnReason:
      returned === undefined
        ? null
        : (returned.text('AddtlInf') ?? returned.text('Rsn/Cd') ?? returned.text('Rsn/Prtry') ?? ''),
    batch: false,
    counterpartyName: detail.text(`RltdPties/${party}/Nm`) ?? detail.text(`RltdPties/${party}/Pty/Nm`) ?? '',
    counterpartyAccount: account?.text('Id/Othr/Id') ?? account?.text('Id/IBAN') ?? '',
    endToEndId: detail.text('Refs/EndToEndId') ?? '',
    remittance,
    month: monthInText(remittance, facts.bookedOn),
  }
}

/** Version .08 has `Amt` in the detail, earlier ones `AmtDtls/TxAmt`; another currency gives nothing. */
function detailAmount(detail: XmlNode): bigint | null {
  const amount = detail.child('Amt') ?? detail.child('AmtDtls')?.child('TxAmt')?.child('Amt')
  return amount === undefined || amount.attribute('Ccy') !== 'CNY' ? null : fenOf(amount.text() ?? '')
}

/** A reference that is the same whenever the same booking is told again, in a statement or in a notice. */
function referenceOf(facts: EntryFacts, { own, index }: { own: string; index: number }): string {
  return own !== ''
    ? own
    : `${facts.reference}/${facts.bookedOn}/${facts.direction}/${facts.amountFen}/${index}`
}
