import { art, gist, type Instrument } from '../cite.ts'
import { day } from '../day.ts'
import { fact } from '../fact.ts'

const procedureFrom = day('2024-01-01')

/** 民事诉讼法 — periods, delivery, payment orders, enforcement. */
export const civilProcedureLaw: Instrument = {
  key: 'civil-procedure-law',
  title: { zh: '民事诉讼法', en: 'Civil Procedure Law' },
  number: '2023年修正',
  coveredFrom: procedureFrom,
  status: 'confirmed',
  about: { zh: '规定期间、送达、支付令和执行。', en: 'Periods, delivery, payment orders, enforcement.' },
  articles: {
    85: gist(
      '开始的日不计入期间；末日是休假日的，顺延到假后第一日。',
      'The first day is not counted; an end on a day off moves on.',
      'memory',
    ),
    95: gist(
      '下落不明的公告送达，经过30日视为送达。',
      'Announcement counts as delivery after 30 days.',
      'memory',
    ),
    226: gist('收到支付令申请5日内通知是否受理。', 'The court says within 5 days whether it accepts.'),
    227: gist(
      '受理15日内发支付令，债务人15日内清偿或异议。',
      'Issued within 15 days; the debtor pays or objects in 15.',
    ),
    228: gist('异议成立终结程序，转入诉讼。', 'A good objection ends it and leads to suit.'),
    250: gist(
      '申请执行期间两年，从履行期最后一日起算。',
      'Enforcement within two years of the last day to perform.',
    ),
  },
}

/** 审理劳动争议案件适用法律问题的解释（一） — how courts apply labor law. */
export const laborDisputes2020: Instrument = {
  key: 'labor-disputes-2020-26',
  title: {
    zh: '最高人民法院关于审理劳动争议案件适用法律问题的解释（一）',
    en: 'Interpretation I on Labor Disputes',
  },
  number: '法释〔2020〕26号',
  coveredFrom: day('2021-01-01'),
  status: 'confirmed',
  about: { zh: '统一劳动争议案件的裁判规则。', en: 'How courts judge labor disputes.' },
  articles: {
    13: gist(
      '支付令程序终结后的去处：依劳动合同法的先仲裁，依调解协议的可起诉。',
      'Where to go after a payment order ends.',
    ),
    15: gist('持工资欠条且无其他争议的，可直接起诉。', 'A wage IOU alone may be sued on at once.'),
    42: gist(
      '加班由劳动者举证，能证明证据在单位手里的除外。',
      'The worker proves overtime unless the unit holds the evidence.',
    ),
    44: gist('减薪等决定由单位举证。', 'A cut in pay is for the unit to justify.'),
    49: gist(
      '劳动者保全可减免担保，生效后三个月内申请执行。',
      'Security may be waived; enforcement asked within three months.',
    ),
    51: gist(
      '仅就工资达成的调解协议不履行，可直接起诉。',
      'A broken agreement on wages only may be sued on.',
    ),
  },
}

/** 审理劳动争议案件适用法律问题的解释（二） — contracting out, linked companies, retirement age. */
export const laborDisputes2025: Instrument = {
  key: 'labor-disputes-2025-12',
  title: {
    zh: '最高人民法院关于审理劳动争议案件适用法律问题的解释（二）',
    en: 'Interpretation II on Labor Disputes',
  },
  number: '法释〔2025〕12号',
  coveredFrom: day('2025-09-01'),
  status: 'confirmed',
  about: { zh: '补充转包、挂靠、混同用工等裁判规则。', en: 'Contracting out, lent names, linked companies.' },
  articles: {
    1: gist(
      '把业务转包给无资格者的，承担付酬等用工主体责任。',
      'Who passes work to the unlicensed answers as employer.',
    ),
    2: gist('被挂靠单位承担用工主体责任。', 'So does the unit whose name is used.'),
    3: gist('关联单位混同用工且无合同的，共同付酬。', 'Linked companies that share a worker pay together.'),
    20: gist('时效抗辩应在仲裁时提出。', 'Limitation is pleaded in arbitration.'),
    21: gist('废止退休人员按劳务关系处理的旧规定。', 'The rule on pensioners as mere service is repealed.'),
  },
}

/** 公告送达 — calendar days after an announcement on which papers count as delivered. */
export const announcementDelivery = fact({
  name: { zh: '公告送达的日数', en: 'days until an announcement counts as delivery' },
  unit: 'day',
  spans: [{ from: procedureFrom, value: 30, cite: art('civil-procedure-law', 95), status: 'memory' }],
})
