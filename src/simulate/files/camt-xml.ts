import type { Day } from '../../law/day.ts'
import { type Fen, plainYuan } from '../../law/money.ts'
import type { AccountBank } from '../county/facts.ts'
import type { Movement, Payment } from '../county/model.ts'

/*
 * ISO 20022 as the banks of the county write it: camt.053 and camt.054 in versions 001.02 and 001.08.
 */

type Version = AccountBank['version']

/** 结单 — what a bank says of an account from one day to another. */
export interface Statement {
  readonly id: string
  readonly account: string
  readonly from: Day
  readonly to: Day
  readonly openingFen: Fen
  readonly closingFen: Fen
  readonly movements: readonly Movement[]
}

export function statementFile(bank: AccountBank, id: string, statements: readonly Statement[]): Buffer {
  const body = statements.map((statement) => stmt(bank, statement)).join('')
  const head = header(id, `${statements[0]?.to ?? ''}T22:00:00+08:00`)
  return document(`camt.053.001.${bank.version}`, `<BkToCstmrStmt>${head}${body}</BkToCstmrStmt>`)
}

/** 到账通知 — of single bookings, on their day. */
export function noticeFile(bank: AccountBank, id: string, statements: readonly Statement[]): Buffer {
  const body = statements
    .map(
      (each) =>
        `<Ntfctn><Id>${each.id}</Id>${account(each.account)}${entries(bank, each.movements)}</Ntfctn>`,
    )
    .join('\n')
  const head = header(id, `${statements[0]?.to ?? ''}T17:30:00+08:00`)
  return document(
    `camt.054.001.${bank.version}`,
    `<BkToCstmrDbtCdtNtfctn>${head}\n${body}\n</BkToCstmrDbtCdtNtfctn>`,
  )
}

function header(id: string, madeAt: string): string {
  return `<GrpHdr><MsgId>${id}</MsgId><CreDtTm>${madeAt}</CreDtTm></GrpHdr>`
}

function document(name: string, body: string): Buffer {
  const open = `<Document xmlns="urn:iso:std:iso:20022:tech:xsd:${name}">`
  return Buffer.from(`<?xml version="1.0" encoding="UTF-8"?>\n${open}${body}</Document>\n`)
}

function stmt(
  bank: AccountBank,
  { id, account: number, from, to, openingFen, closingFen, movements }: Statement,
): string {
  const span = `<FrToDt><FrDtTm>${from}T00:00:00+08:00</FrDtTm><ToDtTm>${to}T23:59:59+08:00</ToDtTm></FrToDt>`
  const balances = balance('OPBD', openingFen, from) + balance('CLBD', closingFen, to)
  return `\n<Stmt><Id>${id}</Id>${span}${account(number)}${balances}${entries(bank, movements)}</Stmt>`
}

function account(number: string): string {
  return `<Acct><Id><Othr><Id>${number}</Id></Othr></Id><Ccy>CNY</Ccy></Acct>`
}

function balance(code: string, fen: Fen, on: Day): string {
  const side = fen < 0n ? 'DBIT' : 'CRDT'
  const type = `<Tp><CdOrPrtry><Cd>${code}</Cd></CdOrPrtry></Tp>`
  const sum = amount(fen < 0n ? -fen : fen)
  return `<Bal>${type}${sum}<CdtDbtInd>${side}</CdtDbtInd><Dt><Dt>${on}</Dt></Dt></Bal>`
}

function entries(bank: AccountBank, movements: readonly Movement[]): string {
  return movements.map((movement) => `\n${entry(bank, movement)}`).join('')
}

