import { art, gist, type Instrument } from '../cite.ts'
import { day } from '../day.ts'
import { fact } from '../fact.ts'

const inForce = day('1995-01-01')

/** 劳动法 — hours, overtime, minimum wage, child and young workers. */
export const laborLaw: Instrument = {
  key: 'labor-law',
  title: { zh: '劳动法', en: 'Labor Law' },
  number: '主席令第28号',
  coveredFrom: inForce,
  status: 'confirmed',
  about: {
    zh: '规定工时、加班、工资和最低工资、未成年人保护。',
    en: 'Hours, overtime, wages, minimum wage, minors.',
  },
  articles: {
    15: gist('不得招用未满16周岁的人。', 'Nobody under 16 is hired.'),
    36: gist(
      '每日不超过8小时，平均每周不超过44小时。',
      'At most 8 hours a day and 44 hours a week on average.',
    ),
    41: gist(
      '加班一般每日不超1小时，特殊情况不超3小时，每月不超36小时。',
      'Overtime: as a rule 1 hour a day, 3 in special cases, at most 36 a month.',
    ),
    44: gist(
      '延长工时付150%，休息日不能补休付200%，法定节假日付300%。',
      'Longer hours 150 percent, rest days without time off 200, statutory holidays 300.',
    ),
    48: gist(
      '最低工资标准由省级政府定，工资不得低于当地最低工资。',
      'The province sets the minimum wage; no wage may be below the local one.',
    ),
    50: gist(
      '工资以货币按月付给本人，不得克扣或无故拖欠。',
      'Wages are paid in money, monthly, to the worker; never withheld or owed without cause.',
    ),
    58: gist(
      '女职工和16至18周岁未成年工受特殊保护。',
      'Women and workers of 16 and 17 have special protection.',
    ),
    64: gist(
      '未成年工不得下矿井、接触有毒有害、从事四级重体力等劳动。',
      'No mines, poisons or grade-4 heavy work for those of 16 and 17.',
    ),
  },
}

/** 加班工资比例 — percent of the wage: longer hours, rest day without time off, statutory holiday. At least. */
export const overtimeRates = fact({
  name: { zh: '加班工资支付比例下限', en: 'lowest overtime rates' },
  unit: 'percent',
  spans: [
    {
      from: inForce,
      value: { longerHours: 150, restDay: 200, statutoryHoliday: 300 },
      cite: art('labor-law', 44),
      status: 'confirmed',
    },
  ],
})

/** 每月加班上限 — hours of overtime in a month, at most. */
export const overtimeMonthMax = fact({
  name: { zh: '每月延长工作时间上限', en: 'most overtime in a month' },
  unit: 'hour',
  spans: [{ from: inForce, value: 36, cite: art('labor-law', 41), status: 'confirmed' }],
})

/** 每日加班上限 — hours of overtime in a day, at most, in special cases. */
export const overtimeDayMax = fact({
  name: { zh: '每日延长工作时间上限（特殊原因）', en: 'most overtime in a day, special cases' },
  unit: 'hour',
  spans: [{ from: inForce, value: 3, cite: art('labor-law', 41), status: 'confirmed' }],
})

/** 每日标准工时 — hours a day. */
export const standardDayHours = fact({
  name: { zh: '每日标准工作时间', en: 'standard hours a day' },
  unit: 'hour',
  spans: [{ from: inForce, value: 8, cite: art('labor-law', 36), status: 'confirmed' }],
})

/** 最低用工年龄 — years of age under which nobody is hired. */
export const workingAgeMin = fact({
  name: { zh: '最低用工年龄', en: 'youngest age at which one may be hired' },
  unit: 'year',
  spans: [{ from: inForce, value: 16, cite: art('labor-law', 15), status: 'confirmed' }],
})

/** 未成年工年龄上限 — years of age from which the limits on posts for young workers end. */
export const youngWorkerUntil = fact({
  name: { zh: '未成年工保护的年龄上限', en: 'age at which protection of young workers ends' },
  unit: 'year',
  spans: [{ from: inForce, value: 18, cite: art('labor-law', 58), status: 'confirmed' }],
})
