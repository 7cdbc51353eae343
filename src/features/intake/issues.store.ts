import { sql } from 'kysely'

import { scopeOf } from '../../platform/scope.ts'
import type { Tx } from '../../platform/transact.ts'
import type { RowIssue } from './importer.ts'
import type { StoredIntake } from './intake.model.ts'
import { jsonText, storable } from './json-text.ts'

const rowsPerStatement = 5_000

/** 加导入问题 — appends issues to a message, numbered from `firstNumber` in the order given. */
export async function addIssues(
  tx: Tx,
  intake: StoredIntake,
  { issues, firstNumber }: { issues: readonly RowIssue[]; firstNumber: number },
): Promise<void> {
  for (let start = 0; start < issues.length; start += rowsPerStatement) {
    const slice = issues.slice(start, start + rowsPerStatement)
    await sql`insert into intake_issue (intake_id, issue_no, area_code, sender_organization_id, sheet, row_no,
        column_name, severity, code, data)
      select ${intake.intakeId}::uuid, ${firstNumber + start}::int + at::int - 1, ${intake.areaCode},
             ${intake.senderOrganizationId}::uuid, sheet, row_no, column_name, severity, code, data::jsonb
        from unnest(${slice.map((issue) => storable(issue.sheet))}::text[],
                    ${slice.map((issue) => issue.row)}::int[],
                    ${slice.map((issue) => storable(issue.column))}::text[],
                    ${slice.map((issue) => issue.severity)}::text[],
                    ${slice.map((issue) => issue.code)}::text[],
                    ${slice.map((issue) => jsonText(issue.data))}::text[])
             with ordinality as each(sheet, row_no, column_name, severity, code, data, at)`.execute(tx.k)
  }
}

const fields = sql`q.sheet, q.row_no as "row", q.column_name as "column", q.severity, q.code, q.data`

function mine(tx: Tx) {
  return scopeOf(tx, 'q', ['area_code', 'sender_organization_id'])
}

/** 导入问题列表 — the issues of a message, what was refused first, then in the order of the file. */
export async function listIssues(
  tx: Tx,
  intakeId: string,
  { limit, offset }: { limit: number; offset: number },
): Promise<{ total: number; rows: RowIssue[] }> {
  const counted = await sql<{ total: number }>`select count(*)::int as total from intake_issue q
    where q.intake_id = ${intakeId}::uuid and ${mine(tx)}`.execute(tx.k)
  const { rows } = await sql<RowIssue>`select ${fields} from intake_issue q
    where q.intake_id = ${intakeId}::uuid and ${mine(tx)}
    order by q.severity, q.issue_no limit ${limit} offset ${offset}`.execute(tx.k)
  return { total: counted.rows[0]?.total ?? 0, rows }
}

/** 出错行问题 — every issue of the rows that were refused, in the order of the file. */
export async function listFailures(tx: Tx, intakeId: string): Promise<RowIssue[]> {
  const { rows } = await sql<RowIssue>`select ${fields} from intake_issue q
    where q.intake_id = ${intakeId}::uuid and q.severity = 'error' and ${mine(tx)}
    order by q.issue_no`.execute(tx.k)
  return rows
}