function entry(bank: AccountBank, movement: Movement): string {
  const { on, side, amountFen, reference, remittance } = movement
  const status = bank.version === '02' ? 'BOOK' : '<Cd>BOOK</Cd>'
  const sign = `<CdtDbtInd>${side === 'credit' ? 'CRDT' : 'DBIT'}</CdtDbtInd>`
  const days = `<BookgDt><Dt>${on}</Dt></BookgDt><ValDt><Dt>${on}</Dt></ValDt>`
  const code = `<BkTxCd><Prtry><Cd>${codes[movement.kind]}</Cd></Prtry></BkTxCd>`
  const told = `<AddtlNtryInf>${escaped(remittance)}</AddtlNtryInf>`
  return (
    `<Ntry><NtryRef>${reference}</NtryRef>${amount(amountFen)}${sign}<Sts>${status}</Sts>${days}` +
    `<AcctSvcrRef>${reference}</AcctSvcrRef>${code}${details(bank, movement)}${told}</Ntry>`
  )
}

const codes: Readonly<Record<Movement['kind'], string>> = {
  'labor-cost': 'RCDT',
  payouts: 'SALA',
  return: 'RRTN',
  fee: 'CHRG',
  interest: 'INTR',
  stranger: 'ICDT',
}

function details(bank: AccountBank, movement: Movement): string {
  const { version } = bank
  if (movement.kind === 'fee' || movement.kind === 'interest') {
    return ''
  }
  if (movement.kind === 'payouts' && tellsOnlyTheSum(bank, movement)) {
    const { payments, reference } = movement
    const batch = `<PmtInfId>${reference}</PmtInfId><NbOfTxs>${payments.length}</NbOfTxs>`
    return `<NtryDtls><Btch>${batch}</Btch></NtryDtls>`
  }
  const parts =
    movement.payments.length > 0
      ? movement.payments.map((payment) => paymentDetail(version, movement, payment))
      : [detail(version, { ...movement, ...movement.counterparty, more: '' })]
  return `<NtryDtls>${parts.join('\n')}</NtryDtls>`
}

/** 只报总额 — of a whole sheet some banks tell the sum only; who got what stands in their list of payouts. */
export function tellsOnlyTheSum(bank: AccountBank, { payments, kind }: Movement): boolean {
  return kind === 'payouts' && !bank.tellsDetails && payments.length > 1 && payments.every(isWhole)
}

function isWhole({ order }: Payment): boolean {
  return order.isWhole
}

function paymentDetail(version: Version, movement: Movement, { order, reference }: Payment): string {
  const back =
    movement.kind === 'return'
      ? '<RtrInf><Rsn><Cd>AC04</Cd></Rsn><AddtlInf>账户状态异常</AddtlInf></RtrInf>'
      : ''
  return detail(version, {
    side: movement.side,
    amountFen: order.amountFen,
    reference,
    name: order.payeeName,
    account: order.card,
    remittance: movement.remittance,
    more: back,
  })
}

interface Detail {
  readonly side: Movement['side']
  readonly amountFen: Fen
  readonly reference: string
  readonly name: string
  readonly account: string
  readonly remittance: string
  readonly more: string
}

function detail(
  version: Version,
  { side, amountFen, reference, name, account: number, remittance, more }: Detail,
): string {
  const party = side === 'credit' ? 'Dbtr' : 'Cdtr'
  const named = `<Nm>${escaped(name)}</Nm>`
  const parties =
    `<RltdPties><${party}>${version === '08' ? `<Pty>${named}</Pty>` : named}</${party}>` +
    `<${party}Acct><Id><Othr><Id>${number}</Id></Othr></Id></${party}Acct></RltdPties>`
  const sum = version === '08' ? amount(amountFen) : `<AmtDtls><TxAmt>${amount(amountFen)}</TxAmt></AmtDtls>`
  return (
    `<TxDtls><Refs><EndToEndId>${reference}</EndToEndId></Refs>${sum}${parties}` +
    `<RmtInf><Ustrd>${escaped(remittance)}</Ustrd></RmtInf>${more}</TxDtls>`
  )
}

function amount(fen: Fen): string {
  return `<Amt Ccy="CNY">${plainYuan(fen)}</Amt>`
}

function escaped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;')
}
