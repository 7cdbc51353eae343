import { describe, expect, it } from 'vitest'

import { defaultLimits } from '../../platform/sheets/limits.ts'
import type { ReaderMessage } from '../intake/importer.ts'
import { looksLikeGateLog, readGateLog, readLine } from './gate-log.reader.ts'

async function read(text: string | Buffer, name = 'CEXA203160001_attlog.dat'): Promise<ReaderMessage[]> {
  const bytes = typeof text === 'string' ? Buffer.from(text) : text
  const messages: ReaderMessage[] = []
  for await (const message of readGateLog({ bytes, name, options: {}, limits: defaultLimits })) {
    messages.push(message)
  }
  return messages
}

describe('readLine', () => {
  it.each([
    [
      '12\t2026-03-02 07:01:05\t0\t1\t0\t0\t0',
      { pin: '12', at: '2026-03-02T07:01:05+08:00', direction: 'in' },
    ],
    [
      '      12\t2026-03-02 17:01:05\t1\t15',
      { pin: '12', at: '2026-03-02T17:01:05+08:00', direction: 'out' },
    ],
    ['12\t2026-03-02 07:01:05\t255\t1', { pin: '12', at: '2026-03-02T07:01:05+08:00', direction: 'unknown' }],
    ['12\t2026-03-02 07:01:05\t', { pin: '12', at: '2026-03-02T07:01:05+08:00', direction: 'unknown' }],
  ])('reads %j', (line, expected) => {
    expect(readLine(line)).toEqual(expected)
  })

  it.each([
    '',
    '12',
    '12 2026-03-02 07:01:05 0',
    '12\t2026-02-30 07:01:05\t0',
    '12\t2026-03-02 25:01:05\t0',
    'x\ty\tz',
  ])('refuses %j', (line) => {
    expect(readLine(line)).toBeNull()
  })
})

describe('readGateLog', () => {
  it('names the gate by the name of the file and goes on past a line that is none', async () => {
    const messages = await read(
      '1\t2026-03-02 07:00:00\t0\t1\r\nrubbish\r\n\r\n1\t2026-03-02 17:00:00\t1\t1\r\n',
    )
    expect(messages[0]).toMatchObject({
      type: 'group',
      group: { kind: 'gate-log', head: { serial: 'CEXA203160001' } },
    })
    expect(messages.flatMap((each) => (each.type === 'rows' ? each.rows : [])).map(({ row }) => row)).toEqual(
      [1, 4],
    )
    expect(messages.flatMap((each) => (each.type === 'issues' ? each.issues : []))).toMatchObject([
      { row: 2, severity: 'error', code: 'gate-log.not-a-punch' },
    ])
  })

  it('knows no gate where the file has another name', async () => {
    const [group] = await read('1\t2026-03-02 07:00:00\t0\t1\n', '考勤.txt')
    expect(group).toMatchObject({ group: { head: {} } })
  })
})

describe('looksLikeGateLog', () => {
  it('tells a log from other text', () => {
    expect(looksLikeGateLog('1\t2026-03-02 07:00:00\t0\t1\n2\t2026-03-02 07:00:00\t0\t1\n')).toBe(true)
    expect(looksLikeGateLog('姓名,身份证号\n张三,1\n')).toBe(false)
    expect(looksLikeGateLog('')).toBe(false)
  })
})
