import { addDays, type Day, day } from '../../../../src/law/day.ts'
import { type Fen, sumFen } from '../../../../src/law/money.ts'
import { groupBy } from '../../../../src/platform/group-by.ts'
import { monthText } from '../looks.ts'
import type { Account, Site, SiteKey } from '../sites.ts'
import type { Payment, SiteStory } from '../world.ts'
import { type Detail, type Entry, noticeXml, statementXml, type Version } from './camt-xml.ts'
import { type MadeFile, madeFile } from './made-file.ts'

interface Span {
  readonly from: Day
  readonly until: Day
  readonly receivedOn: Day
}

/** The second one ends the day before it came, and before the day as of which the examples are watched. */
const spans: readonly Span[] = [
  { from: day('2026-04-01'), until: day('2026-04-15'), receivedOn: day('2026-04-16') },
  { from: day('2026-04-16'), until: day('2026-05-19'), receivedOn: day('2026-05-20') },
]
const noticedOn: readonly Day[] = [day('2026-04-15'), day('2026-05-15')]

interface Manner {
  readonly version: Version
  /** One entry for the whole batch with its payments as details, or one for each payment. */
  readonly asBatch: boolean
}

const manners: Readonly<Partial<Record<SiteKey, Manner>>> = {
  healthy: { version: '08', asBatch: true },
  unpaid: { version: '02', asBatch: false },
  unlisted: { version: '06', asBatch: false },
  'no-deposit': { version: '04', asBatch: true },
}

/** What an owner pays for a month, in full ten thousands; what is left stays in the account. */
const rounding = 1_000_000n
const openingFen: Fen = 3_251_806n

/** 银行对账单 — camt.053 of the wage account in two stretches; of the last site also camt.054 of its pay days. */
export function statements({ site, payments, listed }: SiteStory): MadeFile[] {
  const manner = manners[site.key]
  const account = site.works?.account
  if (manner === undefined || account === undefined || account === null) {
    return []
  }
  const costs = laborCosts(
    site,
    listed.map(({ month, netFen }) => ({ month, netFen })),
  )
  const entries = [...costs, ...payEntries(site, payments, manner), ...oddEntries(site)].sort((one, other) =>
    one.on < other.on ? -1 : one.on > other.on ? 1 : 0,
  )
  const books = spans.map((span, at) => statementFile({ site, account, manner, entries }, span, at))
  const notices =
    site.key === 'no-deposit' ? noticedOn.map((on) => noticeFile({ site, account, manner, entries }, on)) : []
  return [...books, ...notices]
}

interface Telling {
  readonly site: Site
  readonly account: Account
  readonly manner: Manner
  readonly entries: readonly Entry[]
}

function statementFile({ site, account, manner, entries }: Telling, span: Span, at: number): MadeFile {
  const signed = (of: readonly Entry[]) =>
    sumFen(
      of.map(({ amountFen, isCredit, isPending }) => (isPending ? 0n : isCredit ? amountFen : -amountFen)),
    )
  const before = entries.filter(({ on }) => on < span.from)
  const within = entries.filter(({ on }) => on >= span.from && on <= span.until)
  const opening = openingFen + signed(before)
  const xml = statementXml({
    version: manner.version,
    id: `${site.prefix}-STMT-${at + 1}`,
    account,
    holder: accountName(site),
    span,
    opening,
    closing: opening + signed(within),
    entries: within,
  })
  const name = `${site.short}工资专户对账单${span.from.slice(5)}至${span.until.slice(5)}.xml`
  return madeFile({ kind: 'bank-statement', receivedOn: span.receivedOn, name, bytes: Buffer.from(xml) })
}

function noticeFile({ site, account, manner, entries }: Telling, on: Day): MadeFile {
  const own = entries.filter((entry) => entry.on === on)
  const id = `${site.prefix}-NTFCTN-${on.replaceAll('-', '')}`
  const xml = noticeXml({ version: manner.version, id, account, holder: accountName(site), on, entries: own })
  const receivedOn = addDays(on, 1)
  const name = `${site.short}动账通知${on.replaceAll('-', '')}.xml`
  return madeFile({ kind: 'bank-statement', receivedOn, name, bytes: Buffer.from(xml) })
}

/** 专户名称 — the contractor, the project, and what the account is for (53号 art. 7). */
function accountName({ contractor, name }: Site): string {
  return `${contractor.name}${name}农民工工资专用账户`
}

function laborCosts(site: Site, lines: readonly { month: string; netFen: Fen }[]): Entry[] {
  const byMonth = groupBy(lines, ({ month }) => month)
  return [...byMonth].map(([month, own]): Entry => {
    const net = sumFen(own.map(({ netFen }) => netFen))
    const amountFen = (net / rounding + 1n) * rounding
    const on = month === '2026-03' ? day('2026-04-08') : day('2026-05-08')
    const owner = site.works?.owner
    const detail: Detail = {
      endToEndId: `RGF${site.prefix}${month.replace('-', '')}`,
      amountFen,
      name: owner?.name ?? '',
      account: ownerAccount(site),
      remittance: `${Number(month.slice(5))}月人工费`,
      returnReason: null,
    }
    return { on, isCredit: true, amountFen, isPending: false, details: [detail], note: null, isFee: false }
  })
}

/** Some account of the owner's: its digits are those of the site's code, which no bank gave out. */
function ownerAccount({ code }: Site): string {
  return `19${code}`
}

function payEntries(site: Site, payments: readonly Payment[], { asBatch }: Manner): Entry[] {
  const debit = (on: Day, own: readonly Payment[]): Entry => ({
    on,
    isCredit: false,
    amountFen: sumFen(own.map(({ amountFen }) => amountFen)),
    isPending: false,
    details: own.map((payment) => detailOf(payment)),
    note: null,
    isFee: false,
  })
  const debits = asBatch
    ? [...groupBy(payments, ({ on }) => on)].map(([on, own]) => debit(on, own))
    : payments.map((payment) => debit(payment.on, [payment]))
  const returned = payments.flatMap((payment): Entry[] =>
    payment.backOn === null
      ? []
      : [
          {
            ...debit(payment.backOn, [payment]),
            isCredit: true,
            details: [
              { ...detailOf(payment), remittance: `退回${site.short}工资`, returnReason: '户名不符' },
            ],
          },
        ],
  )
  return [...debits, ...returned]
}

function detailOf({ line, amountFen, reference }: Payment): Detail {
  const { person } = line.worker
  return {
    endToEndId: reference,
    amountFen,
    name: person.name,
    account: person.bankCard,
    remittance: `${monthText(line.month)}工资`,
    returnReason: null,
  }
}

/** A fee, and money that is announced and not booked: none of it wages. */
function oddEntries(site: Site): Entry[] {
  const plain = { isCredit: false, isPending: false, details: [], isFee: false }
  if (site.key === 'healthy') {
    return [{ ...plain, on: day('2026-04-20'), amountFen: 3_000n, note: '账户管理费', isFee: true }]
  }
  return site.key === 'unlisted'
    ? [
        {
          ...plain,
          on: day('2026-05-19'),
          amountFen: 20_000_000n,
          isCredit: true,
          isPending: true,
          note: '待入账',
        },
      ]
    : []
}
