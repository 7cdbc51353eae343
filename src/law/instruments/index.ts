import { type Article, articleLabel, type Cite, type Instrument, type InstrumentKey } from '../cite.ts'
import type { Duty } from '../duty.ts'
import { type Fact, isFact } from '../fact.ts'
import type { Language } from '../text.ts'
import * as arbitration from './arbitration.ts'
import * as courts from './courts.ts'
import * as criminalProcedure from './criminal-procedure.ts'
import * as dishonestyList from './dishonesty-list-45.ts'
import * as inspectionProcedure from './inspection-procedure.ts'
import * as laborContracts from './labor-contract-law.ts'
import * as laborInspection from './labor-inspection-423/index.ts'
import * as labor from './labor-law.ts'
import * as minimumWages from './minimum-wage-2004.ts'
import * as oversight from './oversight.ts'
import * as refusalToPay from './refusal-to-pay-2013-3/index.ts'
import * as regulation from './regulation-724/index.ts'
import * as wageAccounts from './wage-account-53/index.ts'
import * as wageDeposits from './wage-deposit-65/index.ts'
import * as wagePayment from './wage-payment-1994.ts'
import * as workersProtection from './workers-protection.ts'
import * as workingTime from './working-time.ts'

/** 法律文件表 — every instrument by its key. */
export const instruments: Readonly<Record<InstrumentKey, Instrument>> = {
  'regulation-724': regulation.regulation724,
  'wage-deposit-65': wageDeposits.wageDeposit65,
  'wage-account-53': wageAccounts.wageAccount53,
  'dishonesty-list-45': dishonestyList.dishonestyList45,
  'labor-inspection-423': laborInspection.laborInspection423,
  'inspection-rules-25': inspectionProcedure.inspectionRules25,
  'refusal-to-pay-2013-3': refusalToPay.refusalToPay2013,
  'criminal-law': criminalProcedure.criminalLaw,
  'criminal-referral-310': criminalProcedure.criminalReferral310,
  'referral-notice-2014-100': criminalProcedure.referralNotice2014,
  'labor-law': labor.laborLaw,
  'labor-contract-law': laborContracts.laborContractLaw,
  'wage-payment-1994': wagePayment.wagePayment1994,
  'minimum-wage-2004': minimumWages.minimumWage2004,
  'wage-conversion-2025-2': workingTime.wageConversion2025,
  'holidays-795': workingTime.holidays795,
  'working-time-174': workingTime.workingTime174,
  'child-labor-364': workersProtection.childLabor364,
  'over-age-workers-56': workersProtection.overAgeWorkers56,
  'retirement-age-2024': workersProtection.retirementAge2024,
  'mediation-arbitration-law': arbitration.mediationArbitrationLaw,
  'arbitration-rules-33': arbitration.arbitrationRules33,
  'negotiation-mediation-17': arbitration.negotiationMediation17,
  'wage-protection-2019-80': arbitration.wageProtection2019,
  'labor-disputes-2020-26': courts.laborDisputes2020,
  'labor-disputes-2025-12': courts.laborDisputes2025,
  'civil-procedure-law': courts.civilProcedureLaw,
  'administrative-penalty-law': inspectionProcedure.administrativePenaltyLaw,
  'administrative-compulsion-law': inspectionProcedure.administrativeCompulsionLaw,
  'administrative-reconsideration-law': inspectionProcedure.administrativeReconsiderationLaw,
  'administrative-litigation-law': inspectionProcedure.administrativeLitigationLaw,
  'real-name-2019-18': oversight.realName2019,
  'price-settlement-2022-183': oversight.priceSettlement2022,
  'public-exposure-29': oversight.publicExposure29,
  'integrity-grade-2016': oversight.integrityGrade2016,
  'appraisal-2023-33': oversight.appraisal2023,
  'credit-repair-2026-36': oversight.creditRepair2026,
  'personal-information-law': oversight.personalInformationLaw,
  'face-recognition-2025': oversight.faceRecognition2025,
}

/** 法定数值表 — every dated fact, by the name under which it is exported. */
export const facts: ReadonlyMap<string, Fact<unknown>> = new Map(
  [
    arbitration,
    courts,
    labor,
    laborInspection,
    minimumWages,
    oversight,
    refusalToPay,
    regulation,
    wageAccounts,
    wageDeposits,
    wagePayment,
    workersProtection,
    workingTime,
  ].flatMap((exported) =>
    Object.entries<unknown>(exported).flatMap(([name, value]): [string, Fact<unknown>][] =>
      isFact(value) ? [[name, value]] : [],
    ),
  ),
)

/** 法定义务表 — the duties of the five instruments that carry the platform. */
export const duties: readonly Duty[] = [
  ...regulation.regulation724Duties,
  ...wageDeposits.wageDeposit65Duties,
  ...wageAccounts.wageAccount53Duties,
  ...laborInspection.laborInspection423Duties,
  ...refusalToPay.refusalToPay2013Duties,
]

/** 引用文字 — 《保障农民工工资支付条例》第十四条, or "Regulation on Wage Payment to Migrant Workers, art. 14". */
export function citeText(cite: Cite, language: Language): string {
  const instrument = instruments[cite.instrument]
  const label = articleLabel(cite, instrument.division ?? 'article', language)
  if (language === 'zh') {
    return `《${instrument.title.zh}》${label}`
  }
  return label === '' ? instrument.title.en : `${instrument.title.en}, ${label}`
}

/** 条文要旨 — our gist of what is cited and how well it was checked; undefined where we hold none. */
export function gistOf(cite: Cite): Article | undefined {
  const instrument = instruments[cite.instrument]
  if (cite.article === undefined) {
    return { ...instrument.about, status: instrument.status }
  }
  return instrument.articles[cite.article]
}
