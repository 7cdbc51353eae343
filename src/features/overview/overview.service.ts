import type { History, HistoryQuery, Overview } from '../../contract/endpoints/overview.ts'
import { addDays, day, earlierOf, laterOf } from '../../law/index.ts'
import { findWatchedOn } from '../../monitoring/engine/watched.store.ts'
import type { Tx } from '../../platform/transact.ts'
import { queryWorksites } from '../worksites/index.ts'
import {
  countOpenFindings,
  countOwedPeople,
  countTotals,
  findFirstWatched,
  listHistory,
} from './overview.store.ts'

const worstShown = 8
const historyDays = 90
/** A reader who asks for more than this many days is given the latest of them. */
const mostHistoryDays = 1100

/** 总览 — counts, what is owed, and the worksites with the gravest findings, of the reader's scope. */
export async function showOverview(tx: Tx): Promise<Overview> {
  const watchedOn = await findWatchedOn(tx)
  const totals = await countTotals(tx, watchedOn ?? tx.today)
  const { red, orange, yellow, notice, owed_fen, owed_worksites } = await countOpenFindings(tx)
  const { items } = await queryWorksites(tx, { sort: 'level', pageSize: worstShown })
  return {
    watchedOn: watchedOn ?? null,
    ...totals,
    open: { red, orange, yellow, notice },
    owed: { fen: owed_fen.toString(), people: await countOwedPeople(tx), worksites: owed_worksites },
    worst: items.filter(({ level }) => level !== null),
  }
}

/**
 * 走势 — how findings stood at the end of each day. It begins with the first day on which rules ran, for before it
 * nobody looked, and ends with the last.
 */
export async function showHistory(tx: Tx, query: HistoryQuery): Promise<History> {
  const [first, last] = [await findFirstWatched(tx), await findWatchedOn(tx)]
  if (first === undefined || last === undefined) {
    return { days: [] }
  }
  const until = query.until === undefined ? last : earlierOf(day(query.until), last)
  const earliest = laterOf(first, addDays(until, 1 - mostHistoryDays))
  const from = laterOf(earliest, query.from === undefined ? addDays(until, 1 - historyDays) : day(query.from))
  const rows = from > until ? [] : await listHistory(tx, from, until)
  return {
    days: rows.map(({ day: on, owed_fen, ...open }) => ({ day: on, open, owedFen: owed_fen.toString() })),
  }
}
