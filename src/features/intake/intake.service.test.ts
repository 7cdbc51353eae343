import { sql } from 'kysely'
import { describe, expect, it } from 'vitest'

import { inspector } from '../../../testkit/actors.ts'
import { testImporting, useTestPlatform } from '../../../testkit/intake.ts'
import { day } from '../../law/day.ts'
import { newId } from '../../platform/ids.ts'
import { localOperator, read } from '../../platform/transact.ts'
import { processIntake } from './intake.process.ts'
import { showIntake } from './intake.queries.ts'
import { answer, getByPrefix, receive, unfinished, withdraw } from './intake.service.ts'
import { events, organizations } from './testing/left.store.ts'
import { group, rows, script } from './testing/script.ts'

const platform = useTestPlatform()
const importing = testImporting()
const actor = localOperator

function send(bytes: Uint8Array, options = {}) {
  return receive(platform, actor, { bytes, fileName: 'C:\\月报\\三月.xlsx', channel: 'cli', options })
}

function process(intakeId: string) {
  return processIntake(platform, importing, { intakeId, actor })
}

function detail(intakeId: string) {
  return read(platform, actor, (tx) => showIntake(tx, { intakeId, progress: null }, 'en'))
}

describe('receive', () => {
  it('stores the message with its event before it answers, under the name without folders', async () => {
    const bytes = script(group('一'), rows(2, '甲'))
    const receipt = await send(bytes)
    expect(receipt).toMatchObject({ state: 'received', kind: null, fileName: '三月.xlsx', sentBefore: false })
    expect(receipt.hash).toMatch(/^[0-9a-f]{16}$/)
    expect(receipt.receivedOn).toBe('2026-04-01')
    expect(receipt.byteCount).toBe(bytes.length)
    expect(await events(platform, receipt.intakeId)).toEqual(['intake.received'])
    expect(await unfinished(platform, actor)).toContain(receipt.intakeId)
  })

  it('keeps the day that the sender names as the day of receipt', async () => {
    const message = { bytes: script(group('日')), fileName: 'a', channel: 'api', options: {} } as const
    const receipt = await receive(platform, actor, { ...message, receivedOn: day('2026-03-05') })
    expect(receipt.receivedOn).toBe('2026-03-05')
  })

  it('refuses what is over the limit and stores nothing', async () => {
    const bytes = Buffer.alloc(1024 * 1024 + 1, 'x')
    const before = [...platform.blobs.list()]
    await expect(send(bytes)).rejects.toMatchObject({ code: 'file.too-big', kind: 'too-large' })
    expect([...platform.blobs.list()]).toEqual(before)
  })

  it('gives the same receipt for the same content, and records nothing', async () => {
    const bytes = script(group('同'), rows(2, '乙'))
    const first = await send(bytes)
    const second = await send(bytes)
    expect(second).toMatchObject({ intakeId: first.intakeId, hash: first.hash, sentBefore: true })
    expect(await events(platform, first.intakeId)).toEqual(['intake.received'])
  })

  it('stores the same content once when it is sent twice at a time', async () => {
    const bytes = script(group('并'), rows(2, '丙'))
    const receipts = await Promise.all([send(bytes), send(bytes), send(bytes)])
    expect(new Set(receipts.map((receipt) => receipt.intakeId)).size).toBe(1)
  })

  it('takes the same content for two messages when it is said to be about two worksites', async () => {
    const bytes = script(group('两'), rows(2, '丁'))
    const first = await send(bytes, { worksite: 'A' })
    const second = await send(bytes, { worksite: 'B' })
    const again = await send(bytes, { worksite: 'A' })
    expect(second.intakeId).not.toBe(first.intakeId)
    expect(again.intakeId).toBe(first.intakeId)
  })

  it('keeps messages from whoever is outside the scope of the sender', async () => {
    const { intakeId } = await send(script(group('界'), rows(2, '戊')))
    const stranger = inspector('330106')
    const shown = read(platform, stranger, (tx) => showIntake(tx, { intakeId, progress: null }, 'en'))
    await expect(shown).rejects.toMatchObject({ code: 'intake.not-found' })
  })

  it('replaces what the database cannot hold in names', async () => {
    const message = { bytes: script(group('名')), channel: 'web', options: {} } as const
    const receipt = await receive(platform, actor, { ...message, fileName: 'a\0\ud800\r\nb.xlsx' })
    expect(receipt.fileName).toBe('a\ufffd\ufffdb.xlsx')
  })
})

