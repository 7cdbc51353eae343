import { gist, type Instrument } from '../cite.ts'
import { day } from '../day.ts'

/** 劳动合同法 — written contracts, payment, part-time work, who answers for unlicensed employers. */
export const laborContractLaw: Instrument = {
  key: 'labor-contract-law',
  title: { zh: '劳动合同法', en: 'Labor Contract Law' },
  number: '主席令第65号',
  coveredFrom: day('2008-01-01'),
  status: 'confirmed',
  about: {
    zh: '规定劳动合同的订立、履行、解除和违法责任。',
    en: 'Making, performing and ending labor contracts.',
  },
  articles: {
    10: gist(
      '用工之日起一个月内订立书面劳动合同。',
      'A written contract within a month of the first day of work.',
    ),
    30: gist(
      '及时足额付酬；拖欠的，劳动者可申请支付令。',
      'Pay in time and in full; else the worker may ask for a payment order.',
    ),
    38: gist('未及时足额付酬的，劳动者可以解除合同。', 'The worker may leave if pay is late or short.'),
    46: gist(
      '因欠薪被迫解除的，单位付经济补偿。',
      'Who leaves over unpaid wages gets economic compensation.',
    ),
    72: gist(
      '非全日制不低于当地最低小时工资，结算周期最长15日。',
      'Part-time: at least the hourly minimum, settled at most every 15 days.',
    ),
    82: gist(
      '超过一个月不满一年未签书面合同，每月付二倍工资。',
      'No written contract after a month: double wages.',
    ),
    85: gist(
      '欠薪、低于最低工资、不付加班费：责令限期支付，逾期加付50%至100%。',
      'Unpaid wages, below the minimum, unpaid overtime: order to pay, then 50 to 100 percent on top.',
    ),
    93: gist(
      '无合法资格的用人单位或其出资人照付劳动报酬。',
      'An unlicensed employing unit or its investors pay all the same.',
    ),
    94: gist(
      '发包给个人承包经营者致害的，承担连带责任。',
      'Who gives work to an individual contractor is jointly liable.',
    ),
  },
}
