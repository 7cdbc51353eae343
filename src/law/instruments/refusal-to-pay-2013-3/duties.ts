import { type Duty, dutiesOf } from '../../duty.ts'

export const refusalToPay2013Duties: readonly Duty[] = dutiesOf('refusal-to-pay-2013-3', [
  {
    id: 'CR-04a',
    actor: 'employingUnit',
    article: 4,
    zh: '在责令支付文书指定的期限内支付劳动报酬',
    en: 'pay within the time set by the order to pay',
  },
  {
    id: 'CR-04b',
    actor: 'laborAuthority',
    article: 4,
    zh: '当事人逃匿的，张贴责令支付文书并拍照、录像',
    en: 'where the debtor fled, post the order and record it by photo or video',
  },
])
