import type { WorksiteFacts } from './worksites.store.ts'

/**
 * 登记行 — a row of a worksite register as its reader sends it; null where the cell is blank. Days are
 * YYYY-MM-DD.
 */
export interface RegisterRecord {
  readonly code: string | null
  readonly name: string
  readonly kind: WorksiteFacts['kind']
  readonly sector: string
  readonly areaCode: string
  readonly projectOwner: string | null
  readonly projectOwnerCode: string | null
  readonly generalContractor: string | null
  readonly generalContractorCode: string | null
  readonly employingUnit: string | null
  readonly employingUnitCode: string | null
  readonly subcontractors: readonly { readonly name: string; readonly creditCode: string | null }[]
  readonly regulator: string | null
  readonly contractFen: bigint | null
  readonly contractSignedOn: string | null
  readonly permitOn: string | null
  readonly permitNumber: string | null
  readonly startsOn: string | null
  readonly endsOn: string | null
  readonly completedOn: string | null
  readonly laborCostCycleMonths: number | null
  readonly laborCostPayDay: number | null
  readonly laborCostShareHundredths: number | null
  readonly laborCostFen: bigint | null
  readonly payDay: number | null
  readonly payMonthOffset: 0 | 1 | null
  readonly accountNumber: string | null
  readonly accountName: string | null
  readonly accountBank: string | null
  readonly accountOpenedOn: string | null
  readonly agreementOn: string | null
  readonly filedOn: string | null
  readonly depositForm: 'cash' | 'bank-guarantee' | 'surety-insurance' | 'exempt' | null
  readonly depositFen: bigint | null
  readonly depositOn: string | null
  readonly depositExpiresOn: string | null
  readonly paymentGuarantee: { readonly given: boolean; readonly fen: bigint | null } | null
  readonly paymentGuaranteeOn: string | null
  readonly paymentGuaranteeUntil: string | null
  readonly laborOfficer: string | null
  readonly laborOfficerPhone: string | null
  readonly rightsNoticeOn: string | null
  readonly deviceSerials: readonly string[]
}

/** 登记字段 — what a version of a worksite claims, by column of `worksite`; only what the row states. */
export type ClaimedFields = Readonly<Record<string, string | number | null>>

/**
 * 登记字段 — of a row, with the units that it names found. Nothing personal: the labour officer is kept
 * elsewhere.
 */
export function claimedFields(
  record: RegisterRecord,
  found: { code: string; namePinyin: string; generalContractorId: string; projectOwnerId: string | null },
): ClaimedFields {
  const stated = Object.entries({
    kind: record.kind,
    code: found.code,
    name: record.name,
    name_pinyin: found.namePinyin,
    area_code: record.areaCode,
    sector: record.sector,
    project_owner_id: found.projectOwnerId,
    general_contractor_id: found.generalContractorId,
    regulator: record.regulator,
    contract_fen: record.contractFen === null ? null : Number(record.contractFen),
    contract_signed_on: record.contractSignedOn,
    permit_on: record.permitOn,
    permit_number: record.permitNumber,
    starts_on: record.startsOn,
    ends_on: record.endsOn,
    completed_on: record.completedOn,
    labor_cost_cycle_months: record.laborCostCycleMonths,
    labor_cost_pay_day: record.laborCostPayDay,
    pay_day: record.payDay,
    pay_month_offset: record.payMonthOffset,
    rights_notice_on: record.rightsNoticeOn,
  }).filter(([, value]) => value !== null)
  return { ...Object.fromEntries(stated), ...laborCostTerm(record) }
}

/** An amount takes the place of a share and a share that of an amount: one of them is agreed. */
function laborCostTerm({ laborCostFen, laborCostShareHundredths }: RegisterRecord): ClaimedFields {
  if (laborCostFen === null && laborCostShareHundredths === null) {
    return {}
  }
  return {
    labor_cost_fen: laborCostFen === null ? null : Number(laborCostFen),
    labor_cost_share_hundredths: laborCostShareHundredths,
  }
}

/** 变更字段 — the columns in which the claim differs from what stands. */
export function changedFields(claimed: ClaimedFields, standing: Readonly<Record<string, unknown>>): string[] {
  return Object.keys(claimed).filter((field) => (standing[field] ?? null) !== claimed[field])
}
