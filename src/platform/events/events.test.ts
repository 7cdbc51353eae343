import fc from 'fast-check'
import { describe, expect, it } from 'vitest'

import { inspector, nobody } from '../../../testkit/actors.ts'
import { useDatabase } from '../../../testkit/database.ts'
import { newId } from '../ids.ts'
import { localOperator, type NewEvent } from '../transact.ts'
import { namedStream } from './append.ts'
import { canonicalJson } from './canonical.ts'
import { listEvents } from './history.ts'
import { type ChainReport, verifyChain } from './verify.ts'

const database = useDatabase()

function eventOf(streamId: string, data: Record<string, unknown> = {}, areaCode = '330106'): NewEvent {
  return { stream: { kind: 'worksite', id: streamId }, type: 'payroll.taken-in', data, areaCode }
}

async function record(...events: NewEvent[]): Promise<void> {
  await database.transact(localOperator, async (tx) => {
    for (const event of events) {
      tx.record(event)
    }
  })
}

function verify(site: string): Promise<ChainReport> {
  return database.read(localOperator, (tx) => verifyChain(tx, { kind: 'worksite', id: site }))
}

/**
 * What somebody with the owner's password could do: the row is changed behind the trigger that forbids it.
 */
async function tamper(statement: string, ...values: unknown[]): Promise<void> {
  await database.db.maintain(async (client) => {
    await client.query('alter table event disable trigger event_stays')
    await client.query(statement, values)
    await client.query('alter table event enable trigger event_stays')
  })
}

describe('events', () => {
  it('stand in order, each chained to the one before it', async () => {
    const site = newId()
    await record(eventOf(site, { at: 1 }), eventOf(site, { at: 2 }))
    await record(eventOf(site, { at: 3 }))
    const events = await database.read(localOperator, (tx) =>
      listEvents(tx, { kind: 'worksite', id: site }, { limit: 10 }),
    )
    expect(events.map(({ seq, data }) => [seq, data])).toEqual([
      [3n, { at: 3 }],
      [2n, { at: 2 }],
      [1n, { at: 1 }],
    ])
    expect(events[0]?.previousHash).toEqual(events[1]?.hash)
    expect(events[1]?.previousHash).toEqual(events[2]?.hash)
    expect(events[2]?.previousHash).toEqual(Buffer.alloc(32))
    expect(events[0]).toMatchObject({ actorId: 'local-operator', at: '2026-04-01T01:00:00.000Z' })
  })

  it('are listed by page', async () => {
    const site = newId()
    await record(...[1, 2, 3, 4, 5].map((at) => eventOf(site, { at })))
    const page = await database.read(localOperator, (tx) =>
      listEvents(tx, { kind: 'worksite', id: site }, { limit: 2, before: 4n }),
    )
    expect(page.map((event) => event.seq)).toEqual([3n, 2n])
  })

  it('are seen by those whose area it is, and by nobody else', async () => {
    const site = newId()
    await record(eventOf(site))
    const seen = (actor: typeof nobody) =>
      database.read(actor, (tx) => listEvents(tx, { kind: 'worksite', id: site }, { limit: 10 }))
    expect(await seen(inspector('3301'))).toHaveLength(1)
    expect(await seen(inspector('3302'))).toHaveLength(0)
    expect(await seen(nobody)).toHaveLength(0)
  })

  it('keep their order when many transactions add to one stream at the same time', async () => {
    const site = newId()
    await Promise.all(Array.from({ length: 20 }, (_, at) => record(eventOf(site, { at }))))
    expect(await verify(site)).toMatchObject({ streams: 1, events: 20, broken: null })
  })

  it('cannot be changed by the app, nor by the owner while the trigger stands', async () => {
    await record(eventOf(newId()))
    const change = database.transact(localOperator, (tx) =>
      tx.k.updateTable('event').set({ type: 'payroll.invented' }).execute(),
    )
    await expect(change).rejects.toMatchObject({ code: '42501' })
    const remove = database.db.maintain((client) => client.query('delete from event'))
    await expect(remove).rejects.toMatchObject({ code: '42501' })
  })
})

