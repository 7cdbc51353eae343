import type { SourceRow } from '../../contract/endpoints/intake.ts'
import { Refusal } from '../../contract/errors.ts'
import { type Locale, say } from '../../contract/messages/index.ts'
import type { Platform } from '../../platform/platform.ts'
import { type Actor, read } from '../../platform/transact.ts'
import { getIntake } from './intake.process.ts'
import type { Importing } from './ports.ts'

/**
 * 来源行 — the row of a message that a figure came from, with the titles of its columns; numbers of people,
 * phones and cards are masked. Refuses `intake.no-such-row`.
 */
export async function sourceRow(
  platform: Platform,
  importing: Pick<Importing, 'readSource'>,
  asked: { actor: Actor; locale: Locale; intakeId: string; sheet: string; row: number },
): Promise<SourceRow> {
  const { actor, locale, intakeId, sheet, row } = asked
  const intake = await read(platform, actor, (tx) => getIntake(tx, intakeId))
  const group = (intake.outcome.groups ?? []).find((each) => each.sheet === sheet)
  const cells = await importing.readSource({
    bytes: platform.blobs.get(intake.blobKey),
    fileName: intake.fileName,
    sheet,
    row,
    headerRows: group?.headerRows ?? [0, 0],
    lineTitle: say(locale, 'intake.source-line'),
  })
  if (cells === null) {
    throw new Refusal('intake.no-such-row', { sheet, row }, 'not-found')
  }
  return { intakeId, fileName: intake.fileName, sheet, row, cells: [...cells] }
}
