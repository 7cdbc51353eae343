import { describe, expect, it } from 'vitest'

import { defaultLimits } from '../../platform/sheets/limits.ts'
import type { ReaderMessage } from '../intake/importer.ts'
import { readCamt } from './camt.reader.ts'

interface Entry {
  readonly amount?: string
  readonly currency?: string
  readonly side?: 'CRDT' | 'DBIT'
  readonly status?: string
  readonly reversal?: boolean
  readonly booked?: string
  readonly details?: string
  readonly more?: string
}

function entry(given: Entry = {}): string {
  const {
    amount = '100.00',
    currency = 'CNY',
    side = 'DBIT',
    status = 'BOOK',
    booked = '<Dt>2026-04-14</Dt>',
  } = given
  return [
    `<Ntry><Amt Ccy="${currency}">${amount}</Amt><CdtDbtInd>${side}</CdtDbtInd>`,
    given.reversal === true ? '<RvslInd>true</RvslInd>' : '',
    `<Sts>${status}</Sts><BookgDt>${booked}</BookgDt><AcctSvcrRef>REF1</AcctSvcrRef>`,
    given.more ?? '',
    given.details === undefined ? '' : `<NtryDtls>${given.details}</NtryDtls>`,
    '</Ntry>',
  ].join('')
}

function payee(amount: string, reference: string, more = ''): string {
  return `<TxDtls><Refs><EndToEndId>${reference}</EndToEndId></Refs>
    <AmtDtls><TxAmt><Amt Ccy="CNY">${amount}</Amt></TxAmt></AmtDtls>
    <RltdPties><Cdtr><Nm>张三</Nm></Cdtr><CdtrAcct><Id><Othr><Id>6299000000000001</Id></Othr></Id></CdtrAcct></RltdPties>
    <RmtInf><Ustrd>2026年3月工资</Ustrd></RmtInf>${more}</TxDtls>`
}

function statement(entries: string, head = ''): string {
  return `<?xml version="1.0" encoding="UTF-8"?>
<Document xmlns="urn:iso:std:iso:20022:tech:xsd:camt.053.001.02"><BkToCstmrStmt><Stmt><Id>S1</Id>${head}
<Acct><Id><Othr><Id>3301 0001</Id></Othr></Id></Acct>
<Bal><Tp><CdOrPrtry><Cd>CLBD</Cd></CdOrPrtry></Tp><Amt Ccy="CNY">12.30</Amt><CdtDbtInd>CRDT</CdtDbtInd>
<Dt><Dt>2026-04-30</Dt></Dt></Bal>${entries}</Stmt></BkToCstmrStmt></Document>`
}

async function read(xml: string): Promise<ReaderMessage[]> {
  const messages: ReaderMessage[] = []
  for await (const message of readCamt({
    bytes: Buffer.from(xml),
    name: '对账单.xml',
    options: {},
    limits: defaultLimits,
  })) {
    messages.push(message)
  }
  return messages
}

async function records(xml: string) {
  return (await read(xml)).flatMap((each) => (each.type === 'rows' ? each.rows.map((row) => row.record) : []))
}

async function issues(xml: string) {
  return (await read(xml)).flatMap((each) => (each.type === 'issues' ? each.issues : []))
}

describe('readCamt', () => {
  it('gives a group a statement, with account, end and closing balance', async () => {
    expect((await read(statement('')))[0]).toMatchObject({
      type: 'group',
      group: {
        kind: 'bank-statement',
        sheet: 'S1',
        head: { accountNumber: '3301 0001', until: '2026-04-30', closingFen: 1230n },
      },
    })
  })

  it('reads each payment of an entry with its payee, month and reference', async () => {
    const xml = statement(entry({ amount: '300.00', details: payee('100.00', 'A1') + payee('200.00', 'A2') }))
    expect(await records(xml)).toMatchObject([
      {
        reference: 'A1',
        amountFen: 10_000n,
        direction: 'debit',
        counterpartyName: '张三',
        counterpartyAccount: '6299000000000001',
        month: '2026-03',
        bookedOn: '2026-04-14',
      },
      { reference: 'A2', amountFen: 20_000n },
    ])
  })

  it('takes a batch without details as one sum', async () => {
    const xml = statement(entry({ amount: '5000', details: '<Btch><NbOfTxs>30</NbOfTxs></Btch>' }))
    expect(await records(xml)).toMatchObject([{ batch: true, amountFen: 500_000n, counterpartyName: '' }])
  })

  it('reads a return as money that came back, with the reason', async () => {
    const back = payee('100.00', 'A1', '<RtrInf><Rsn><Cd>AC01</Cd></Rsn></RtrInf>')
    expect(await records(statement(entry({ side: 'CRDT', details: back })))).toMatchObject([
      { direction: 'credit', returnReason: 'AC01' },
    ])
  })

  it('reads a day where the bank writes an instant, and version 08 with its own status and amount', async () => {
    const xml = statement(
      entry({ booked: '<Dt>2026-04-14T10:00:00+08:00</Dt>' }) +
        entry({
          status: '<Cd>BOOK</Cd>',
          booked: '<DtTm>2026-04-15T10:00:00+08:00</DtTm>',
          details: '<TxDtls><Refs><UETR>u1</UETR></Refs><Amt Ccy="CNY">100.00000</Amt></TxDtls>',
        }),
    )
    expect(await records(xml)).toMatchObject([
      { bookedOn: '2026-04-14' },
      { bookedOn: '2026-04-15', amountFen: 10_000n, reference: 'u1' },
    ])
  })

  it('knows fees and interest, and marks a reversal', async () => {
    const xml = statement(
      entry({ more: '<AddtlNtryInf>账户管理费</AddtlNtryInf>' }) +
        entry({ side: 'CRDT', more: '<AddtlNtryInf>结息</AddtlNtryInf>' }) +
        entry({ side: 'CRDT', reversal: true }),
    )
    expect(await records(xml)).toMatchObject([
      { purpose: 'fee' },
      { purpose: 'interest' },
      { purpose: null, reversal: true },
    ])
  })

  it.each([
    ['is pending', entry({ status: 'PDNG' }), 'bank.not-booked'],
    ['is in another currency', entry({ currency: 'USD' }), 'bank.currency'],
    ['has parts of a fen', entry({ amount: '1.00500' }), 'bank.entry-incomplete'],
    ['has no day', entry({ booked: '' }), 'bank.entry-incomplete'],
    ['has details that come to another sum', entry({ details: payee('99.00', 'A1') }), 'bank.details-differ'],
  ])('leaves out an entry that %s and says where', async (_, one, code) => {
    const xml = statement(one + entry())
    expect(await issues(xml)).toMatchObject([{ code, row: 5 }])
    expect(await records(xml)).toHaveLength(1)
  })

  it('takes details in another currency as the whole entry', async () => {
    const details = '<TxDtls><Amt Ccy="USD">14.00</Amt></TxDtls><TxDtls><Amt Ccy="USD">1.00</Amt></TxDtls>'
    expect(await records(statement(entry({ details })))).toMatchObject([
      { amountFen: 10_000n, counterpartyName: '' },
    ])
  })

  it('refuses what is no statement and what carries entities', async () => {
    await expect(records('<Document><CstmrCdtTrfInitn/></Document>')).rejects.toMatchObject({
      code: 'bank.not-camt',
    })
    const laughs = '<!DOCTYPE a [<!ENTITY a "x">]><Document>&a;</Document>'
    await expect(records(laughs)).rejects.toMatchObject({ code: 'file.xml-doctype' })
  })
})
