import { type RawBuilder, sql } from 'kysely'

import type { WageWorld, WorldMovement } from '../src/monitoring/rules/testing/world.ts'
import { newId } from '../src/platform/ids.ts'
import type { Tx } from '../src/platform/transact.ts'
import { blindOf, firstMonth, type Place, seedPeople } from './wage-people.ts'

export type { WageWorld } from '../src/monitoring/rules/testing/world.ts'

/** Long before anything that a world says, so that what came matters and not when. */
const longAgo = '2026-01-01'

/** 建小世界 — seeds the rows; gives the worksite's id, which may be given. */
export async function seedWageWorld(tx: Tx, world: WageWorld, worksiteId = newId()): Promise<string> {
  const unitId = newId()
  const areaCode = world.areaCode ?? '330106'
  const place: Place = {
    worksiteId,
    unitId,
    payrollId: newId(),
    scope: sql`${areaCode}, 'housing', ${unitId}::uuid`,
  }
  await seedWorksite(tx, world, place)
  await seedHoldings(tx, world, place)
  await seedFeeds(tx, world, worksiteId)
  await seedPayroll(tx, world, place)
  for (const person of world.people ?? []) {
    await seedPeople(tx, person, place)
  }
  await seedMoney(tx, world, place)
  await seedDevice(tx, world, place)
  return worksiteId
}

async function seedWorksite(tx: Tx, world: WageWorld, { worksiteId, unitId, scope }: Place): Promise<void> {
  const { laborCost, registeredOn = longAgo } = world
  await sql`insert into worksite (worksite_id, kind, code, name, name_pinyin, area_code, sector,
      general_contractor_id, contract_signed_on, permit_on, starts_on, completed_on, pay_day, labor_officer_name,
      rights_notice_on, labor_cost_pay_day, labor_cost_fen, labor_cost_cycle_months, version, intake_id, received_on)
    values (${worksiteId}::uuid, ${world.kind ?? 'project'}, ${worksiteId}, '小世界', 'xiaoshijie', ${scope},
            ${world.contractSignedOn ?? null}::date, ${world.permitOn ?? null}::date,
            ${world.startsOn ?? null}::date, ${world.completedOn ?? null}::date, ${world.payDay ?? null},
            ${world.laborOfficer ?? ''}, ${world.rightsNoticeOn ?? null}::date, ${laborCost?.payDay ?? null},
            ${laborCost?.fen ?? null}, ${laborCost?.cycleMonths ?? null}, 1, ${newId()}::uuid,
            ${registeredOn}::date)`.execute(tx.k)
  await sql`insert into organization (organization_id, name, name_pinyin, created_at)
    values (${unitId}::uuid, '总包公司', 'zongbao', '2026-01-01')`.execute(tx.k)
  for (const { from, until } of world.pauses ?? []) {
    await sql`insert into worksite_pause (worksite_id, pause_id, area_code, sector, general_contractor_id, from_on,
        until_on, reason, confirmed_by, received_on)
      values (${worksiteId}::uuid, ${newId()}::uuid, ${scope}, ${from}::date, ${until}::date, '停工', '监察员',
              ${from}::date)`.execute(tx.k)
  }
}

async function seedHoldings(tx: Tx, world: WageWorld, { worksiteId, scope }: Place): Promise<void> {
  const { deposit, guarantee } = world
  if (deposit !== undefined) {
    await sql`insert into wage_deposit (worksite_id, deposit_id, area_code, sector, general_contractor_id, form,
        stored_on, expires_on, intake_id, received_on)
      values (${worksiteId}::uuid, ${newId()}::uuid, ${scope}, ${deposit.form}, ${deposit.storedOn ?? null}::date,
              ${deposit.expiresOn ?? null}::date, ${newId()}::uuid, ${longAgo}::date)`.execute(tx.k)
  }
  if (guarantee !== undefined) {
    await sql`insert into payment_guarantee (worksite_id, guarantee_id, area_code, sector, general_contractor_id,
        given_on, expires_on, received_on)
      values (${worksiteId}::uuid, ${newId()}::uuid, ${scope}, ${guarantee.givenOn ?? null}::date,
              ${guarantee.expiresOn ?? null}::date, ${longAgo}::date)`.execute(tx.k)
  }
}

async function seedFeeds(tx: Tx, world: WageWorld, worksiteId: string): Promise<void> {
  const bank = world.bankUntil === undefined ? [] : [{ feed: 'bank', until: world.bankUntil } as const]
  for (const { feed, until, ...said } of [...bank, ...(world.feeds ?? [])]) {
    await seedFeed(tx, worksiteId, { feed, on: until, ...said })
  }
}

/** 数据到达 — that a feed spoke until a day. */
export async function seedFeed(
  tx: Tx,
  worksiteId: string,
  { feed, on, receivedOn = longAgo }: { feed: string; on: string; receivedOn?: string },
): Promise<void> {
  await sql`insert into feed_receipt (worksite_id, feed, intake_id, area_code, sector, general_contractor_id,
      received_on, covered_until_on)
    select worksite_id, ${feed}, ${newId()}::uuid, area_code, sector, general_contractor_id, ${receivedOn}::date,
           ${on}::date
      from worksite where worksite_id = ${worksiteId}::uuid`.execute(tx.k)
}

