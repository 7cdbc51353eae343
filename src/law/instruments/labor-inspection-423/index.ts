import { gist, type Instrument } from '../../cite.ts'
import { day } from '../../day.ts'

export * from './duties.ts'
export * from './facts.ts'

/** 劳动保障监察条例 — inspection from complaint to decision. */
export const laborInspection423: Instrument = {
  key: 'labor-inspection-423',
  title: { zh: '劳动保障监察条例', en: 'Regulation on Labor Inspection' },
  number: '国务院令第423号',
  coveredFrom: day('2004-12-01'),
  status: 'confirmed',
  about: {
    zh: '规定劳动保障监察的管辖、程序、措施和处罚。',
    en: 'Jurisdiction, procedure, powers and penalties of labor inspection.',
  },
  articles: {
    9: gist(
      '任何人可举报，劳动者可投诉；举报人受保密，重大线索有奖。',
      'Anyone may report, workers may complain; informants are kept secret and may be rewarded.',
    ),
    10: gist(
      '人社宣传、检查、受理举报投诉、纠正查处。',
      'The authority explains, checks, takes complaints and acts on them.',
    ),
    11: gist(
      '监察事项包括合同、童工、工时、工资和最低工资、社保等。',
      'Matters inspected: contracts, child labor, hours, wages and minimum wage, insurance.',
    ),
    13: gist(
      '由用工所在地的县或设区的市人社管辖；争议由共同上级指定。',
      'The county or city where the labor is used; disputes go to the common superior.',
    ),
    14: gist(
      '巡查、书面审查、举报投诉三种方式；应查的及时立案；群体性事件按预案处理。',
      'By patrol, paper review and complaint; cases are docketed in time; group incidents by emergency plan.',
    ),
    15: gist(
      '可进场检查、询问、调取资料、录音录像、委托审计，可当场纠正。',
      'Entry, questions, papers, recordings, audits; correction on the spot.',
    ),
    16: gist(
      '调查不少于两人，佩标志、亮证件，利害关系人回避。',
      'At least two inspectors who show their badge; those with an interest step aside.',
    ),
    17: gist(
      '立案后60个工作日内查完，复杂的经批准可延30个工作日。',
      'Investigation within 60 working days of docketing, 30 more with approval.',
    ),
    18: gist(
      '查后分别处罚、责令改正或处理、撤销立案；涉罪移送。',
      'Then penalty, correction or handling, or withdrawal; crimes are referred.',
    ),
    19: gist('决定前听陈述申辩，决定中告知复议诉讼权。', 'The unit is heard first; remedies are stated.'),
    20: gist(
      '两年内未被发现也无人举报投诉的不再查；连续状态从终了起算。',
      'Not investigated after two years unknown; continuing conduct counts from its end.',
    ),
    21: gist(
      '应走或已走仲裁诉讼的，告知投诉人走那条路。',
      'Matters that belong in, or are in, arbitration or court go there.',
    ),
    22: gist('建诚信档案，重大违法向社会公布。', 'Records of lawfulness; major breaches are published.'),
    25: gist(
      '违法延长工时：警告、责令改正，可按每人100至500元罚款。',
      'Unlawful overtime: warning, order, and a fine for each worker.',
    ),
    26: gist(
      '克扣、拖欠或低于最低工资：责令限期支付，逾期加付应付额50%至100%给劳动者。',
      'Wages withheld or below the minimum: order to pay, then 50 to 100 percent on top, to the worker.',
    ),
    30: gist(
      '阻挠、作伪证、拒不改正或拒不履行处理决定：罚2000至2万元。',
      'Obstruction, false evidence, refusing an order or decision: a fine.',
    ),
    33: gist('无照用工同样受监察。', 'Unlicensed employing units are inspected too.'),
  },
}
