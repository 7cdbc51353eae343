import type { IntakeDetail, IntakeIssue, Receipt } from '../contract/endpoints/intake.ts'
import type { VerbContext } from './verb.ts'

/** 文件结果 — what became of one file of a command. */
export interface ImportedFile {
  readonly file: string
  readonly receipt: Receipt | null
  readonly detail: IntakeDetail | null
  /** Why it was not even stored, or could not be read now; null otherwise. */
  readonly failure: { readonly code: string; readonly message: string } | null
  readonly reasons: string | null
}

/** 打印回执 — as soon as the file is stored. */
export function printReceipt(context: VerbContext, file: string, receipt: Receipt): void {
  const { say } = context
  const state = say(`intake.state.${receipt.state}`)
  const text = receipt.sentBefore
    ? say('import.sent-before', { file, hash: receipt.hash, state })
    : say('import.received', { file, ...receipt })
  context.stdout(`${text}\n`)
}

/** 打印结果 — of one file: counts, question or refusal, the first issues, and where the reasons are. */
export function printOutcome(context: VerbContext, result: ImportedFile): void {
  for (const line of outcomeLines(context, result)) {
    context.stdout(`${line}\n`)
  }
}

function outcomeLines({ say }: VerbContext, { file, detail, failure, reasons }: ImportedFile): string[] {
  if (failure !== null) {
    return [say('import.refused', { file, message: failure.message })]
  }
  if (detail === null) {
    return []
  }
  const { intake, groups, issues, issueTotal } = detail
  if (intake.problem !== null) {
    const { message } = intake.problem
    return [say(intake.state === 'asking' ? 'import.asking' : 'import.refused', { file, message })]
  }
  if (intake.state === 'withdrawn') {
    return [say('import.withdrawn', { file })]
  }
  const kinds = [...new Set(groups.map(({ kind }) => say(`intake.kind.${kind}`)))]
  const rest = issueTotal - issues.length
  return [
    say('import.done', { file, kinds, taken: intake.rowsTaken, failed: intake.rowsFailed }),
    ...issues.map((issue) => issueLine(say, issue)),
    ...(rest > 0 ? [say('import.more-issues', { count: rest })] : []),
    ...(reasons === null ? [] : [say('import.reasons-written', { file: reasons })]),
    ...(reasons === null && intake.rowsFailed > 0
      ? [say('import.how-to-reasons', { hash: intake.hash })]
      : []),
  ]
}

function issueLine(say: VerbContext['say'], issue: IntakeIssue): string {
  const { severity, message, row, column } = issue
  const place = say(`import.place.${row === 0 ? 'sheet' : column === '' ? 'row' : 'cell'}`, { ...issue })
  return say('import.issue', { severity: say(`import.severity.${severity}`), place, message })
}

/** 打印合计 — of all files of a command, where there is more than one. */
export function printSummary(context: VerbContext, results: readonly ImportedFile[]): void {
  if (results.length < 2) {
    return
  }
  const sum = (count: (receipt: Receipt) => number) =>
    results.reduce((total, { receipt }) => total + (receipt === null ? 0 : count(receipt)), 0)
  const summary = {
    files: results.length,
    taken: sum((receipt) => receipt.rowsTaken),
    failed: sum((receipt) => receipt.rowsFailed),
    asking: results.filter(({ receipt }) => receipt?.state === 'asking').length,
    refused: results.filter(({ failure, receipt }) => failure !== null || receipt?.state === 'refused')
      .length,
  }
  context.stdout(`${context.say('import.summary', summary)}\n`)
}

/** 进度行 — one line on a terminal that is overwritten; nothing anywhere else. */
export function progressLine(context: VerbContext, file: string) {
  let shown = -1
  return {
    show(share: number): void {
      const percent = Math.floor(share * 100)
      if (context.colors && percent !== shown) {
        shown = percent
        context.stderr(`\r\u001b[K${context.say('import.progress', { file, percent })}`)
      }
    },
    clear(): void {
      if (shown !== -1) {
        context.stderr('\r\u001b[K')
      }
    },
  }
}