async function seedPayroll(tx: Tx, world: WageWorld, place: Place): Promise<void> {
  const { payrollOn, payroll = {} } = world
  if (payrollOn === undefined) {
    return
  }
  const formerId = payroll.replaces === true ? newId() : null
  const rows = [
    ...(formerId === null
      ? []
      : [{ payrollId: formerId, current: false, signatures: 'some', replaces: null }]),
    {
      payrollId: place.payrollId,
      current: true,
      signatures: payroll.signatures ?? 'not-reported',
      replaces: formerId,
    },
  ]
  for (const { payrollId, current, signatures, replaces } of rows) {
    await sql`insert into payroll (worksite_id, payroll_id, employing_unit_id, area_code, sector,
        general_contractor_id, month, number, line_count, due_fen, net_fen, signatures, current, replaces_id, intake_id,
        received_on)
      values (${place.worksiteId}::uuid, ${payrollId}::uuid, ${place.unitId}::uuid, ${place.scope},
              ${`${firstMonth}-01`}::date, '1', ${payroll.lines ?? 0}, 0, ${payroll.netFen ?? 0n}, ${signatures},
              ${current}, ${replaces}::uuid, ${newId()}::uuid, ${payrollOn}::date)`.execute(tx.k)
  }
}

async function seedMoney(tx: Tx, { account, ...world }: WageWorld, place: Place): Promise<void> {
  const { worksiteId, scope } = place
  if (account !== undefined) {
    const accountId = newId()
    await sql`insert into wage_account (worksite_id, account_id, version, area_code, sector, general_contractor_id,
        number_sealed, number_blind, number_tail, opened_on, agreement_on, received_on)
      values (${worksiteId}::uuid, ${accountId}::uuid, 1, ${scope}, '\\x00', ${blindOf(accountId)}, '0000',
              ${account.openedOn}::date, ${account.agreementOn ?? null}::date, ${account.openedOn}::date)`.execute(
      tx.k,
    )
    for (const [index, movement] of (account.movements ?? []).entries()) {
      await seedMovement(tx, movement, { accountId, reference: `B${index}`, ...place })
    }
  }
  for (const { on, fen, receivedOn = on } of world.laborCost?.paid ?? []) {
    await sql`insert into labor_cost_payment (worksite_id, payment_id, area_code, sector, general_contractor_id,
        amount_fen, paid_on, intake_id, source_row, received_on)
      values (${worksiteId}::uuid, ${newId()}::uuid, ${scope}, ${fen}, ${on}::date, ${newId()}::uuid, 1,
              ${receivedOn}::date)`.execute(tx.k)
  }
  const resultsId = newId()
  for (const [index, { on, fen }] of (world.namelessPayouts ?? []).entries()) {
    await sql`insert into payout (worksite_id, payout_id, area_code, sector, general_contractor_id, amount_fen,
        paid_on, intake_id, source_row, received_on)
      values (${worksiteId}::uuid, ${newId()}::uuid, ${scope}, ${fen}, ${on}::date, ${resultsId}::uuid, ${index + 2},
              ${on}::date)`.execute(tx.k)
  }
}

interface Booking extends Place {
  readonly accountId: string
  readonly reference: string
}

async function seedMovement(tx: Tx, movement: WorldMovement, booking: Booking): Promise<void> {
  const { on, fen, kind, name = '', account, receivedOn = on } = movement
  const direction = movement.direction ?? (kind === 'labor-cost' || kind === 'return' ? 'credit' : 'debit')
  const blind: RawBuilder<unknown> = account === undefined ? sql`null` : blindOf(account)
  await sql`insert into account_movement (worksite_id, movement_id, account_id, area_code, sector,
      general_contractor_id, booked_on, direction, amount_fen, kind, bank_reference, counterparty_name,
      counterparty_blind, balance_fen, intake_id, source_row, received_on)
    values (${booking.worksiteId}::uuid, ${newId()}::uuid, ${booking.accountId}::uuid, ${booking.scope}, ${on}::date,
            ${direction}, ${fen}, ${kind}, ${booking.reference}, ${name}, ${blind}, ${movement.balanceFen ?? null},
            ${newId()}::uuid, 1, ${receivedOn}::date)`.execute(tx.k)
}

async function seedDevice(tx: Tx, { device, punches = [] }: WageWorld, place: Place): Promise<void> {
  if (device === undefined) {
    return
  }
  const { worksiteId, scope } = place
  const [deviceId, intakeId, personId] = [newId(), newId(), newId()]
  await sql`insert into device (worksite_id, device_id, area_code, sector, general_contractor_id, serial, kind,
      registered_on)
    values (${worksiteId}::uuid, ${deviceId}::uuid, ${scope}, ${deviceId}, ${device}, ${longAgo}::date)`.execute(
    tx.k,
  )
  await sql`insert into device_user (worksite_id, device_id, pin, person_id, area_code, sector,
      general_contractor_id, from_on, intake_id, received_on)
    values (${worksiteId}::uuid, ${deviceId}::uuid, '1', ${personId}::uuid, ${scope}, ${longAgo}::date,
            ${intakeId}::uuid, ${longAgo}::date)`.execute(tx.k)
  for (const { on, known, unknown } of punches) {
    await sql`insert into punch (worksite_id, device_id, pin, punched_at, direction, intake_id, area_code, sector,
        general_contractor_id, source_row, received_on)
      select ${worksiteId}::uuid, ${deviceId}::uuid, case when n <= ${known}::int then '1' else '9' end,
             ${`${on}T08:00:00+08:00`}::timestamptz + make_interval(secs => n), 'in', ${intakeId}::uuid, ${scope}, n,
             ${on}::date
        from generate_series(1, ${known + unknown}::int) n`.execute(tx.k)
  }
}
