import { PassThrough } from 'node:stream'
import { describe, expect, it } from 'vitest'

import { type Log, openLog } from './log.ts'

function logged(write: (log: Log) => void): string {
  const stream = new PassThrough()
  write(openLog('info', stream))
  return String(stream.read())
}

describe('openLog', () => {
  it('writes lines of JSON with what it was given', () => {
    const line = JSON.parse(logged((log) => log.info({ worksiteId: 'w', owedFen: '1200' }, 'measured')))
    expect(line).toMatchObject({ level: 30, worksiteId: 'w', owedFen: '1200', msg: 'measured' })
  })

  it('cuts personal fields, also inside of other fields', () => {
    const person = { idNumber: '330106199001011234', phone: '13800138000', bankCard: '6222021001116245702' }
    const text = logged((log) => log.info({ ...person, person, event: { person } }, 'seen'))
    expect(text).not.toMatch(/3301|1380|6222/)
    expect(text).toContain('[cut]')
  })

  it('keeps of a failed statement its code and table, and not the row that its detail quotes', () => {
    const failure = Object.assign(new Error('duplicate key'), {
      code: '23505',
      table: 'person',
      detail: 'Key (phone)=(13800138000) already exists.',
    })
    const line = JSON.parse(logged((log) => log.error({ err: failure }, 'failed')))
    expect(line.err).toMatchObject({ message: 'duplicate key', code: '23505', table: 'person' })
    expect(JSON.stringify(line)).not.toContain('13800138000')
  })
})
