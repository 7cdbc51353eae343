import type { Examples } from '../engine/examples.ts'
import { laborOfficerMissing } from './labor-officer-missing.rule.ts'
import type { WageWorld } from './testing/world.ts'

const started = { startsOn: '2026-03-10' }
const complete = { ...started, laborOfficer: '小李', rightsNoticeOn: '2026-03-10' }

export const laborOfficerMissingExamples: Examples<WageWorld> = {
  rule: laborOfficerMissing,
  list: [
    ['开工前一日', '2026-03-09', started, 'clear'],
    ['开工当日为黄', '2026-03-10', started, 'yellow'],
    ['第十四日仍为黄', '2026-03-24', started, 'yellow'],
    ['第十五日为橙', '2026-03-25', started, 'orange'],
    ['只有专管员没有告示牌', '2026-03-25', { ...started, laborOfficer: '小李' }, 'orange'],
    ['只有告示牌没有专管员', '2026-03-25', { ...started, rightsNoticeOn: '2026-03-10' }, 'orange'],
    ['都有', '2026-03-25', complete, 'clear'],
    ['告示牌明日才立', '2026-03-25', { ...complete, rightsNoticeOn: '2026-03-26' }, 'orange'],
    ['已完工', '2026-03-25', { ...started, completedOn: '2026-03-20' }, 'clear'],
  ],
  clearing: { raised: ['2026-03-25', started], cleared: ['2026-03-27', complete] },
}
