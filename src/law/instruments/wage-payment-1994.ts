import { art, gist, type Instrument } from '../cite.ts'
import { day } from '../day.ts'
import { fact } from '../fact.ts'

const inForce = day('1995-01-01')

/** 工资支付暂行规定 — how wages are paid and what may be taken from them. */
export const wagePayment1994: Instrument = {
  key: 'wage-payment-1994',
  title: { zh: '工资支付暂行规定', en: 'Interim Provisions on Payment of Wages' },
  number: '劳部发〔1994〕489号',
  coveredFrom: inForce,
  status: 'confirmed',
  about: {
    zh: '规定工资支付的时间、扣款和特殊情况。',
    en: 'Times of payment, deductions, special situations.',
  },
  articles: {
    5: gist(
      '以法定货币支付，不得以实物、有价证券代替。',
      'Paid in legal tender, never in goods or securities.',
    ),
    6: gist(
      '付给本人，可委托银行代发；支付记录存两年以上，给工资清单。农民工适用条例的三年。',
      'To the worker or by a bank; records two years (three for migrant workers) and a slip.',
    ),
    7: gist(
      '按约定日期支付，至少每月一次；遇休息日提前到最近的工作日。',
      'On the agreed day, at least monthly; before a day off on the nearest earlier working day.',
    ),
    8: gist('一次性或单项工作完成后即付。', 'One-off work is paid when done.'),
    9: gist('解除、终止合同时一次付清。', 'All wages in one sum when the contract ends.'),
    12: gist(
      '非因劳动者停工：一个周期内照付，超过的按最低工资或国家规定。',
      'Stoppage: full wage for one cycle, then at least the minimum for those who work.',
    ),
    13: gist(
      '加班按150%、200%、300%支付，计件同比例。',
      'Overtime at 150, 200 and 300 percent; piece rates alike.',
    ),
    15: gist(
      '只可代扣个税、个人社保、法院判决的抚养赡养费、法律允许的其他费用。',
      'Only tax, own social insurance, court-ordered support and what a law allows may be deducted.',
    ),
    16: gist(
      '劳动者造成的经济损失按合同赔偿，每月扣款不超20%，余额不低于最低工资。',
      'Loss the worker caused: at most 20 percent a month, and the rest not below the minimum wage.',
    ),
    18: gist(
      '劳动行政部门可责令支付工资、补偿和赔偿金。',
      'The labor authority orders wages and compensation paid.',
    ),
  },
}

/** 可代扣的项目 — the deductions that an employing unit may make; any other is withholding. */
export const lawfulDeductions = fact({
  name: { zh: '可以代扣的工资项目', en: 'deductions that may be made' },
  unit: 'text',
  spans: [
    {
      from: inForce,
      value: ['incomeTax', 'ownSocialInsurance', 'courtOrderedSupport', 'allowedByLaw'] as const,
      cite: art('wage-payment-1994', 15),
      status: 'confirmed',
    },
  ],
})

/**
 * 赔偿扣款上限 — percent of the month's wage that may be taken for loss the worker caused, as agreed in the
 * contract.
 */
export const lossDeductionMax = fact({
  name: { zh: '赔偿经济损失的每月扣款上限', en: 'most that is deducted a month for loss' },
  unit: 'percent',
  spans: [{ from: inForce, value: 20, cite: art('wage-payment-1994', 16), status: 'confirmed' }],
})
