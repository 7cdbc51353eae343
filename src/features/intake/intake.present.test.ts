import { describe, expect, it } from 'vitest'

import type { StoredIntake } from './intake.model.ts'
import { presentIntake } from './intake.present.ts'

const asking: StoredIntake = {
  intakeId: '01900000-0000-7000-8000-000000000001',
  senderId: 'local-operator',
  senderOrganizationId: null,
  areaCode: '000000',
  fileName: '工资表.xlsx',
  byteCount: 1,
  contentHash: Buffer.alloc(32),
  blobKey: '',
  channel: 'cli',
  options: {},
  receivedAt: '2026-04-01T01:00:00.000Z',
  receivedOn: '2026-04-01',
  state: 'asking',
  kind: null,
  rowsTaken: 0,
  rowsFailed: 0,
  outcome: { code: 'ask.kind', data: { sheet: '一', kinds: ['roster', 'payroll'] } },
  finishedAt: null,
}

describe('presentIntake', () => {
  it('calls the kinds that a sender may choose from by their names and by the word for it', () => {
    expect(presentIntake(asking, 'zh-CN').problem).toMatchObject({
      message: expect.stringContaining('花名册 roster、工资支付表 payroll'),
      data: { kinds: ['roster', 'payroll'] },
    })
    expect(presentIntake(asking, 'en').problem?.message).toContain('roster roster, payroll payroll')
  })
})
