import fc from 'fast-check'

import { month } from '../../../law/index.ts'
import type { Tx } from '../../../platform/transact.ts'
import { touchIntake, touchMonths, touchPeople } from '../index.ts'
import {
  addConfirmation,
  addContract,
  addGateDay,
  addPayout,
  addPayroll,
  addReturn,
  addSheet,
  idOf,
  unit,
  withdraw,
} from './world.ts'

const pick = fc.constantFrom
const person = fc.nat({ max: 1 })
const anyMonth = pick('2026-01', '2026-02', '2026-03')
const ofUnit = pick(unit.sub, unit.general, unit.other)
const fen = fc.bigInt({ min: 0n, max: 900_000n })
/** Another claim, by its place in the story. */
const other = fc.nat({ max: 9 })

const claims = {
  gateDay: fc.record({ person, month: anyMonth, unit: ofUnit }),
  sheet: fc.record({ person, month: anyMonth, unit: ofUnit, days: fc.integer({ min: 1, max: 28 }) }),
  payroll: fc.record({ people: pick<number[]>([0], [1], [0, 1]), month: anyMonth, unit: ofUnit, fen }),
  contract: fc.record({
    person,
    payCycle: pick('month', 'half-month', 'week', 'day', 'task'),
    rateKind: pick('day', 'hour', 'month', 'piece', null),
    fen,
    fromMonth: anyMonth,
    untilMonth: pick('2026-02', '2026-03', null),
  }),
  payout: fc.record({
    person,
    fen,
    paidOn: pick('2026-02-10', '2026-02-13', '2026-03-13', '2026-04-10'),
    month: fc.option(anyMonth),
    line: fc.option(other),
    echoOf: fc.option(other),
  }),
  returned: fc.record({ of: other, fen }),
  confirmation: fc.record({
    person,
    month: anyMonth,
    channel: pick('worker-phone', 'contractor-sheet'),
    answer: pick('confirmed', 'contested', 'received', 'not-received'),
    payroll: fc.option(other),
    date: fc.integer({ min: 1, max: 3 }),
  }),
  withdrawal: fc.record({ of: other }),
}

type Kind = keyof typeof claims
type Said<K extends Kind> = (typeof claims)[K] extends fc.Arbitrary<infer Each> ? Each : never
/** 一句话 — one claim; exactly one kind is filled. */
export type Claim = { readonly [K in Kind]: { readonly is: K; readonly said: Said<K> } }[Kind]

const claim = fc.oneof(
  ...Object.entries(claims).map(([is, said]) => fc.record({ is: fc.constant(is), said } as const)),
) as fc.Arbitrary<Claim>

/** 故事 — what is said of two people at one worksite, in the order in which it comes. */
export interface Story {
  readonly worksite: string
  readonly people: readonly string[]
  readonly claims: readonly Claim[]
}

export const anyClaims = fc.array(claim, { minLength: 3, maxLength: 9 })

interface Telling<K extends Kind> {
  readonly at: number
  readonly said: Said<K>
}

/** 述说 — puts the claim at this place of the story into its table, and touches the months that it is about. */
export async function tell(tx: Tx, story: Story, at: number): Promise<void> {
  const each = story.claims[at]
  switch (each?.is) {
    case undefined:
      return
    case 'gateDay':
      return await tellGateDay(tx, story, { at, said: each.said })
    case 'contract':
      return await tellContract(tx, story, { at, said: each.said })
    case 'withdrawal':
      return await tellWithdrawal(tx, story, { at, said: each.said })
    case 'sheet':
      await tellSheet(tx, story, { at, said: each.said })
      break
    case 'payroll':
      await tellPayroll(tx, story, { at, said: each.said })
      break
    case 'payout':
      await tellPayout(tx, story, { at, said: each.said })
      break
    case 'returned':
      await addReturn(tx, {
        ...source(at),
        worksite_id: story.worksite,
        return_id: idOf('return', at),
        payout_id: idOf('payout', each.said.of),
        amount_fen: each.said.fen,
      })
      break
    case 'confirmation':
      await tellConfirmation(tx, story, { at, said: each.said })
      break
    default:
      each satisfies never
  }
  await touchIntake(tx, story.worksite, idOf('intake', at))
}

const source = (at: number) => ({ intake_id: idOf('intake', at), received_on: '2026-04-01' })

function who(story: Story, index: number): { worksite_id: string; person_id: string } {
  return { worksite_id: story.worksite, person_id: story.people[index] ?? '' }
}