describe('processIntake', () => {
  it('takes the rows in, counts, folds once, and leaves the rows refused with their reasons', async () => {
    const folded = importing.folded
    const bytes = script(
      group('一'),
      rows(4, '甲一', '', '?'),
      { type: 'progress', share: 0.5 },
      {
        type: 'issues',
        issues: [
          {
            sheet: '一',
            row: 9,
            column: '姓名',
            severity: 'error',
            code: 'intake.no-such-row',
            data: { sheet: '\0' },
          },
          { sheet: '一', row: 9, column: '工种', severity: 'error', code: 'intake.no-such-row', data: {} },
        ],
      },
      group('二'),
      rows(2, '乙一'),
    )
    const { intakeId } = await send(bytes)
    const receipt = await process(intakeId)
    expect(receipt).toMatchObject({ state: 'done', kind: 'roster', rowsTaken: 3, rowsFailed: 2 })
    expect(await organizations(platform, intakeId)).toEqual(['甲一', '?', '乙一'])
    expect(importing.folded).toBe(folded + 1)
    const { groups, issues, issueTotal } = await detail(intakeId)
    expect(groups).toEqual([
      { kind: 'roster', sheet: '一', taken: 2, failed: 2 },
      { kind: 'roster', sheet: '二', taken: 1, failed: 0 },
    ])
    expect(issueTotal).toBe(4)
    expect(issues.map(({ row, severity }) => [row, severity])).toEqual([
      [5, 'error'],
      [9, 'error'],
      [9, 'error'],
      [6, 'warning'],
    ])
    expect(await events(platform, intakeId)).toEqual(['intake.received', 'intake.taken-in'])
  })

  it('says so when a table has not one row', async () => {
    const { intakeId } = await send(script(group('空')))
    expect(await process(intakeId)).toMatchObject({ state: 'done', rowsTaken: 0, rowsFailed: 0 })
    const { issues } = await detail(intakeId)
    expect(issues).toMatchObject([{ sheet: '空', row: 0, severity: 'warning', code: 'intake.no-rows' }])
  })

  it('changes nothing when a message that was taken in is sent or processed again', async () => {
    const bytes = script(group('再'), rows(2, '丙一'))
    const { intakeId } = await send(bytes)
    await process(intakeId)
    const again = await send(bytes)
    expect(again).toMatchObject({ intakeId, state: 'done', sentBefore: true, rowsTaken: 1 })
    await process(intakeId)
    expect(await organizations(platform, intakeId)).toEqual(['丙一'])
    expect(await events(platform, intakeId)).toEqual(['intake.received', 'intake.taken-in'])
  })

  it('takes a message in once when two processes do it at a time', async () => {
    const { intakeId } = await send(script(group('双'), rows(2, '丁一')))
    await Promise.all([process(intakeId), process(intakeId)])
    expect(await organizations(platform, intakeId)).toEqual(['丁一'])
  })

  it('waits for an answer, leaves nothing behind, and goes on when it is answered', async () => {
    const bytes = script(group('先'), rows(2, '戊一'), group('问', { ask: true }), rows(2, '戊二'))
    const { intakeId } = await send(bytes)
    expect(await process(intakeId)).toMatchObject({ state: 'asking', rowsTaken: 0 })
    expect(await organizations(platform, intakeId)).toEqual([])
    expect((await detail(intakeId)).intake.problem?.code).toBe('ask.worksite')
    await answer(platform, actor, { intakeId, options: { worksite: 'A' } })
    expect(await process(intakeId)).toMatchObject({ state: 'done', rowsTaken: 2 })
    const told = ['intake.received', 'intake.asked', 'intake.answered', 'intake.taken-in']
    expect(await events(platform, intakeId)).toEqual(told)
  })

  it('tries a message that asks again when it is sent again with the answer', async () => {
    const bytes = script(group('又', { ask: true }), rows(2, '己一'))
    const { intakeId } = await send(bytes)
    await process(intakeId)
    const again = await send(bytes, { worksite: 'A' })
    expect(again).toMatchObject({ intakeId, state: 'received', sentBefore: true })
    expect(await process(intakeId)).toMatchObject({ state: 'done', rowsTaken: 1 })
  })

  it('refuses an answer that nobody asked for', async () => {
    const { intakeId } = await send(script(group('未'), rows(2, '庚一')))
    await process(intakeId)
    const unasked = answer(platform, actor, { intakeId, options: { worksite: 'A' } })
    await expect(unasked).rejects.toMatchObject({ code: 'intake.not-waiting' })
  })

  it('asks what the reader asks, also between two groups', async () => {
    const ask = { type: 'ask', code: 'ask.mapping', data: { unknown: [{ title: '应领' }] } } as const
    const { intakeId } = await send(script(group('列'), rows(2, '辛一'), ask))
    expect(await process(intakeId)).toMatchObject({ state: 'asking' })
    expect((await detail(intakeId)).intake.problem?.data).toEqual({ unknown: [{ title: '应领' }] })
    expect(await organizations(platform, intakeId)).toEqual([])
  })

  it('refuses with the reason of the reader, in the middle of the file too', async () => {
    const { intakeId } = await send(
      script(group('坏'), rows(2, '壬一'), { type: 'refuse', code: 'file.zip-damaged' }),
    )
    expect(await process(intakeId)).toMatchObject({ state: 'refused', rowsTaken: 0 })
    expect((await detail(intakeId)).intake.problem?.code).toBe('file.zip-damaged')
    expect(await organizations(platform, intakeId)).toEqual([])
    expect(await events(platform, intakeId)).toEqual(['intake.received', 'intake.refused'])
  })

  it('refuses a file in which no table is recognized', async () => {
    const { intakeId } = await send(script({ type: 'issues', issues: [] }))
    await process(intakeId)
    expect((await detail(intakeId)).intake.problem?.code).toBe('intake.nothing-recognized')
  })

  it('keeps a message for another try when something unexpected happens, and nothing of it', async () => {
    const { intakeId } = await send(script(group('错'), rows(2, '癸一'), { type: 'crash' }))
    await expect(process(intakeId)).rejects.toThrow(TypeError)
    expect(await organizations(platform, intakeId)).toEqual([])
    expect((await detail(intakeId)).intake.state).toBe('received')
    expect(await unfinished(platform, actor)).toContain(intakeId)
  })

  it('keeps what columns mean for the sender and the kind once the message was taken in', async () => {
    const { intakeId } = await send(script(group('映'), rows(2, '子一')), {
      mapping: { 应领: 'due', 附: 'ignore' },
    })
    await process(intakeId)
    const { rows: kept } = await platform.database.read(actor, (tx) =>
      sql`select kind, title, field from column_mapping
        where sender_id = 'local-operator' order by title`.execute(tx.k),
    )
    expect(kept).toEqual([
      { kind: 'roster', title: '应领', field: 'due' },
      { kind: 'roster', title: '附', field: 'ignore' },
    ])
  })
})