describe('verifyChain', () => {
  it('finds nothing in a stream without events', async () => {
    expect(await verify(newId())).toMatchObject({ streams: 0, events: 0, broken: null })
  })

  const changes = [
    'data = \'{"at": 9}\'',
    "actor_id = 'somebody-else'",
    "at = '2020-01-01T00:00:00Z'",
    "area_code = '330200'",
    "type = 'payroll.withdrawn'",
    'version = 2',
    "stream_kind = 'area'",
    'request_id = gen_random_uuid()',
    'person_id = gen_random_uuid()',
    'general_contractor_id = gen_random_uuid()',
  ]

  it.each(changes)('names the event whose %s was set', async (change) => {
    const site = newId()
    await record(eventOf(site, { at: 1 }), eventOf(site, { at: 2 }), eventOf(site, { at: 3 }))
    await tamper(`update event set ${change} where stream_id = $1 and seq = 2`, site)
    expect((await verify(site)).broken).toEqual({ streamId: site, seq: 2n, reason: 'hash' })
  })

  it('names the place after an event that was taken out', async () => {
    const site = newId()
    await record(eventOf(site), eventOf(site), eventOf(site))
    await tamper('delete from event where stream_id = $1 and seq = 2', site)
    expect((await verify(site)).broken).toEqual({ streamId: site, seq: 3n, reason: 'gap' })
  })

  it('names the event whose chain was cut and closed again', async () => {
    const site = newId()
    await record(eventOf(site, { at: 1 }), eventOf(site, { at: 2 }), eventOf(site, { at: 3 }))
    await tamper('delete from event where stream_id = $1 and seq = 2', site)
    await tamper('update event set seq = 2 where stream_id = $1 and seq = 3', site)
    expect((await verify(site)).broken).toEqual({ streamId: site, seq: 2n, reason: 'previous-hash' })
  })
})

describe('verifyChain over all streams', () => {
  const fresh = useDatabase()

  it('finds them whole, page after page, with a fingerprint that changes with any of them', async () => {
    const site = newId()
    const add = (...events: NewEvent[]) =>
      fresh.transact(localOperator, async (tx) => {
        for (const event of events) {
          tx.record(event)
        }
      })
    const verifyAll = () => fresh.read(localOperator, (tx) => verifyChain(tx))
    await add(...Array.from({ length: 2500 }, (_, at) => eventOf(site, { at })), eventOf(newId()))
    const first = await verifyAll()
    expect(first).toMatchObject({ streams: 2, events: 2501, broken: null })
    expect((await verifyAll()).fingerprint).toBe(first.fingerprint)
    await add(eventOf(site))
    expect((await verifyAll()).fingerprint).not.toBe(first.fingerprint)
  })
})

describe('event data', () => {
  it('read back from the database as what was hashed', async () => {
    const data = fc.dictionary(
      fc.string({ maxLength: 8 }),
      fc.jsonValue({ maxDepth: 3 }).filter((value) => !JSON.stringify(value).includes('\\u0000')),
    )
    const values = fc
      .sample(data, { numRuns: 300, seed: 724 })
      .filter((value) => !/\\u(0000|d[89a-f])/.test(JSON.stringify(value)))
    const site = newId()
    await record(...values.map((value) => eventOf(site, value)))
    expect(values.length).toBeGreaterThan(200)
    expect(await verify(site)).toMatchObject({ events: values.length, broken: null })
  })

  it('are refused at once where JSON cannot hold them', async () => {
    const recording = database.transact(localOperator, async (tx) => {
      tx.record(eventOf(newId(), { at: Number.NaN }))
    })
    await expect(recording).rejects.toThrow(TypeError)
  })

  it('have one text whatever the order of their keys', () => {
    expect(canonicalJson({ b: 1n, a: [{ d: null, c: undefined, b: '张' }] })).toBe(
      '{"a":[{"b":"张","d":null}],"b":"1"}',
    )
  })
})

describe('namedStream', () => {
  it('gives an area the same UUID each time, and another to another', () => {
    expect(namedStream('area', '330106')).toEqual(namedStream('area', '330106'))
    expect(namedStream('area', '330106').id).not.toBe(namedStream('area', '330108').id)
    expect(namedStream('area', '330106').id).not.toBe(namedStream('system', '330106').id)
    expect(namedStream('area', '330106').id).toMatch(
      /^[0-9a-f]{8}-[0-9a-f]{4}-8[0-9a-f]{3}-8[0-9a-f]{3}-[0-9a-f]{12}$/,
    )
  })
})
