import { art } from '../../cite.ts'
import { day } from '../../day.ts'
import { type FenRange, fact } from '../../fact.ts'
import { fenOfYuan } from '../../money.ts'

const inForce = day('2020-05-01')

/** 人工费用拨付周期上限 — the longest agreed cycle in which labor cost is paid into the wage account, in months. */
export const laborCostCycleMax = fact({
  name: { zh: '人工费用拨付周期上限', en: 'longest labor cost cycle' },
  unit: 'month',
  spans: [{ from: inForce, value: 1, cite: art('regulation-724', 24, 2), status: 'confirmed' }],
})

/** 劳资专管员人数下限 — labor officers on a project, at least. */
export const laborOfficersMin = fact({
  name: { zh: '项目劳资专管员人数下限', en: 'fewest labor officers on a project' },
  unit: 'person',
  spans: [{ from: inForce, value: 1, cite: art('regulation-724', 28, 2), status: 'confirmed' }],
})

/** 工资台账项目 — the groups of items that a wage ledger holds. */
export const wageLedgerItems = fact({
  name: { zh: '工资支付台账应载项目', en: 'items of the wage ledger' },
  unit: 'text',
  spans: [
    {
      from: inForce,
      value: [
        'employingUnitName',
        'payCycle',
        'payDate',
        'payee',
        'workingTime',
        'grossItems',
        'deductions',
        'netAmount',
        'payoutProof',
      ] as const,
      cite: art('regulation-724', 15, 2),
      status: 'confirmed',
    },
  ],
})

/** 维权信息告示牌项目 — what a rights notice shows. */
export const rightsNoticeItems = fact({
  name: { zh: '维权信息告示牌应载事项', en: 'items of the rights notice' },
  unit: 'text',
  spans: [
    {
      from: inForce,
      value: [
        'projectOwner',
        'generalContractor',
        'projectDepartment',
        'subcontractors',
        'industryRegulator',
        'laborOfficer',
        'minimumWage',
        'payDates',
        'regulatorPhone',
        'laborInspectoratePhone',
        'arbitrationChannel',
        'legalAidChannel',
        'legalServiceHotline',
      ] as const,
      cite: art('regulation-724', 34),
      status: 'confirmed',
    },
  ],
})

/** 以物抵薪、无台账、扣卡的罚款 — art. 54, after an order that was not obeyed: on the unit. */
export const paymentBreachFine = fact<FenRange>({
  name: { zh: '违反工资支付形式的单位罚款幅度', en: 'fine on a unit under article 54' },
  unit: 'fen',
  spans: [
    {
      from: inForce,
      value: { minFen: fenOfYuan(20_000), maxFen: fenOfYuan(50_000) },
      cite: art('regulation-724', 54),
      status: 'confirmed',
    },
  ],
})

/** 对责任人员的罚款 — art. 54, on each person responsible. */
export const paymentBreachPersonFine = fact<FenRange>({
  name: { zh: '违反工资支付形式的责任人员罚款幅度', en: 'fine on a person under article 54' },
  unit: 'fen',
  spans: [
    {
      from: inForce,
      value: { minFen: fenOfYuan(10_000), maxFen: fenOfYuan(30_000) },
      cite: art('regulation-724', 54),
      status: 'confirmed',
    },
  ],
})

/** 专用账户、保证金、实名制违规的罚款 — art. 55, with an order to stop work. */
export const worksSafeguardFine = fact<FenRange>({
  name: { zh: '违反专用账户、保证金、实名制的罚款幅度', en: 'fine under article 55' },
  unit: 'fen',
  spans: [
    {
      from: inForce,
      value: { minFen: fenOfYuan(50_000), maxFen: fenOfYuan(100_000) },
      cite: art('regulation-724', 55),
      status: 'confirmed',
    },
  ],
})

/** 考核编表、监督分包、公示违规的罚款 — art. 56. */
export const siteManagementFine = fact<FenRange>({
  name: { zh: '违反考核编表、监督分包、维权公示的罚款幅度', en: 'fine under article 56' },
  unit: 'fen',
  spans: [
    {
      from: inForce,
      value: { minFen: fenOfYuan(50_000), maxFen: fenOfYuan(100_000) },
      cite: art('regulation-724', 56),
      status: 'confirmed',
    },
  ],
})

/** 支付担保、人工费用违规的罚款 — art. 57, with an order to stop work. */
export const fundingBreachFine = fact<FenRange>({
  name: { zh: '违反支付担保、人工费用拨付的罚款幅度', en: 'fine under article 57' },
  unit: 'fen',
  spans: [
    {
      from: inForce,
      value: { minFen: fenOfYuan(50_000), maxFen: fenOfYuan(100_000) },
      cite: art('regulation-724', 57),
      status: 'confirmed',
    },
  ],
})

/** 不配合账户查询的罚款 — art. 58. */
export const accountQueryFine = fact<FenRange>({
  name: { zh: '不配合账户查询的罚款幅度', en: 'fine under article 58' },
  unit: 'fen',
  spans: [
    {
      from: inForce,
      value: { minFen: fenOfYuan(20_000), maxFen: fenOfYuan(50_000) },
      cite: art('regulation-724', 58),
      status: 'confirmed',
    },
  ],
})
