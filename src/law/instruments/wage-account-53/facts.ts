import { art } from '../../cite.ts'
import { day } from '../../day.ts'
import { fact } from '../../fact.ts'

const issued = day('2021-07-07')

/** 专用账户户名后缀 — the account name ends in this, after the names of the general contractor and the project. */
export const wageAccountNameSuffix = fact({
  name: { zh: '专用账户户名后缀', en: 'ending of a wage account name' },
  unit: 'text',
  spans: [
    { from: issued, value: '农民工工资专用账户', cite: art('wage-account-53', 6), status: 'confirmed' },
  ],
})

/** 不得销户的情形 — what blocks the closing of a wage account. */
export const wageAccountClosingBlocks = fact({
  name: { zh: '不得撤销专用账户的情形', en: 'what blocks the closing of a wage account' },
  unit: 'text',
  spans: [
    {
      from: issued,
      value: ['openArrearsCase', 'arbitrationOrSuit', 'otherArrears'] as const,
      cite: art('wage-account-53', 10),
      status: 'memory',
    },
  ],
})

/** 实时上传的数据 — the data sets that the parties upload in real time. */
export const uploadedDataSets = fact({
  name: { zh: '应实时上传的数据', en: 'data uploaded in real time' },
  unit: 'text',
  spans: [
    {
      from: issued,
      value: [
        'contractTerms',
        'accountOpeningAndClosing',
        'laborContracts',
        'realNames',
        'attendance',
        'payrolls',
        'payouts',
      ] as const,
      cite: art('wage-account-53', 24),
      status: 'memory',
    },
  ],
})

/** 面向农民工的功能 — what a platform opens to workers. */
export const workerServices = fact({
  name: { zh: '向农民工开放的平台功能', en: 'services open to workers' },
  unit: 'text',
  spans: [
    {
      from: issued,
      value: ['payNotice', 'payQuery', 'arrearsComplaint'] as const,
      cite: art('wage-account-53', 27),
      status: 'confirmed',
    },
  ],
})
