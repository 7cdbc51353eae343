import { type RawBuilder, sql } from 'kysely'

import { scopeOf } from '../../platform/scope.ts'
import type { Tx } from '../../platform/transact.ts'
import { aliasCode, looseName } from './names.ts'

/** 用工点要点 — what other features copy into every fact of a worksite, and its agreed pay day. */
export interface WorksiteFacts {
  readonly worksiteId: string
  readonly kind: 'project' | 'establishment' | 'labor-platform'
  readonly code: string
  readonly name: string
  readonly areaCode: string
  readonly sector: string
  /** null for establishments. */
  readonly projectOwnerId: string | null
  /** For an establishment or a platform the unit that runs it. */
  readonly generalContractorId: string
  /** Day of the month; null where nobody agreed one. */
  readonly payDay: number | null
  /** 0 in the month worked (当期), 1 in the next (次期). */
  readonly payMonthOffset: 0 | 1
}

/** 候选用工点 — what a sender may choose from. */
export interface Candidate {
  readonly code: string
  readonly name: string
}

const facts = sql`w.worksite_id as "worksiteId", w.kind, w.code, w.name, w.area_code as "areaCode", w.sector,
  w.project_owner_id as "projectOwnerId", w.general_contractor_id as "generalContractorId",
  w.pay_day as "payDay", w.pay_month_offset as "payMonthOffset"`

/** The columns by which a worksite belongs to somebody. */
export const worksiteScope = ['area_code', 'sector', 'general_contractor_id', 'project_owner_id'] as const

/** The name as `looseName` leaves it. */
const looseNameSql: RawBuilder<string> = sql`regexp_replace(normalize(w.name, NFKC), '\\s+', '', 'g')`

/** 按编码找用工点 — within the actor's scope. */
export async function findWorksiteByCode(tx: Tx, code: string): Promise<WorksiteFacts | undefined> {
  const { rows } = await sql<WorksiteFacts>`
    select ${facts} from alias a join worksite w on w.worksite_id = a.worksite_id
     where a.scheme = 'worksite-code' and a.code = ${aliasCode(code)}
       and ${scopeOf(tx, 'w', worksiteScope)}`.execute(tx.k)
  return rows[0]
}

/**
 * 按名称找用工点 — all in the actor's scope that bear this name, written like this or with other blanks and widths.
 */
export async function listWorksitesByName(tx: Tx, name: string): Promise<readonly WorksiteFacts[]> {
  const exact = await sql<WorksiteFacts>`
    select ${facts} from worksite w
     where w.name = ${name} and ${scopeOf(tx, 'w', worksiteScope)} order by w.code limit 2`.execute(tx.k)
  if (exact.rows.length > 0) {
    return exact.rows
  }
  const loose = await sql<WorksiteFacts>`
    select ${facts} from worksite w
     where ${looseNameSql} = ${looseName(name)} and ${scopeOf(tx, 'w', worksiteScope)}
     order by w.code limit 2`.execute(tx.k)
  return loose.rows
}

/** 候选用工点 — at most ten in the actor's scope, those first whose name has most to do with the given one. */
export async function listCandidates(tx: Tx, name: string): Promise<readonly Candidate[]> {
  const loose = looseName(name)
  const { rows } = await sql<Candidate>`
    select w.code, w.name from worksite w where ${scopeOf(tx, 'w', worksiteScope)}
     order by ${looseNameSql} = ${loose} desc,
              ${loose} <> '' and (strpos(${looseNameSql}, ${loose}) > 0
                               or strpos(${loose}, ${looseNameSql}) > 0) desc,
              w.name, w.code
     limit 10`.execute(tx.k)
  return rows
}
