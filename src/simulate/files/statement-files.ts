import { addDays, type Day, daysBetween, laterOf, weekday } from '../../law/day.ts'
import type { AccountBank, WageAccount } from '../county/facts.ts'
import { isBankDay } from '../county/frame.ts'
import type { County, Frame, Movement, Site } from '../county/model.ts'
import { noticeFile, type Statement, statementFile } from './camt-xml.ts'
import { type CountyFile, countyFile } from './county-file.ts'

const statementDays = [1, 3, 5]
const longestWait = 3
/** Of an account on which nothing was booked the bank tells at least so often. */
const quietDays = 6
const daysBeforePay = 6
const daysAfterPay = 12

interface BankedSite {
  readonly site: Site
  readonly account: WageAccount
  /** The first day of which the bank can tell the authority: the account is registered by then. */
  readonly knownFrom: Day
}

/**
 * 银行对账单 — on Monday, Wednesday and Friday every bank tells what was booked on the wage accounts that it
 * keeps, up to the day before, one statement an account; of a quiet account once a week, but every time
 * around its pay days. One of the banks tells of money that came in on the same day.
 */
export function* statementFiles(county: County): Generator<CountyFile> {
  const { frame } = county
  for (const [at, bank] of county.banks.entries()) {
    const kept = sitesOf(county, bank)
    const told = new Map<Site, Day>()
    let last = frame.from
    for (const day of frame.days.slice(1)) {
      const isDay = statementDays.includes(weekday(day)) || daysBetween(last, day) > longestWait
      const to = addDays(day, -1)
      if (isBankDay(day) && isDay) {
        const statements = kept.flatMap((each) => statementOf(each, { frame, told, to }) ?? [])
        last = day
        if (statements.length > 0) {
          const id = `B${at + 1}-${to.replaceAll('-', '')}`
          const bytes = statementFile(bank, id, statements)
          const name = `${bank.name}工资专户对账单${to}.xml`
          yield countyFile(name, { receivedOn: day, kind: 'bank-statement', bytes })
        }
      }
      if (bank.sendsNotices) {
        yield* noticesOf(bank, kept, { day, at })
      }
    }
  }
}

function sitesOf({ sites, frame }: County, bank: AccountBank): readonly BankedSite[] {
  return sites.flatMap((site): BankedSite[] => {
    const { account, registeredOn } = site.facts
    if (account === null || account.bank !== bank) {
      return []
    }
    return [{ site, account, knownFrom: laterOf(frame.from, registeredOn, addDays(account.openedOn, 1)) }]
  })
}

interface Span {
  readonly frame: Frame
  readonly to: Day
  /** The last day of which the bank told, by worksite. */
  readonly told: Map<Site, Day>
}

/** An account of which nothing was told yet begins with all that was booked on it. */
function statementOf({ site, account, knownFrom }: BankedSite, { frame, told, to }: Span): Statement | null {
  const before = told.get(site)
  const from = before === undefined ? laterOf(frame.from, account.openedOn) : addDays(before, 1)
  const movements = site.movements.filter(({ on }) => on >= from && on <= to)
  const isQuiet = movements.length === 0 && before !== undefined && !isAwaited(site, { before, to })
  if (to < knownFrom || to < from || isQuiet) {
    return null
  }
  told.set(site, to)
  const openingFen = balanceBefore(site, from)
  return {
    id: `${account.number.slice(-6)}-${to.replaceAll('-', '')}`,
    account: account.number,
    from,
    to,
    openingFen,
    closingFen: movements.at(-1)?.balanceFen ?? openingFen,
    movements,
  }
}

/** Around pay days the bank tells every time, else once a week. */
function isAwaited({ dueDays }: Site, { before, to }: { readonly before: Day; readonly to: Day }): boolean {
  return (
    daysBetween(before, to) >= quietDays ||
    dueDays.some((dueOn) => to >= addDays(dueOn, -daysBeforePay) && to <= addDays(dueOn, daysAfterPay))
  )
}

function balanceBefore({ movements, openingFen }: Site, day: Day): bigint {
  return movements.findLast(({ on }) => on < day)?.balanceFen ?? openingFen
}

function* noticesOf(
  bank: AccountBank,
  kept: readonly BankedSite[],
  { day, at }: { day: Day; at: number },
): Generator<CountyFile> {
  const isTold = ({ on, kind }: Movement) => on === day && kind === 'labor-cost'
  const notices = kept
    .filter(({ knownFrom }) => knownFrom < day)
    .flatMap(({ site, account }): Statement[] => {
      const movements = site.movements.filter(isTold)
      const id = `N${account.number.slice(-6)}-${day.replaceAll('-', '')}`
      const span = { from: day, to: day, openingFen: 0n, closingFen: 0n }
      return movements.length === 0 ? [] : [{ id, account: account.number, ...span, movements }]
    })
  if (notices.length > 0) {
    const bytes = noticeFile(bank, `N${at + 1}-${day.replaceAll('-', '')}`, notices)
    const name = `${bank.name}到账通知${day}.xml`
    yield countyFile(name, { receivedOn: day, kind: 'bank-statement', bytes })
  }
}
