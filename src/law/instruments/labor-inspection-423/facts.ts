import { art } from '../../cite.ts'
import { day } from '../../day.ts'
import { type FenRange, fact } from '../../fact.ts'
import { fenOfYuan } from '../../money.ts'

const inForce = day('2004-12-01')

/** 调查人数下限 — inspectors at an investigation, at least. */
export const investigatorsMin = fact({
  name: { zh: '调查检查人员人数下限', en: 'fewest inspectors at an investigation' },
  unit: 'person',
  spans: [{ from: inForce, value: 2, cite: art('labor-inspection-423', 16), status: 'confirmed' }],
})

/** 加付赔偿金比例 — percent of the sum due that goes to the worker when an order to pay is not obeyed in time. */
export const extraCompensation = fact({
  name: { zh: '逾期不支付的加付赔偿金比例', en: 'extra compensation after an order to pay' },
  unit: 'percent',
  spans: [
    {
      from: inForce,
      value: { min: 50, max: 100 },
      cite: art('labor-inspection-423', 26),
      status: 'confirmed',
    },
  ],
})

/** 违法延长工时罚款 — for each worker concerned. */
export const overtimeFine = fact<FenRange>({
  name: { zh: '违法延长工时的每人罚款幅度', en: 'fine for unlawful overtime, for each worker' },
  unit: 'fen',
  spans: [
    {
      from: inForce,
      value: { minFen: fenOfYuan(100), maxFen: fenOfYuan(500) },
      cite: art('labor-inspection-423', 25),
      status: 'confirmed',
    },
  ],
})

/** 阻挠监察、拒不履行的罚款 — obstruction, false evidence, refusing an order or a handling decision. */
export const obstructionFine = fact<FenRange>({
  name: { zh: '阻挠监察、拒不履行决定的罚款幅度', en: 'fine for obstruction or for refusing a decision' },
  unit: 'fen',
  spans: [
    {
      from: inForce,
      value: { minFen: fenOfYuan(2_000), maxFen: fenOfYuan(20_000) },
      cite: art('labor-inspection-423', 30),
      status: 'confirmed',
    },
  ],
})
