import { gist, type Instrument } from '../cite.ts'
import { day } from '../day.ts'

/** 关于实施《劳动保障监察条例》若干规定 — the steps of a case of labor inspection. */
export const inspectionRules25: Instrument = {
  key: 'inspection-rules-25',
  title: {
    zh: '关于实施〈劳动保障监察条例〉若干规定',
    en: 'Rules for Carrying Out the Regulation on Labor Inspection',
  },
  number: '劳动和社会保障部令第25号',
  coveredFrom: day('2005-02-01'),
  status: 'secondary',
  about: {
    zh: '规定监察案件的受理、立案、办理、送达。',
    en: 'Acceptance, docketing, handling and delivery in inspection.',
  },
  articles: {
    18: gist(
      '收到投诉5个工作日内决定：符合条件的受理，受理日即立案日；超过两年的书面不予受理；其余告知补正或去处。',
      'Within 5 working days: accept, which is docketing, refuse in writing, or say where to go.',
    ),
    19: gist(
      '检查、举报发现的，立案审批日为立案日。',
      'For own findings the day of approval is the docketing day.',
      'memory',
    ),
    37: gist(
      '调查完成后15个工作日内作出决定。',
      'Decision within 15 working days of the investigation.',
      'secondary',
    ),
    38: gist(
      '当事人不在场的，7日内送达。',
      'Delivered within 7 days where the party was absent.',
      'secondary',
    ),
  },
}

/** 行政处罚法 — fines, hearings, delivery. */
export const administrativePenaltyLaw: Instrument = {
  key: 'administrative-penalty-law',
  title: { zh: '行政处罚法', en: 'Administrative Penalty Law' },
  number: '主席令第70号',
  coveredFrom: day('2021-07-15'),
  status: 'confirmed',
  about: {
    zh: '规定处罚的时效、程序、听证、送达、缴款。',
    en: 'Limitation, procedure, hearing, delivery and payment of penalties.',
  },
  articles: {
    36: gist(
      '两年内未被发现的不再处罚，连续状态从终了起算。',
      'No penalty after two years unknown; continuing conduct from its end.',
    ),
    42: gist('执法人员不少于两人。', 'At least two officers.'),
    56: gist('先行登记保存的证据7日内处理。', 'Evidence kept on record is dealt with in 7 days.'),
    60: gist(
      '立案后90日内决定，另有规定除外。',
      'Decision within 90 days of docketing unless another rule says so.',
    ),
    61: gist('当场交付；当事人不在场的7日内送达。', 'Handed over at once, or delivered within 7 days.'),
    63: gist(
      '较大罚款、吊证、停产等先告知听证权。',
      'Heavier penalties: the right to a hearing is told first.',
    ),
    64: gist('告知后5日内要求听证，举行前7日通知。', 'Asked for within 5 days; notified 7 days before.'),
    67: gist('收到决定15日内缴罚款。', 'The fine is paid within 15 days of receipt.'),
    72: gist('逾期每日加罚3%，以罚款额为限。', 'Three percent a day after that, up to the fine.'),
    85: gist('二日、三日、五日、七日指工作日。', 'Two, three, five and seven days mean working days.'),
  },
}

/** 行政强制法 — how a decision to pay is enforced through the court. */
export const administrativeCompulsionLaw: Instrument = {
  key: 'administrative-compulsion-law',
  title: { zh: '行政强制法', en: 'Administrative Compulsion Law' },
  number: '主席令第49号',
  coveredFrom: day('2012-01-01'),
  status: 'confirmed',
  about: {
    zh: '规定申请法院强制执行的条件和期限。',
    en: 'Conditions and times for enforcement through the court.',
  },
  articles: {
    53: gist(
      '期限届满起三个月内可申请法院强制执行。',
      'Applied for within three months of the end of remedies.',
    ),
    54: gist(
      '先催告，送达10日后仍不履行方可申请。',
      'A demand first; only if unpaid 10 days after its delivery.',
    ),
    56: gist('法院5日内受理。', 'The court accepts within 5 days.'),
    57: gist('书面审查，7日内裁定。', 'Ruled on papers within 7 days.'),
    58: gist('明显违法的听取意见，30日内裁定。', 'Doubtful decisions are heard and ruled on in 30 days.'),
    69: gist('10日以内的期限指工作日。', 'Periods of ten days or fewer are working days.'),
  },
}

/** 行政复议法 — reconsideration by a higher authority. */
export const administrativeReconsiderationLaw: Instrument = {
  key: 'administrative-reconsideration-law',
  title: { zh: '行政复议法', en: 'Administrative Reconsideration Law' },
  number: '主席令第9号（2023年修订）',
  coveredFrom: day('2024-01-01'),
  status: 'memory',
  about: { zh: '规定行政复议。', en: 'Reconsideration of administrative acts.' },
  articles: { 20: gist('知道之日起60日内申请复议。', 'Applied for within 60 days of knowledge.', 'memory') },
}

/** 行政诉讼法 — suits against the authority. */
export const administrativeLitigationLaw: Instrument = {
  key: 'administrative-litigation-law',
  title: { zh: '行政诉讼法', en: 'Administrative Litigation Law' },
  number: '2017年修正',
  coveredFrom: day('2017-07-01'),
  status: 'memory',
  about: { zh: '规定行政诉讼。', en: 'Suits against administrative acts.' },
  articles: { 46: gist('知道之日起六个月内起诉。', 'Sued within six months of knowledge.', 'memory') },
}
