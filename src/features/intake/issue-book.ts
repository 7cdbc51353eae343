import type { Tx } from '../../platform/transact.ts'
import type { RowIssue } from './importer.ts'
import type { StoredIntake } from './intake.model.ts'
import { addIssues } from './issues.store.ts'

/**
 * 问题簿 — gathers the issues of a message as they come up, writes them in slices, and counts the rows
 * refused.
 */
export interface IssueBook {
  add(...issues: readonly RowIssue[]): void
  /** Rows of a sheet that were refused so far. */
  failedIn(sheet: string): number
  failedRows(): number
  /** Writes what has gathered; `whenMany` leaves a handful for later. */
  write(whenMany?: 'whenMany'): Promise<void>
}

const MANY = 5_000

export function openIssueBook(tx: Tx, intake: StoredIntake): IssueBook {
  const failed = new Map<string, Set<number>>()
  let waiting: RowIssue[] = []
  let written = 0
  return {
    add(...issues) {
      for (const issue of issues) {
        waiting.push(issue)
        if (issue.severity === 'error') {
          failed.set(issue.sheet, (failed.get(issue.sheet) ?? new Set()).add(issue.row))
        }
      }
    },
    failedIn: (sheet) => failed.get(sheet)?.size ?? 0,
    failedRows: () => [...failed.values()].reduce((sum, rows) => sum + rows.size, 0),
    async write(whenMany) {
      if (waiting.length === 0 || (whenMany !== undefined && waiting.length < MANY)) {
        return
      }
      const issues = waiting
      waiting = []
      await addIssues(tx, intake, { issues, firstNumber: written + 1 })
      written += issues.length
    },
  }
}
