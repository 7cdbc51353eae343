import { gist, type Instrument } from '../cite.ts'
import { day } from '../day.ts'

/** 刑法 — the crime of refusal to pay for labor. */
export const criminalLaw: Instrument = {
  key: 'criminal-law',
  title: { zh: '刑法', en: 'Criminal Law' },
  number: '刑法修正案（八）',
  coveredFrom: day('2011-05-01'),
  status: 'secondary',
  about: { zh: '规定拒不支付劳动报酬罪。', en: 'The crime of refusal to pay for labor.' },
  articles: {
    '276-1': gist(
      '转移财产、逃匿逃避支付，或有能力而不付，数额较大，经政府部门责令仍不付的，处三年以下或拘役并罚金；后果严重的三至七年。',
      'A large sum evaded or refused despite an order: up to 3 years, 3 to 7 if grave.',
      'secondary',
    ),
  },
}

/** 行政执法机关移送涉嫌犯罪案件的规定 — how a suspected crime goes to the police. */
export const criminalReferral310: Instrument = {
  key: 'criminal-referral-310',
  title: { zh: '行政执法机关移送涉嫌犯罪案件的规定', en: 'Provisions on Referral of Suspected Crimes' },
  number: '国务院令第310号',
  coveredFrom: day('2020-08-07'),
  status: 'confirmed',
  about: { zh: '规定移送公安机关的程序和时限。', en: 'Steps and times of referral to the police.' },
  articles: {
    5: gist(
      '两人以上专案组书面报告；正职负责人3日内决定，批准的24小时内移送。',
      'A team of two reports in writing; the chief decides in 3 days; referral within 24 hours of approval.',
    ),
    6: gist(
      '附移送书、调查报告、物品清单、鉴定等材料。',
      'With letter, report, list of items, expert findings.',
    ),
    7: gist('公安签收；不属管辖的24小时内转送。', 'The police sign; wrong offices pass it on in 24 hours.'),
    8: gist(
      '公安3日内审查决定是否立案并书面通知。',
      'The police decide within 3 days and say so in writing.',
    ),
    9: gist(
      '不予立案的，3日内可提请复议或建议检察院监督；公安3日内答复。',
      'Against a refusal: review or the procuratorate within 3 days; decided in 3.',
    ),
    11: gist('不得以罚代移。', 'No fine in place of referral.'),
    12: gist('接立案通知3日内移交物品材料。', 'Files and items within 3 days of the notice.'),
    16: gist(
      '逾期不移送的，责令移送并处分负责人。',
      'Late referral is ordered and those in charge are sanctioned.',
    ),
  },
}

/** 关于加强涉嫌拒不支付劳动报酬犯罪案件查处衔接工作的通知 — evidence for a referral. */
export const referralNotice2014: Instrument = {
  key: 'referral-notice-2014-100',
  title: {
    zh: '关于加强涉嫌拒不支付劳动报酬犯罪案件查处衔接工作的通知',
    en: 'Notice on Cases of Refusal to Pay for Labor',
  },
  number: '人社部发〔2014〕100号',
  coveredFrom: day('2015-01-01'),
  division: 'section',
  status: 'confirmed',
  about: { zh: '规定调查取证和移送的衔接。', en: 'Evidence and hand-over between authority and police.' },
  articles: {
    1: gist(
      '以书信、电话、短信等能证明收到的方式通知后拒不到场或明确拒付的，视为逃匿。',
      'Who was provably told and stays away, or says he will not pay, counts as having fled.',
    ),
  },
}
