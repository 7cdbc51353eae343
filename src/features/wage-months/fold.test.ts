import fc from 'fast-check'
import { describe, expect, it } from 'vitest'

import { useDatabase } from '../../../testkit/database.ts'
import { localOperator, type Tx } from '../../platform/transact.ts'
import { foldTouched, rebuildAll } from './index.ts'
import { anyClaims, rootOf, type Story, tell } from './testing/story.ts'
import { addPerson, addWorksite, folded, idOf } from './testing/world.ts'

const database = useDatabase()

async function begin(tx: Tx, claims: Story['claims']): Promise<Story> {
  const worksite = await addWorksite(tx, 1)
  const people = [
    await addPerson(tx, worksite, 1),
    await addPerson(tx, worksite, 2, { employing_unit_id: idOf('unit', 0) }),
  ]
  return { worksite, people, claims }
}

const order = (count: number) => Array.from({ length: count }, (_, index) => index)

/** What the bank paid a person and did not take back, by what names a month and what names none. */
function paid(story: Story, person: number): { named: bigint; unnamed: bigint } {
  const { claims } = story
  const withdrawn = new Set(claims.flatMap((each) => (each.is === 'withdrawal' ? [each.said.of] : [])))
  const stands = (at: number) => !withdrawn.has(at)
  const sums = { named: 0n, unnamed: 0n }
  for (const [root, each] of claims.entries()) {
    if (each.is !== 'payout' || each.said.person !== person || rootOf(story, root) !== root) {
      continue
    }
    const messages = order(claims.length).filter(
      (at) => claims[at]?.is === 'payout' && rootOf(story, at) === root,
    )
    const returned = claims.reduce(
      (sum, other, at) =>
        other.is === 'returned' && messages.includes(other.said.of) && stands(at)
          ? sum + other.said.fen
          : sum,
      0n,
    )
    const left = messages.some(stands) && each.said.fen > returned ? each.said.fen - returned : 0n
    const named = messages.filter(stands).some((at) => namesMonth(story, at))
    sums[named ? 'named' : 'unnamed'] += left
  }
  return sums
}

function namesMonth({ claims }: Story, at: number): boolean {
  const payout = claims[at]
  if (payout?.is !== 'payout') {
    return false
  }
  const line = payout.said.line === null ? undefined : claims[payout.said.line]
  return (
    payout.said.month !== null || (line?.is === 'payroll' && line.said.people.includes(payout.said.person))
  )
}

async function expectMoneyConserved(tx: Tx, story: Story): Promise<void> {
  for (const [index, person_id] of story.people.entries()) {
    const ofPerson = <T extends { person_id: string }>(rows: readonly T[]) =>
      rows.filter((row) => row.person_id === person_id)
    const allocations = ofPerson(await tx.k.selectFrom('payout_allocation').selectAll().execute())
    const dues = ofPerson(await tx.k.selectFrom('wage_due').selectAll().execute())
    const months = ofPerson(await tx.k.selectFrom('wage_month').selectAll().execute())
    const allocated = allocations.reduce((sum, row) => sum + row.amount_fen, 0n)
    const { named, unnamed } = paid(story, index)
    expect(allocated).toBe(named + (dues.length > 0 ? unnamed : 0n))
    expect(months.reduce((sum, row) => sum + row.paid_fen, 0n)).toBe(allocated)
    for (const row of months) {
      const same = (other: { month: string; employing_unit_id: string }) =>
        other.month === row.month && other.employing_unit_id === row.employing_unit_id
      const due = dues.filter(same).reduce((sum, each) => sum + each.due_fen, 0n)
      expect(due).toBe(row.payroll_lines > 0 ? row.net_fen : (row.accrued_fen ?? 0n))
      const onDues = dues.filter(same).reduce((sum, each) => sum + each.paid_fen, 0n)
      const beside = allocations.filter((each) => same(each) && each.due_no === 0)
      expect(onDues + beside.reduce((sum, each) => sum + each.amount_fen, 0n)).toBe(row.paid_fen)
    }
  }
}

/** Tells the claims in an order, folding after each or at the end, in a world that is gone afterwards. */
function toldIn(
  claims: Story['claims'],
  places: readonly number[],
  check?: (tx: Tx, story: Story) => Promise<void>,
) {
  return database.withTx(localOperator, async (tx) => {
    const story = await begin(tx, claims)
    for (const at of places) {
      await tell(tx, story, at)
      if (check !== undefined) {
        await foldTouched(tx)
      }
    }
    await foldTouched(tx)
    const rows = await folded(tx)
    await check?.(tx, story)
    return rows
  })
}

describe('the fold', () => {
  it('comes to the same in any order and when rebuilt from all claims, and loses no money', async () => {
    await fc.assert(
      fc.asyncProperty(anyClaims, async (claims) => {
        const places = order(claims.length)
        const forward = await toldIn(claims, places, async (tx, story) => {
          const before = await folded(tx)
          expect(await rebuildAll(tx)).toBe(0)
          expect(await folded(tx)).toEqual(before)
          await expectMoneyConserved(tx, story)
        })
        expect(await toldIn(claims, places.toReversed())).toEqual(forward)
      }),
      { seed: 20_260_401, numRuns: 12 },
    )
  }, 180_000)

  it('writes nothing where nothing was touched, and folds twice in one transaction', () =>
    database.withTx(localOperator, async (tx) => {
      expect(await foldTouched(tx)).toBe(0)
      expect(await foldTouched(tx)).toBe(0)
    }))
})
