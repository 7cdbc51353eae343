import { sql } from 'kysely'
import { beforeAll, describe, expect, it } from 'vitest'

import { inspector, nobody } from '../../../testkit/actors.ts'
import { useDatabase } from '../../../testkit/database.ts'
import { seedWageWorld } from '../../../testkit/wage-world.ts'
import { addDays, day } from '../../law/index.ts'
import { newId } from '../../platform/ids.ts'
import { localOperator, type Tx } from '../../platform/transact.ts'
import { monitor, queryFindings } from '../findings/index.ts'
import { showHistory, showOverview } from './overview.service.ts'

const database = useDatabase()
const [lateId, quietId] = [newId(), newId()]
const ask = <T>(work: (tx: Tx) => Promise<T>) => database.read(localOperator, work)
const levels = ['red', 'orange', 'yellow', 'notice'] as const

/** Two people unpaid since 15 April; they are watched on the third and on the tenth day, then one is paid. */
beforeAll(async () => {
  const due = { on: '2026-04-15', fen: 500_000n }
  await database.seed(async (tx) => {
    await seedWageWorld(tx, { bankUntil: '2026-04-30', people: [{ count: 2, due }] }, lateId)
    await seedWageWorld(tx, { areaCode: '330206', kind: 'establishment' }, quietId)
  })
  await monitor(database, day('2026-04-18'))
  await monitor(database, day('2026-04-25'))
  await database.seed((tx) =>
    sql`update wage_due set paid_fen = due_fen, settled_on = '2026-04-27'
         where person_id = (select min(person_id::text)::uuid from wage_due)`.execute(tx.k),
  )
  await monitor(database, day('2026-04-28'))
})

describe('showOverview', () => {
  it('counts what is watched, what is open and what is owed, as of the last run', async () => {
    const overview = await ask(showOverview)
    expect(overview).toMatchObject({
      watchedOn: '2026-04-28',
      worksites: 2,
      people: 2,
      owed: { fen: '500000', people: 1, worksites: 1 },
    })
    expect(overview.worst.map(({ worksiteId, owedFen }) => [worksiteId, owedFen])).toEqual([
      [lateId, '500000'],
    ])
  })

  it('shows numbers that are the lengths of the lists behind them', async () => {
    const { open, owed } = await ask(showOverview)
    for (const level of levels) {
      const list = await ask((tx) => queryFindings(tx, { level, pageSize: 200 }, 'en'))
      expect([level, list.total]).toEqual([level, open[level]])
    }
    const list = await ask((tx) => queryFindings(tx, { rule: 'wage-unpaid' }, 'en'))
    expect(list.items.reduce((sum, { amountFen }) => sum + BigInt(amountFen), 0n)).toBe(BigInt(owed.fen))
  })

  it('shows a reader the own scope and nobody anything', async () => {
    expect(await database.read(nobody, showOverview)).toMatchObject({
      worksites: 0,
      people: 0,
      open: { red: 0, orange: 0, yellow: 0, notice: 0 },
      owed: { fen: '0', people: 0, worksites: 0 },
      worst: [],
    })
    const elsewhere = await database.read(inspector('3302'), showOverview)
    expect(elsewhere).toMatchObject({ worksites: 1, people: 0, owed: { fen: '0' }, worst: [] })
  })
})

describe('showHistory', () => {
  const owedOn = (days: Awaited<ReturnType<typeof showHistory>>['days'], on: string) =>
    days.find((each) => each.day === on)?.owedFen

  it('has every day from the first run to the last, each as it stood at its end', async () => {
    const { days } = await ask((tx) => showHistory(tx, {}))
    expect(days.map((each) => each.day)).toEqual(
      Array.from({ length: 11 }, (_, index) => addDays(day('2026-04-18'), index)),
    )
    expect([owedOn(days, '2026-04-18'), owedOn(days, '2026-04-27'), owedOn(days, '2026-04-28')]).toEqual([
      '1000000',
      '1000000',
      '500000',
    ])
  })

  it('agrees on each day with the list of findings as of that day', async () => {
    const { days } = await ask((tx) => showHistory(tx, {}))
    for (const { day: asOf, open, owedFen } of days) {
      const { items, total } = await ask((tx) => queryFindings(tx, { asOf, pageSize: 200 }, 'en'))
      expect(total).toBe(items.length)
      const count = (level: string) => items.filter((each) => each.level === level).length
      expect(open).toEqual(Object.fromEntries(levels.map((level) => [level, count(level)])))
      const owed = items.filter(({ ruleId }) => ruleId === 'wage-unpaid')
      expect(owed.reduce((sum, { amountFen }) => sum + BigInt(amountFen), 0n)).toBe(BigInt(owedFen))
    }
  })

  it('finds a finding at the level that it had on the day asked about', async () => {
    const unpaid = (asOf: string) =>
      ask((tx) => queryFindings(tx, { asOf, rule: 'wage-unpaid', level: 'yellow' }, 'en'))
    expect((await unpaid('2026-04-18')).total).toBe(1)
    expect((await unpaid('2026-04-25')).total).toBe(0)
    expect((await unpaid('2026-04-18')).items[0]).toMatchObject({ people: 2, amountFen: '1000000' })
  })

  it('begins where it is asked to, with what stood then, and reaches no day on which nobody looked', async () => {
    const whole = (await ask((tx) => showHistory(tx, {}))).days
    const { days } = await ask((tx) => showHistory(tx, { from: '2026-04-24', until: '2026-05-31' }))
    expect(days).toEqual(whole.slice(-5))
    expect((await ask((tx) => showHistory(tx, { from: '2026-05-01' }))).days).toEqual([])
    expect((await ask((tx) => showHistory(tx, { until: '2026-04-01' }))).days).toEqual([])
  })

  it('counts only what the reader may see', async () => {
    const seen = await database.read(inspector('3302'), (tx) => showHistory(tx, {}))
    expect(seen.days).toHaveLength(11)
    expect(new Set(seen.days.map(({ owedFen }) => owedFen))).toEqual(new Set(['0']))
    const none = await database.read(nobody, (tx) => showHistory(tx, {}))
    expect(none.days.every(({ open }) => levels.every((level) => open[level] === 0))).toBe(true)
  })
})
