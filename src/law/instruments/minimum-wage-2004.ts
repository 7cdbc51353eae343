import { art, gist, type Instrument } from '../cite.ts'
import { day } from '../day.ts'
import { fact } from '../fact.ts'

const inForce = day('2004-03-01')

/**
 * 最低工资规定 — what the minimum wage is, and what it is compared with. The figures are local: `minimumWageAt`.
 */
export const minimumWage2004: Instrument = {
  key: 'minimum-wage-2004',
  title: { zh: '最低工资规定', en: 'Provisions on Minimum Wages' },
  number: '劳动和社会保障部令第21号',
  coveredFrom: inForce,
  status: 'confirmed',
  about: {
    zh: '规定最低工资的含义、标准的制定和执行。',
    en: 'Meaning, setting and keeping of minimum wages.',
  },
  articles: {
    3: gist(
      '在法定或约定工时内提供正常劳动的最低报酬。',
      'The least pay for normal labor in legal or agreed hours.',
    ),
    5: gist(
      '月标准用于全日制，小时标准用于非全日制。',
      'A monthly figure for full-time, an hourly one for part-time.',
    ),
    7: gist('省内各地可以不同。', 'It may differ inside a province.'),
    10: gist('至少每两年调整一次。', 'Adjusted at least every two years.'),
    11: gist('公布后10日内向全体劳动者公示。', 'Shown to all workers within 10 days of publication.'),
    12: gist(
      '扣除加班费、特殊环境津贴和法定福利后，不得低于最低工资；计件同样。',
      'Net of overtime, hardship allowances and statutory welfare, not below the minimum; piece rates alike.',
    ),
    13: gist(
      '低于标准的责令补发；赔偿幅度按更高位阶的劳动合同法、监察条例执行。',
      'Made up by order; for the extra sum the higher laws govern.',
    ),
  },
}

/** 最低工资调整周期 — years within which the figure is adjusted at least once. */
export const minimumWageReview = fact({
  name: { zh: '最低工资标准调整的最长间隔', en: 'longest time between adjustments of a minimum wage' },
  unit: 'year',
  spans: [{ from: inForce, value: 2, cite: art('minimum-wage-2004', 10), status: 'confirmed' }],
})

/** 最低工资公示期限 — days after publication in which it is shown to workers; the text names no type of day. */
export const minimumWageNotice = fact({
  name: { zh: '最低工资标准公示期限', en: 'days in which a minimum wage is shown to workers' },
  unit: 'day',
  spans: [{ from: inForce, value: 10, cite: art('minimum-wage-2004', 11), status: 'confirmed' }],
})

/** 比较前剔除的项目 — what is taken out of the pay before it is compared; localities may take out more. */
export const minimumWageExclusions = fact({
  name: { zh: '与最低工资比较前剔除的项目', en: 'what is taken out before comparing with the minimum wage' },
  unit: 'text',
  spans: [
    {
      from: inForce,
      value: ['overtimePay', 'hardshipAllowances', 'statutoryWelfare'] as const,
      cite: art('minimum-wage-2004', 12),
      status: 'confirmed',
    },
  ],
})
