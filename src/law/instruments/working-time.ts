import { art, gist, type Instrument } from '../cite.ts'
import { day } from '../day.ts'
import { fact } from '../fact.ts'
import type { Ratio } from '../money.ts'

const weekFrom = day('1995-05-01')
const conversionFrom = day('2025-01-01')

/** 国务院关于职工工作时间的规定 — the forty-hour week. */
export const workingTime174: Instrument = {
  key: 'working-time-174',
  title: { zh: '国务院关于职工工作时间的规定', en: 'State Council Provisions on Working Hours' },
  number: '国务院令第174号',
  coveredFrom: weekFrom,
  status: 'confirmed',
  about: { zh: '规定标准工时。', en: 'Standard working hours.' },
  articles: { 3: gist('每日8小时、每周40小时。', 'Eight hours a day, forty a week.') },
}

/** 全国年节及纪念日放假办法 — the statutory holidays. */
export const holidays795: Instrument = {
  key: 'holidays-795',
  title: { zh: '全国年节及纪念日放假办法', en: 'Measures on National Holidays' },
  number: '国务院令第795号',
  coveredFrom: conversionFrom,
  status: 'confirmed',
  about: { zh: '规定法定节假日和调休。', en: 'Statutory holidays and how days are moved around them.' },
  articles: {
    2: gist(
      '全民节日13天：元旦1、春节4、清明1、劳动节2、端午1、中秋1、国庆3。',
      'Thirteen days for all, four of them at Spring Festival, three at National Day.',
    ),
    3: gist(
      '妇女节、青年节、儿童节、建军节为部分公民节日。',
      'Some days are holidays for part of the people.',
    ),
    4: gist('少数民族节日由当地定。', 'Minority festivals are set locally.'),
    6: gist(
      '全民节日遇周末补假，部分公民节日不补。',
      'Days for all that fall on a weekend are made up; the others are not.',
    ),
    7: gist(
      '统一放假调休，节前后连续工作一般不超6天。',
      'Around a holiday no more than six days of work in a row as a rule.',
    ),
  },
}

/** 关于职工全年月平均工作时间和工资折算问题的通知 — how a month's wage becomes a day's. */
export const wageConversion2025: Instrument = {
  key: 'wage-conversion-2025-2',
  title: {
    zh: '关于职工全年月平均工作时间和工资折算问题的通知',
    en: 'Notice on Average Hours and Wage Conversion',
  },
  number: '人社部发〔2025〕2号',
  coveredFrom: conversionFrom,
  status: 'confirmed',
  about: {
    zh: '月计薪天数21.75天；全年工作日248天，月平均20.67天。',
    en: 'A month counts 21.75 paid days; a year has 248 working days, a month 20.67 on average.',
  },
  articles: {},
}

/** 每周标准工时 — hours a week. */
export const standardWeekHours = fact({
  name: { zh: '每周标准工作时间', en: 'standard hours a week' },
  unit: 'hour',
  spans: [{ from: weekFrom, value: 40, cite: art('working-time-174', 3), status: 'confirmed' }],
})

/** 法定节假日天数 — days a year for all citizens. */
export const statutoryHolidays = fact({
  name: { zh: '全体公民法定节假日天数', en: 'statutory holidays a year' },
  unit: 'day',
  spans: [{ from: conversionFrom, value: 13, cite: art('holidays-795', 2), status: 'confirmed' }],
})

/** 月计薪天数 — paid days in a month, 21.75 as 87 of 4: a day's wage is the month's divided by it. */
export const paidDaysOfMonth = fact<Ratio>({
  name: { zh: '月计薪天数', en: 'paid days in a month' },
  unit: 'ratio',
  spans: [
    {
      from: conversionFrom,
      value: { part: 87n, whole: 4n },
      cite: { instrument: 'wage-conversion-2025-2' },
      status: 'confirmed',
    },
  ],
})

/** 年工作日 — working days in an average year. */
export const workingDaysOfYear = fact({
  name: { zh: '年平均工作日', en: 'average working days a year' },
  unit: 'working-day',
  spans: [
    {
      from: conversionFrom,
      value: 248,
      cite: { instrument: 'wage-conversion-2025-2' },
      status: 'confirmed',
    },
  ],
})
