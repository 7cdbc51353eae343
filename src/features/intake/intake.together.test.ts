import { describe, expect, it } from 'vitest'

import { testImporting, useTestPlatform } from '../../../testkit/intake.ts'
import { localOperator } from '../../platform/transact.ts'
import { processIntake } from './intake.process.ts'
import { receive } from './intake.service.ts'
import { inBatches, takeTogether } from './intake.together.ts'
import { events, organizations } from './testing/left.store.ts'
import { group, type Line, rows, script } from './testing/script.ts'

const platform = useTestPlatform()
const importing = testImporting()
const actor = localOperator

async function sendAll(...scripts: readonly (readonly Line[])[]): Promise<string[]> {
  const intakeIds: string[] = []
  for (const lines of scripts) {
    const message = { bytes: script(...lines), fileName: 'a.xlsx', channel: 'cli', options: {} } as const
    intakeIds.push((await receive(platform, actor, message)).intakeId)
  }
  return intakeIds
}

describe('takeTogether', () => {
  it('takes all in within one transaction, with one fold and the events of each', async () => {
    const folded = importing.folded
    const intakeIds = await sendAll([group('一'), rows(2, '甲')], [group('二'), rows(2, '乙', '丙')])
    await takeTogether(platform, importing, { intakeIds, actor })
    expect(importing.folded - folded).toBe(1)
    expect(await Promise.all(intakeIds.map((id) => organizations(platform, id)))).toEqual([
      ['甲'],
      ['乙', '丙'],
    ])
    for (const intakeId of intakeIds) {
      expect(await events(platform, intakeId)).toEqual(['intake.received', 'intake.taken-in'])
    }
  })

  it('keeps nothing where one of them asks or is refused, and each is then processed by itself', async () => {
    const ask = { type: 'ask', code: 'ask.mapping', data: {} } as const
    const refuse = { type: 'refuse', code: 'file.empty' } as const
    const intakeIds = await sendAll([group('好'), rows(2, '丁')], [group('问'), ask], [group('拒'), refuse])
    await takeTogether(platform, importing, { intakeIds, actor })
    expect(await organizations(platform, intakeIds[0] ?? '')).toEqual([])
    const states: string[] = []
    for (const intakeId of intakeIds) {
      expect(await events(platform, intakeId)).toEqual(['intake.received'])
      states.push((await processIntake(platform, importing, { intakeId, actor })).state)
    }
    expect(states).toEqual(['done', 'asking', 'refused'])
    expect(await organizations(platform, intakeIds[0] ?? '')).toEqual(['丁'])
  })

  it('leaves messages that were taken in before as they are', async () => {
    const intakeIds = await sendAll([group('先'), rows(2, '戊')], [group('后'), rows(2, '己')])
    await processIntake(platform, importing, { intakeId: intakeIds[0] ?? '', actor })
    await takeTogether(platform, importing, { intakeIds, actor })
    expect(await events(platform, intakeIds[0] ?? '')).toEqual(['intake.received', 'intake.taken-in'])
    const { state } = await processIntake(platform, importing, { intakeId: intakeIds[1] ?? '', actor })
    expect(state).toBe('done')
  })
})

describe('inBatches', () => {
  it('puts at most twenty into a batch, in the order given', async () => {
    const intakeIds = await sendAll(
      ...Array.from({ length: 23 }, (_, at) => [group('批'), rows(2, `批${at}`)] as const),
    )
    const batches = await inBatches(platform, { intakeIds, actor })
    expect(batches.map((batch) => batch.length)).toEqual([20, 3])
    expect(batches.flat()).toEqual(intakeIds)
  })

  it('leaves a large message alone', async () => {
    const large = rows(2, ...Array.from({ length: 3 }, () => 'x'.repeat(300_000)))
    const [first = '', big = '', other = '', last = ''] = await sendAll(
      [group('小一'), rows(2, '庚')],
      [group('大一'), large],
      [group('大二'), large, rows(9, '辛')],
      [group('大三'), large, rows(9, '壬')],
    )
    const batches = await inBatches(platform, { intakeIds: [first, big, other, last], actor })
    expect(batches).toEqual([[first, big, other], [last]])
  })
})
