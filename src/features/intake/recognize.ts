import { type IntakeKind, intakeKinds } from '../../contract/intake.ts'
import type { Platform } from '../../platform/platform.ts'
import { type Actor, read } from '../../platform/transact.ts'
import { readColumns } from './columns.store.ts'
import type { RememberedColumns } from './importer.ts'
import type { StoredIntake } from './intake.model.ts'
import { getIntakes } from './intake.process.ts'
import type { Importing } from './ports.ts'

/**
 * Small messages are looked at together, since starting a process takes longer than looking at one of
 * them.
 */
const TOGETHER_BYTES = 16 * 1024 * 1024

/**
 * 办理次序 — stored messages in the order in which they are to be processed: what others rest on first
 * (worksites, then people, then what they did and were paid), what is not recognized last, else as given.
 */
export async function inOrderOfKind(
  platform: Platform,
  importing: Pick<Importing, 'recognize'>,
  { intakeIds, actor }: { intakeIds: readonly string[]; actor: Actor },
): Promise<string[]> {
  const found = await read(platform, actor, async (tx) => {
    const intakes = await getIntakes(tx, intakeIds)
    return { intakes, remembered: await readColumns(tx, actor.id) }
  })
  const unread = found.intakes.filter((intake) => intake.state === 'received')
  const kinds = new Map<string, IntakeKind | null>()
  for (const together of unread.length < 2 ? [] : inParts(unread)) {
    const recognized = await importing.recognize(
      together.map((intake) => readingOf(platform, intake, found.remembered)),
    )
    for (const [at, { intakeId }] of together.entries()) {
      kinds.set(intakeId, recognized[at] ?? null)
    }
  }
  const places = found.intakes.map(({ intakeId, kind }) => ({
    intakeId,
    place: placeOf(kinds.get(intakeId) ?? kind),
  }))
  return places.sort((left, right) => left.place - right.place).map(({ intakeId }) => intakeId)
}

function readingOf(platform: Platform, intake: StoredIntake, remembered: RememberedColumns) {
  const { blobKey, fileName, options } = intake
  return { bytes: platform.blobs.get(blobKey), fileName, options, remembered }
}

function inParts(intakes: readonly StoredIntake[]): StoredIntake[][] {
  const parts: StoredIntake[][] = []
  let bytes = Number.POSITIVE_INFINITY
  for (const intake of intakes) {
    bytes += intake.byteCount
    if (bytes > TOGETHER_BYTES) {
      parts.push([])
      bytes = intake.byteCount
    }
    parts.at(-1)?.push(intake)
  }
  return parts
}

function placeOf(kind: IntakeKind | null): number {
  return kind === null ? intakeKinds.length : intakeKinds.indexOf(kind)
}
