import { type Duty, dutiesOf } from '../../duty.ts'

export const laborInspection423Duties: readonly Duty[] = dutiesOf('labor-inspection-423', [
  {
    id: 'INS-14',
    actor: 'laborAuthority',
    article: 14,
    zh: '对群体性事件按应急预案会同处理',
    en: 'deal with group incidents by the emergency plan',
  },
  {
    id: 'INS-16',
    actor: 'laborAuthority',
    article: 16,
    zh: '调查检查不少于两人并出示证件',
    en: 'investigate with at least two inspectors who show their badges',
  },
  {
    id: 'INS-17a',
    actor: 'laborAuthority',
    article: 17,
    zh: '立案后按期完成调查',
    en: 'finish the investigation in time',
    deadline: 'D21',
  },
  {
    id: 'INS-19',
    actor: 'laborAuthority',
    article: 19,
    zh: '决定前听取陈述申辩，告知救济权利',
    en: 'hear the unit before deciding and state the remedies',
  },
  {
    id: 'INS-21',
    actor: 'laborAuthority',
    article: 21,
    zh: '已进入仲裁或者诉讼的，告知投诉人',
    en: 'tell the complainant where the matter is already in arbitration or court',
  },
  {
    id: 'INS-26',
    actor: 'employingUnit',
    article: 26,
    zh: '按责令期限支付工资，逾期加付赔偿金',
    en: 'pay wages by the ordered day, or extra compensation on top',
  },
])