async function seedWorksite(): Promise<string> {
  const worksiteId = newId()
  await platform.database.seed((tx) =>
    sql`insert into worksite (worksite_id, kind, code, name, name_pinyin, area_code, sector,
        general_contractor_id, version, received_on)
      values (${worksiteId}::uuid, 'project', ${worksiteId}, '甲工程', '', '330106', 'housing',
        ${newId()}::uuid, 1, '2026-01-01')`.execute(tx.k),
  )
  return worksiteId
}

describe('a message about a worksite', () => {
  it('notes that the feed spoke and tells the history of the worksite', async () => {
    const worksiteId = await seedWorksite()
    const { intakeId } = await send(
      script(group('点', { worksiteId }), rows(2, '丑一'), group('点二', { worksiteId })),
    )
    await process(intakeId)
    const { rows: spoken } = await platform.database.read(actor, (tx) =>
      sql`select feed, intake_id, area_code, covered_until_on from feed_receipt
        where worksite_id = ${worksiteId}::uuid`.execute(tx.k),
    )
    expect(spoken).toEqual([
      { feed: 'roster', intake_id: intakeId, area_code: '330106', covered_until_on: '2026-03-31' },
    ])
    expect(await events(platform, worksiteId)).toEqual(['worksite.spoken-of'])
  })

  it('no longer counts when it is withdrawn, once, and can be sent again as a new one', async () => {
    const worksiteId = await seedWorksite()
    const bytes = script(group('撤', { worksiteId }), rows(2, '寅一'))
    const { intakeId } = await send(bytes)
    await process(intakeId)
    const folded = importing.folded
    const first = await withdraw(platform, importing, { actor, intakeId })
    const second = await withdraw(platform, importing, { actor, intakeId })
    expect([first.state, second.state]).toEqual(['withdrawn', 'withdrawn'])
    expect(importing.withdrawn.filter((each) => each === intakeId)).toEqual([intakeId])
    expect(importing.folded).toBe(folded + 1)
    const { rows: standing } = await platform.database.read(actor, (tx) =>
      sql`select worksite_id, area_code, withdrawn_on, actor_id from claim_withdrawal
        where intake_id = ${intakeId}::uuid`.execute(tx.k),
    )
    expect(standing).toEqual([
      {
        worksite_id: worksiteId,
        area_code: '330106',
        withdrawn_on: '2026-04-01',
        actor_id: 'local-operator',
      },
    ])
    const again = await send(bytes)
    expect(again.intakeId).not.toBe(intakeId)
    expect(again.sentBefore).toBe(false)
  })
})

describe('getByPrefix', () => {
  it('finds a message by number, by hash, and by the beginning of the hash', async () => {
    const { intakeId, hash } = await send(script(group('号'), rows(2, '卯一')))
    for (const given of [intakeId, hash, hash.slice(0, 8).toUpperCase()]) {
      expect((await read(platform, actor, (tx) => getByPrefix(tx, given))).intakeId).toBe(intakeId)
    }
  })

  it('finds what took the place of a withdrawn message of the same content', async () => {
    const bytes = script(group('号三'), rows(2, '辰一'))
    const { intakeId, hash } = await send(bytes)
    await withdraw(platform, importing, { actor, intakeId })
    const again = await send(bytes)
    expect((await read(platform, actor, (tx) => getByPrefix(tx, hash))).intakeId).toBe(again.intakeId)
  })

  it('refuses what is too short to name one, and what names several', async () => {
    const first = await send(script(group('号一')))
    await send(script(group('号二')))
    const find = (given: string) => read(platform, actor, (tx) => getByPrefix(tx, given))
    await expect(find(first.hash.slice(0, 7))).rejects.toMatchObject({ code: 'intake.not-found' })
    await expect(find(first.intakeId.slice(0, 8))).rejects.toMatchObject({ code: 'intake.ambiguous' })
  })
})