async function touchPerson(tx: Tx, story: Story, index: number): Promise<void> {
  await touchPeople(tx, [{ worksiteId: story.worksite, personId: story.people[index] ?? '' }])
}

/** Each claim has a day of its own, for a person has one row a day by the gate. */
async function tellGateDay(tx: Tx, story: Story, { at, said }: Telling<'gateDay'>): Promise<void> {
  const of = who(story, said.person)
  await addGateDay(tx, { ...of, day: `${said.month}-${10 + at}`, unit: said.unit })
  await touchMonths(tx, [{ worksiteId: of.worksite_id, personId: of.person_id, month: month(said.month) }])
}

async function tellSheet(tx: Tx, story: Story, { at, said }: Telling<'sheet'>): Promise<void> {
  const { worksite_id, person_id } = who(story, said.person)
  const marks = Array.from({ length: said.days }, (_, index) => ({
    person_id,
    day: `${said.month}-${String(index + 1).padStart(2, '0')}`,
    hundredths: index % 3 === 0 ? 50 : 100,
  }))
  const sheet = { sheet_id: idOf('sheet', at), number: String(at), employing_unit_id: said.unit }
  await addSheet(tx, { ...source(at), ...sheet, worksite_id, month: `${said.month}-01`, marks })
}

async function tellPayroll(tx: Tx, story: Story, { at, said }: Telling<'payroll'>): Promise<void> {
  const lines = said.people.map((index) => ({ ...who(story, index), net_fen: said.fen }))
  const sheet = { payroll_id: idOf('payroll', at), number: String(at), employing_unit_id: said.unit }
  await addPayroll(tx, {
    ...source(at),
    ...sheet,
    worksite_id: story.worksite,
    month: `${said.month}-01`,
    lines,
  })
}

async function tellContract(tx: Tx, story: Story, { at, said }: Telling<'contract'>): Promise<void> {
  await addContract(tx, {
    ...who(story, said.person),
    ...source(at),
    contract_id: idOf('contract', at),
    pay_cycle: said.payCycle,
    rate_kind: said.rateKind,
    rate_fen: said.fen,
    from_on: `${said.fromMonth}-01`,
    until_on: said.untilMonth === null ? null : `${said.untilMonth}-15`,
  })
  await touchPerson(tx, story, said.person)
}

/**
 * 所应 — the payout that this one tells of again, if the story has it: of the same person, and no echo itself.
 */
export function rootOf(story: Story, at: number): number {
  const each = story.claims[at]
  const echoOf = each?.is === 'payout' ? each.said.echoOf : null
  const root = echoOf === null ? undefined : story.claims[echoOf]
  const isRoot = root?.is === 'payout' && root.said.echoOf === null && each?.is === 'payout'
  return isRoot && echoOf !== null && root.said.person === each.said.person ? echoOf : at
}

async function tellPayout(tx: Tx, story: Story, { at, said }: Telling<'payout'>): Promise<void> {
  const root = story.claims[rootOf(story, at)]
  const line = said.line === null ? undefined : story.claims[said.line]
  const row = line?.is === 'payroll' ? line.said.people.indexOf(said.person) : -1
  await addPayout(tx, {
    ...who(story, said.person),
    ...source(at),
    payout_id: idOf('payout', at),
    corroborates_id: rootOf(story, at) === at ? null : idOf('payout', rootOf(story, at)),
    amount_fen: root?.is === 'payout' ? root.said.fen : 0n,
    paid_on: said.paidOn,
    month: said.month === null ? null : `${said.month}-01`,
    payroll_id: row < 0 ? null : idOf('payroll', said.line ?? 0),
    payroll_row: row < 0 ? null : row + 4,
  })
}

async function tellConfirmation(tx: Tx, story: Story, { at, said }: Telling<'confirmation'>): Promise<void> {
  await addConfirmation(tx, {
    ...who(story, said.person),
    ...source(at),
    confirmation_id: idOf('confirmation', at),
    month: `${said.month}-01`,
    channel: said.channel,
    answer: said.answer,
    said_on: `2026-04-0${said.date}`,
    payroll_id: said.payroll === null ? null : idOf('payroll', said.payroll),
  })
}

async function tellWithdrawal(tx: Tx, story: Story, { said }: Telling<'withdrawal'>): Promise<void> {
  await withdraw(tx, story.worksite, idOf('intake', said.of))
  await touchIntake(tx, story.worksite, idOf('intake', said.of))
  const gone = story.claims[said.of]
  if (gone?.is === 'contract') {
    await touchPerson(tx, story, gone.said.person)
  }
}
