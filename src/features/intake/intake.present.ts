import type {
  IntakeDetail,
  IntakeIssue,
  IntakeItem,
  IntakeProgress,
} from '../../contract/endpoints/intake.ts'
import { type Locale, say } from '../../contract/messages/index.ts'
import type { RowIssue } from './importer.ts'
import { receiptOf, type StoredIntake } from './intake.model.ts'

/** 呈现消息 — a stored message as lists show it, its question or refusal in words. */
export function presentIntake(intake: StoredIntake, locale: Locale): IntakeItem {
  const { code, data = {} } = intake.outcome
  return {
    ...receiptOf(intake, false),
    finishedAt: intake.finishedAt,
    problem:
      code === undefined
        ? null
        : { code, message: say(locale, code, named(data, locale)), data: { ...data } },
  }
}

/** Kinds of table by their names, and the word by which the sender names one of them. */
function named(data: Readonly<Record<string, unknown>>, locale: Locale): Readonly<Record<string, unknown>> {
  const { kinds } = data
  return Array.isArray(kinds)
    ? { ...data, kinds: kinds.map((kind) => `${say(locale, `intake.kind.${kind}`)} ${kind}`) }
    : data
}

/** 呈现问题 — why a row was refused or doubted, in words. */
function presentIssue(issue: RowIssue, locale: Locale): IntakeIssue {
  const { sheet, row, column, severity, code } = issue
  return { sheet, row, column, severity, code, message: issueInWords(issue, locale) }
}

/** 问题文字 — the text of an issue; its own place fills the placeholders that its data do not. */
export function issueInWords({ sheet, row, column, code, data }: RowIssue, locale: Locale): string {
  return say(locale, code, { sheet, row, column, ...data })
}

export interface DetailParts {
  readonly intake: StoredIntake
  readonly issues: { readonly total: number; readonly rows: readonly RowIssue[] }
  readonly progress: IntakeProgress | null
}

/** 呈现详情 */
export function presentDetail({ intake, issues, progress }: DetailParts, locale: Locale): IntakeDetail {
  return {
    intake: presentIntake(intake, locale),
    groups: (intake.outcome.groups ?? []).map(({ kind, sheet, taken, failed }) => ({
      kind,
      sheet,
      taken,
      failed,
    })),
    progress,
    issueTotal: issues.total,
    issues: issues.rows.map((issue) => presentIssue(issue, locale)),
  }
}
