import { art } from '../../cite.ts'
import { day } from '../../day.ts'
import { fact } from '../../fact.ts'
import { fenOfYuan } from '../../money.ts'

const inForce = day('2021-11-01')

/** 保证金存储比例 — of the contract sum, in basis points (100 = 1 %); the province picks the rate within. */
export const depositRate = fact({
  name: { zh: '工资保证金存储比例幅度', en: 'range of the wage deposit rate' },
  unit: 'basis-point',
  spans: [
    { from: inForce, value: { min: 100, max: 300 }, cite: art('wage-deposit-65', 11), status: 'confirmed' },
  ],
})

/** 多项目下浮后的比例下限 — with several running projects in one deposit area, in basis points. */
export const depositRateFloor = fact({
  name: {
    zh: '同地区多个在建项目的存储比例下限',
    en: 'lowest deposit rate with several projects in one area',
  },
  unit: 'basis-point',
  spans: [{ from: inForce, value: 50, cite: art('wage-deposit-65', 11), status: 'confirmed' }],
})

/** 免存合同额 — a contract below this sum may be exempt, if the contractor had no arrears in the year before. */
export const depositExemptBelow = fact({
  name: {
    zh: '可免存保证金的施工合同额上限（不含）',
    en: 'contract sum below which the deposit may be waived',
  },
  unit: 'fen',
  spans: [
    { from: inForce, value: fenOfYuan(3_000_000), cite: art('wage-deposit-65', 11), status: 'confirmed' },
  ],
})

/** 免存要求的无欠薪年数 — years before signing. */
export const depositExemptCleanYears = fact({
  name: { zh: '小额合同免存要求的无欠薪年数', en: 'clean years before a small contract is exempt' },
  unit: 'year',
  spans: [{ from: inForce, value: 1, cite: art('wage-deposit-65', 11), status: 'confirmed' }],
})

/** 减存 — after so many straight clean years new projects get at least this cut. */
export const depositRelief = fact({
  name: { zh: '连续无欠薪减存年数', en: 'clean years that earn a lower deposit' },
  unit: 'year',
  spans: [{ from: inForce, value: 2, cite: art('wage-deposit-65', 12), status: 'secondary' }],
})

/** 减存幅度下限 — percent of the rate that is cut, at least. */
export const depositReliefCut = fact({
  name: { zh: '减存幅度下限', en: 'smallest cut of the deposit rate' },
  unit: 'percent',
  spans: [{ from: inForce, value: 50, cite: art('wage-deposit-65', 12), status: 'memory' }],
})

/** 免存 — straight clean years, with real names and wage account carried out, that exempt new projects. */
export const depositExemptionYears = fact({
  name: { zh: '连续无欠薪免存年数', en: 'clean years that lift the deposit' },
  unit: 'year',
  spans: [{ from: inForce, value: 3, cite: art('wage-deposit-65', 12), status: 'secondary' }],
})

/** 上浮回溯年数 — arrears in so many years before storing raise the rate. */
export const depositSurchargeLookBack = fact({
  name: { zh: '欠薪上浮的回溯年数', en: 'years looked back for arrears' },
  unit: 'year',
  spans: [{ from: inForce, value: 2, cite: art('wage-deposit-65', 12), status: 'secondary' }],
})

/** 欠薪上浮幅度下限 — percent added to the rate, at least. */
export const depositSurcharge = fact({
  name: { zh: '发生欠薪的上浮幅度下限', en: 'smallest surcharge after arrears' },
  unit: 'percent',
  spans: [{ from: inForce, value: 50, cite: art('wage-deposit-65', 12), status: 'secondary' }],
})

/** 失信名单上浮幅度下限 — percent added to the rate while the contractor is listed, at least. */
export const depositListedSurcharge = fact({
  name: { zh: '列入失信名单的上浮幅度下限', en: 'smallest surcharge while listed' },
  unit: 'percent',
  spans: [{ from: inForce, value: 100, cite: art('wage-deposit-65', 12), status: 'secondary' }],
})
