import type { Day } from '../../../../src/law/day.ts'
import { type Fen, plainYuan } from '../../../../src/law/money.ts'
import type { Account } from '../sites.ts'

export type Version = '02' | '04' | '06' | '08'

/** 分录明细 — one payment of an entry. */
export interface Detail {
  readonly endToEndId: string
  readonly amountFen: Fen
  readonly name: string
  readonly account: string
  readonly remittance: string
  readonly returnReason: string | null
}

/** 分录 — one booking of an account. */
export interface Entry {
  readonly on: Day
  readonly isCredit: boolean
  readonly amountFen: Fen
  readonly isPending: boolean
  readonly details: readonly Detail[]
  readonly note: string | null
  readonly isFee: boolean
}

interface Message {
  readonly version: Version
  readonly id: string
  readonly account: Account
  readonly holder: string
  readonly entries: readonly Entry[]
}

interface Statement extends Message {
  readonly span: { readonly from: Day; readonly until: Day }
  readonly opening: Fen
  readonly closing: Fen
}

/** 对账单 — a camt.053 of one account. */
export function statementXml(statement: Statement): string {
  const { version, id, span, opening, closing } = statement
  const body = [
    `<Id>${id}</Id>`,
    '<ElctrncSeqNb>1</ElctrncSeqNb>',
    `<CreDtTm>${span.until}T23:40:05+08:00</CreDtTm>`,
    `<FrToDt><FrDtTm>${span.from}T00:00:00+08:00</FrDtTm>`,
    `<ToDtTm>${span.until}T23:59:59+08:00</ToDtTm></FrToDt>`,
    accountXml(statement),
    balanceXml('OPBD', opening, span.from),
    balanceXml('CLBD', closing, span.until),
    ...statement.entries.map((entry) => entryXml(entry, version)),
  ]
  return documentXml(`camt.053.001.${version}`, ['BkToCstmrStmt', 'Stmt'], { id, body, on: span.until })
}

/** 动账通知 — a camt.054: bookings of a day, without balances. */
export function noticeXml(notice: Message & { readonly on: Day }): string {
  const { version, id, on } = notice
  const body = [
    `<Id>${id}</Id>`,
    `<CreDtTm>${on}T17:20:31+08:00</CreDtTm>`,
    accountXml(notice),
    ...notice.entries.map((entry) => entryXml(entry, version)),
  ]
  return documentXml(`camt.054.001.${version}`, ['BkToCstmrDbtCdtNtfctn', 'Ntfctn'], { id, body, on })
}

interface Content {
  readonly id: string
  readonly body: readonly string[]
  readonly on: Day
}

function documentXml(
  kind: string,
  [outer, inner]: readonly [string, string],
  { id, body, on }: Content,
): string {
  return [
    '<?xml version="1.0" encoding="UTF-8"?>',
    `<Document xmlns="urn:iso:std:iso:20022:tech:xsd:${kind}">`,
    `<${outer}>`,
    `<GrpHdr><MsgId>${id}</MsgId><CreDtTm>${on}T23:40:05+08:00</CreDtTm></GrpHdr>`,
    `<${inner}>`,
    ...body,
    `</${inner}>`,
    `</${outer}>`,
    '</Document>',
    '',
  ].join('\n')
}

function accountXml({ account, holder }: Pick<Message, 'account' | 'holder'>): string {
  return [
    `<Acct><Id><Othr><Id>${account.number}</Id></Othr></Id><Ccy>CNY</Ccy>`,
    `<Nm>${holder}</Nm><Svcr><FinInstnId><Nm>${account.bank}</Nm></FinInstnId></Svcr></Acct>`,
  ].join('\n')
}

function balanceXml(code: string, fen: Fen, on: Day): string {
  const type = `<Tp><CdOrPrtry><Cd>${code}</Cd></CdOrPrtry></Tp>`
  return `<Bal>${type}${amountXml(fen)}${sideXml(true)}<Dt><Dt>${on}</Dt></Dt></Bal>`
}

function amountXml(fen: Fen): string {
  return `<Amt Ccy="CNY">${plainYuan(fen)}</Amt>`
}

function sideXml(isCredit: boolean): string {
  return `<CdtDbtInd>${isCredit ? 'CRDT' : 'DBIT'}</CdtDbtInd>`
}

function entryXml(entry: Entry, version: Version): string {
  const { on, isCredit, amountFen, isPending, details, note, isFee } = entry
  const booked = isPending ? 'PDNG' : 'BOOK'
  const status = version === '08' ? `<Cd>${booked}</Cd>` : booked
  const family = isFee
    ? '<Fmly><Cd>MDOP</Cd><SubFmlyCd>CHRG</SubFmlyCd></Fmly>'
    : '<Fmly><Cd>ICDT</Cd><SubFmlyCd>SALA</SubFmlyCd></Fmly>'
  const count = `<Btch><NbOfTxs>${details.length}</NbOfTxs></Btch>`
  return [
    '<Ntry>',
    `${amountXml(amountFen)}${sideXml(isCredit)}<Sts>${status}</Sts>`,
    `<BookgDt><Dt>${on}</Dt></BookgDt><ValDt><Dt>${on}</Dt></ValDt>`,
    `<BkTxCd><Domn><Cd>PMNT</Cd>${family}</Domn></BkTxCd>`,
    ...(details.length === 0 ? [] : ['<NtryDtls>', ...(details.length > 1 ? [count] : [])]),
    ...details.map((detail) => detailXml(detail, isCredit, version)),
    ...(details.length === 0 ? [] : ['</NtryDtls>']),
    ...(note === null ? [] : [`<AddtlNtryInf>${note}</AddtlNtryInf>`]),
    '</Ntry>',
  ].join('\n')
}

/** Version 08 says the sum in `Amt`, earlier ones in `AmtDtls`; names stand one level deeper in it. */
function detailXml(detail: Detail, isCredit: boolean, version: Version): string {
  const party = isCredit ? 'Dbtr' : 'Cdtr'
  const name = version === '08' ? `<Pty><Nm>${detail.name}</Nm></Pty>` : `<Nm>${detail.name}</Nm>`
  const account = `<${party}Acct><Id><Othr><Id>${detail.account}</Id></Othr></Id></${party}Acct>`
  const sum = amountXml(detail.amountFen)
  const back =
    detail.returnReason === null
      ? ''
      : `<RtrInf><Rsn><Cd>BE01</Cd></Rsn><AddtlInf>${detail.returnReason}</AddtlInf></RtrInf>`
  return [
    `<TxDtls><Refs><EndToEndId>${detail.endToEndId}</EndToEndId></Refs>`,
    version === '08' ? `${sum}${sideXml(isCredit)}` : `<AmtDtls><TxAmt>${sum}</TxAmt></AmtDtls>`,
    `<RltdPties><${party}>${name}</${party}>${account}</RltdPties>`,
    `<RmtInf><Ustrd>${detail.remittance}</Ustrd></RmtInf>${back}</TxDtls>`,
  ].join('')
}
