import { art } from '../../cite.ts'
import { day } from '../../day.ts'
import { fact } from '../../fact.ts'
import { fenOfYuan } from '../../money.ts'

const inForce = day('2013-01-23')

/** 数额较大（一名劳动者）— months unpaid and the band in which each province fixes its sum, both needed. */
export const crimeSingleWorker = fact({
  name: { zh: '拒不支付一名劳动者的数额较大标准', en: 'large sum, one worker' },
  unit: 'fen',
  spans: [
    {
      from: inForce,
      value: { months: 3, minFen: fenOfYuan(5_000), maxFen: fenOfYuan(20_000) },
      cite: art('refusal-to-pay-2013-3', 3),
      status: 'confirmed',
    },
  ],
})

/** 数额较大（十名以上劳动者）— head-count and the band in which each province fixes its total. */
export const crimeManyWorkers = fact({
  name: { zh: '拒不支付多名劳动者的数额较大标准', en: 'large sum, many workers' },
  unit: 'fen',
  spans: [
    {
      from: inForce,
      value: { workers: 10, minFen: fenOfYuan(30_000), maxFen: fenOfYuan(100_000) },
      cite: art('refusal-to-pay-2013-3', 3),
      status: 'confirmed',
    },
  ],
})
