import { art, gist, type Instrument } from '../cite.ts'
import { day } from '../day.ts'
import { fact } from '../fact.ts'
import { arbitrationRuleArticles } from './arbitration-rules.ts'

const lawFrom = day('2008-05-01')
const rulesFrom = day('2017-07-01')

/** 劳动争议调解仲裁法 — mediation and arbitration of labor disputes. */
export const mediationArbitrationLaw: Instrument = {
  key: 'mediation-arbitration-law',
  title: { zh: '劳动争议调解仲裁法', en: 'Labor Dispute Mediation and Arbitration Law' },
  number: '主席令第80号',
  coveredFrom: lawFrom,
  status: 'confirmed',
  about: { zh: '规定劳动争议的调解、仲裁程序和时效。', en: 'Procedure and limitation of labor disputes.' },
  articles: {
    6: gist(
      '谁主张谁举证，单位掌握的证据由单位提供，否则担不利后果。',
      'Each side proves its case; what the unit holds it must produce.',
    ),
    7: gist('十人以上有共同请求的可推代表。', 'Ten or more with a common claim may name representatives.'),
    14: gist(
      '调解组织收到申请15日内未达成协议的，可申请仲裁。',
      'No agreement within 15 days of the request: arbitration is open.',
    ),
    16: gist(
      '工资调解协议不履行的，可申请支付令。',
      'An unpaid mediation agreement on wages leads to a payment order.',
    ),
    27: gist(
      '时效一年；主张权利、投诉等中断；欠薪在职期间不受限，离职后一年内提出。',
      'One year, interrupted by a claim; wages: no limit while employed, a year after.',
    ),
    29: gist(
      '收到申请5日内决定是否受理，逾期可起诉。',
      'Acceptance decided within 5 days, else one may sue.',
    ),
    30: gist(
      '受理5日内送达申请书，被申请人10日内答辩，5日内转申请人。',
      'Claim delivered in 5 days, defence in 10, passed on in 5.',
    ),
    32: gist('受理5日内告知仲裁庭组成。', 'The tribunal is named within 5 days.'),
    35: gist(
      '开庭5日前通知；3日前可请求延期。',
      'Notice 5 days before the hearing; postponement asked 3 days before.',
    ),
    39: gist(
      '单位掌握的证据限期提供，否则担不利后果。',
      'The unit produces what it holds or bears the result.',
    ),
    43: gist(
      '受理起45日内裁决，复杂的可延15日；可先行裁决。',
      'Award within 45 days of acceptance, 15 more if complex; partial awards.',
    ),
    44: gist(
      '追索报酬的可裁先予执行，劳动者不必担保。',
      'Wages may be ordered paid in advance; no security from the worker.',
    ),
    47: gist(
      '每项不超当地月最低工资12个月的工资等争议，一裁终局。',
      'Wage items up to twelve monthly minimum wages are final.',
    ),
    48: gist('劳动者对终局裁决不服，15日内起诉。', 'The worker may sue within 15 days.'),
    49: gist('单位对终局裁决，30日内申请中院撤销。', 'The unit may ask to set aside within 30 days.'),
    50: gist('其他裁决15日内可起诉，逾期生效。', 'Other awards: suit within 15 days, else binding.'),
    51: gist('生效文书不履行的，申请法院执行。', 'Binding papers are enforced by the court.'),
    53: gist('仲裁不收费。', 'Arbitration is free.'),
  },
}

/** 劳动人事争议仲裁办案规则 — how the commissions work. */
export const arbitrationRules33: Instrument = {
  key: 'arbitration-rules-33',
  title: { zh: '劳动人事争议仲裁办案规则', en: 'Rules of Labor and Personnel Arbitration' },
  number: '人社部令第33号',
  coveredFrom: rulesFrom,
  status: 'confirmed',
  about: { zh: '规定仲裁办案的具体程序。', en: 'The detailed procedure of arbitration.' },
  articles: arbitrationRuleArticles,
}

/** 企业劳动争议协商调解规定 — negotiation and mediation inside enterprises. */
export const negotiationMediation17: Instrument = {
  key: 'negotiation-mediation-17',
  title: { zh: '企业劳动争议协商调解规定', en: 'Rules on Negotiation and Mediation in Enterprises' },
  number: '人社部令第17号',
  coveredFrom: day('2012-01-01'),
  status: 'confirmed',
  about: { zh: '规定企业内协商和调解。', en: 'Negotiation and mediation in enterprises.' },
  articles: {
    10: gist('收到协商要求5日不回应视为不愿协商。', 'No answer within 5 days counts as unwilling.'),
    22: gist('收到调解申请3个工作日内受理。', 'A request is accepted within 3 working days.'),
    27: gist('协议生效15日内可共同申请仲裁审查。', 'Both may ask for review within 15 days of effect.'),
    29: gist(
      '受理起15日内调解结束，双方同意可延。',
      'Mediation ends within 15 days of acceptance, longer if both agree.',
    ),
    31: gist(
      '协商不成、协议不履行等使时效中断。',
      'Failed talks and broken agreements interrupt limitation.',
    ),
  },
}

/** 关于实施“护薪”行动的通知 — policy on wage cases of migrant workers; not a law. */
export const wageProtection2019: Instrument = {
  key: 'wage-protection-2019-80',
  title: {
    zh: '关于实施“护薪”行动全力做好拖欠农民工工资争议处理工作的通知',
    en: 'Notice on the Wage Protection Campaign',
  },
  number: '人社部发〔2019〕80号',
  coveredFrom: day('2020-01-01'),
  status: 'secondary',
  about: {
    zh: '政策要求农民工工资争议优先、简易、快速处理，仲裁一般在30日内结束。',
    en: 'Policy: wage cases of migrant workers come first, by simple procedure, as a rule within 30 days.',
  },
  articles: {},
}

/** 集体争议人数 — workers with a common claim from which a case is collective. */
export const collectiveDisputeWorkers = fact({
  name: { zh: '集体劳动争议的人数下限', en: 'fewest workers in a collective dispute' },
  unit: 'person',
  spans: [{ from: lawFrom, value: 10, cite: art('mediation-arbitration-law', 7), status: 'confirmed' }],
})

/** 终局裁决限额 — monthly minimum wages up to which an awarded item is final. */
export const finalAwardMonths = fact({
  name: { zh: '一裁终局的最低工资月数', en: 'monthly minimum wages up to which an item is final' },
  unit: 'month',
  spans: [{ from: lawFrom, value: 12, cite: art('mediation-arbitration-law', 47), status: 'confirmed' }],
})

/**
 * 留置张贴送达 — working days after leaving or posting, with photo or video, on which papers count as delivered.
 */
export const postingDelivery = fact({
  name: { zh: '留置、张贴送达的工作日数', en: 'working days until posted papers count as delivered' },
  unit: 'working-day',
  spans: [{ from: rulesFrom, value: 3, cite: art('arbitration-rules-33', 20), status: 'confirmed' }],
})
