import { Refusal } from '../../contract/errors.ts'
import type { IntakeKind } from '../../contract/intake.ts'
import { type Locale, say } from '../../contract/messages/index.ts'
import { groupBy } from '../../platform/group-by.ts'
import type { Platform } from '../../platform/platform.ts'
import { type Actor, read, transact } from '../../platform/transact.ts'
import type { RowIssue } from './importer.ts'
import type { GroupOutcome } from './intake.model.ts'
import { issueInWords } from './intake.present.ts'
import { getIntake } from './intake.process.ts'
import { recordOf } from './intake.service.ts'
import { listFailures } from './issues.store.ts'
import type { Importing, ReasonsRequest } from './ports.ts'

export interface ReasonsFile {
  readonly fileName: string
  readonly bytes: Buffer
}

/**
 * Kinds of which a later message replaces the whole sheet: sending some rows only would take the others
 * away.
 */
const replacing: ReadonlySet<IntakeKind> = new Set(['payroll', 'attendance-grid'])

/**
 * 原因文件 — the rows of a message that failed, each with the reason in a last column 原因, to be corrected and
 * sent again; the whole table where a later one replaces it. The rows are as the sender sent them. The
 * fetching is an event. Refuses `intake.no-failures` where no row failed.
 */
export async function reasonsFile(
  platform: Platform,
  importing: Pick<Importing, 'writeReasons'>,
  { actor, intakeId, locale }: { actor: Actor; intakeId: string; locale: Locale },
): Promise<ReasonsFile> {
  const { intake, failures } = await read(platform, actor, async (tx) => ({
    intake: await getIntake(tx, intakeId),
    failures: await listFailures(tx, intakeId),
  }))
  if (failures.length === 0) {
    throw new Refusal('intake.no-failures', { intakeId }, 'not-found')
  }
  const titles = {
    line: say(locale, 'intake.line-column'),
    content: say(locale, 'intake.content-column'),
    reason: say(locale, 'intake.reason-column'),
  }
  const bytes = await importing.writeReasons({
    bytes: platform.blobs.get(intake.blobKey),
    fileName: intake.fileName,
    titles,
    failed: failedRows(failures, intake.outcome.groups ?? [], locale),
  })
  await transact(platform, actor, async (tx) => {
    recordOf(tx, intake, 'intake.reasons-fetched', { rows: intake.rowsFailed })
  })
  const stem = intake.fileName.replace(/\.[^.]*$/, '')
  const ending = bytes.subarray(0, 2).toString('latin1') === 'PK' ? 'xlsx' : 'csv'
  return { fileName: `${stem}-${titles.reason}.${ending}`, bytes }
}

function failedRows(
  failures: readonly RowIssue[],
  groups: readonly GroupOutcome[],
  locale: Locale,
): ReasonsRequest['failed'] {
  return [...groupBy(failures, (issue) => issue.sheet)].map(([sheet, issues]) => {
    const group = groups.find((each) => each.sheet === sheet)
    return {
      sheet,
      headerRows: group?.headerRows ?? [0, 0],
      whole: group !== undefined && replacing.has(group.kind),
      reasons: new Map(
        [...groupBy(issues, (issue) => issue.row)].map(([row, ofRow]) => [row, inWords(ofRow, locale)]),
      ),
    }
  })
}

function inWords(issues: readonly RowIssue[], locale: Locale): string {
  const words = issues.map((issue) => {
    const { column } = issue
    const text = issueInWords(issue, locale)
    return column === '' ? text : say(locale, 'intake.reason-of-column', { column, text })
  })
  return words.join(locale === 'zh-CN' ? '；' : '; ')
}
