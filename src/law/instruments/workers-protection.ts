import { art, gist, type Instrument } from '../cite.ts'
import { day } from '../day.ts'
import { fact } from '../fact.ts'
import { fenOfYuan } from '../money.ts'

const childFrom = day('2002-12-01')
const overAgeFrom = day('2026-07-01')

/** 禁止使用童工规定 — nobody under 16 works. */
export const childLabor364: Instrument = {
  key: 'child-labor-364',
  title: { zh: '禁止使用童工规定', en: 'Provisions against Child Labor' },
  number: '国务院令第364号',
  coveredFrom: childFrom,
  status: 'confirmed',
  about: { zh: '禁止招用未满16周岁的人。', en: 'Nobody under 16 is hired or placed.' },
  articles: {
    2: gist('不得招用、介绍未满16周岁的人就业。', 'Nobody under 16 is hired or placed.'),
    4: gist('招用时核查身份证并保存登记。', 'ID is checked at hiring and the record kept.'),
    6: gist(
      '每用一名童工每月罚5000元并限期送回，逾期每月1万元。',
      'A fine for each child and month; the child is taken home.',
    ),
    7: gist('介绍童工就业的，每人罚5000元。', 'Placing a child: a fine for each.'),
    8: gist('不保存、伪造登记的罚1万元。', 'Records missing or forged: a fine.'),
    9: gist('无照单位加倍处罚并取缔。', 'Unlicensed units: doubled, and closed.'),
    11: gist('情节严重的追究刑责。', 'Grave cases are crimes.'),
  },
}

/** 超龄劳动者基本权益保障暂行规定 — workers over the retirement age keep their wage rights. */
export const overAgeWorkers56: Instrument = {
  key: 'over-age-workers-56',
  title: {
    zh: '超龄劳动者基本权益保障暂行规定',
    en: 'Interim Provisions on Workers over the Retirement Age',
  },
  number: '人社部等五部门令第56号',
  coveredFrom: overAgeFrom,
  status: 'confirmed',
  about: {
    zh: '规定超龄劳动者的报酬、休息、安全和救济。',
    en: 'Pay, rest, safety and remedies of workers over the retirement age.',
  },
  articles: {
    2: gist(
      '适用于受单位管理、从事有酬劳动的超过法定退休年龄者。',
      'For those over the age who work for pay under management.',
    ),
    6: gist('订立书面用工协议，写明十项内容。', 'A written work agreement with ten items.'),
    8: gist('期满、任务完成、条件成就或协商一致时终止。', 'Ends with term, task, condition or agreement.'),
    9: gist('工时休假照国家规定，一般不安排加班。', 'Standard hours; as a rule no overtime.'),
    10: gist('约定报酬数额、周期、时间、方式。', 'Amount, cycle, time and method of pay are agreed.'),
    11: gist('正常劳动的报酬不低于最低工资。', 'Not below the minimum wage.'),
    12: gist(
      '货币、按时、足额、给本人，至少每月一次。',
      'In money, on time, in full, in person, at least monthly.',
    ),
    13: gist('岗位与健康相适应，不得安排危险作业。', 'Work fits the person’s health; no dangerous work.'),
    14: gist('进行安全卫生培训。', 'Safety and health training.'),
    15: gist('单位缴工伤保险，个人不缴。', 'The unit insures against work injury; the worker pays nothing.'),
    19: gist(
      '报酬、休息、安全、工伤争议走调解仲裁。',
      'Disputes on pay, rest, safety and injury go to arbitration.',
    ),
    20: gist(
      '违反加班、最低工资、付酬规定的可投诉，按监察处理。',
      'Breach may be complained of and is inspected.',
    ),
  },
}

/** 关于实施渐进式延迟法定退休年龄的决定 — the ages that rise month by month; `retirementDay` reckons them. */
export const retirementAge2024: Instrument = {
  key: 'retirement-age-2024',
  title: {
    zh: '全国人大常委会关于实施渐进式延迟法定退休年龄的决定',
    en: 'Decision on Raising the Retirement Age',
  },
  number: '2024年9月13日通过',
  coveredFrom: day('2025-01-01'),
  status: 'confirmed',
  about: {
    zh: '男六十、女五十五或五十周岁的退休年龄自2025年起逐月延迟，分别至六十三、五十八、五十五周岁。',
    en: 'From 2025 the ages of 60, 55 and 50 rise month by month to 63, 58 and 55.',
  },
  articles: {},
}

/** 使用童工的罚款 — for each child and month. */
export const childLaborFine = fact({
  name: { zh: '使用童工每人每月罚款', en: 'fine for a child a month' },
  unit: 'fen',
  spans: [{ from: childFrom, value: fenOfYuan(5_000), cite: art('child-labor-364', 6), status: 'confirmed' }],
})

/** 用工协议项目 — what a work agreement with a worker over the retirement age states. */
export const overAgeAgreementItems = fact({
  name: { zh: '超龄劳动者用工协议应载事项', en: 'items of a work agreement over the retirement age' },
  unit: 'text',
  spans: [
    {
      from: overAgeFrom,
      value: [
        'term',
        'workContent',
        'workplace',
        'workingHours',
        'restAndLeave',
        'pay',
        'socialInsurance',
        'laborProtection',
        'workingConditions',
        'occupationalHazards',
      ] as const,
      cite: art('over-age-workers-56', 6),
      status: 'confirmed',
    },
  ],
})
