import { Refusal } from '../../contract/errors.ts'
import { groupBy } from '../../platform/group-by.ts'
import type { Load } from '../intake/importer.ts'
import { findWorksite, type WorksiteFacts } from '../worksites/index.ts'
import type { RosterRecord } from './roster.record.ts'

export interface RosterRow {
  readonly row: number
  readonly record: RosterRecord
}

/** 一个用工点的行 — the rows of a roster that are about one worksite. */
export interface Part {
  readonly worksite: WorksiteFacts
  readonly rows: readonly RosterRow[]
}

/**
 * 分到用工点 — the rows by worksite, as the row or the heading names it. Where a file tells of several worksites,
 * an unknown one costs its rows; where it is about one, the sender is asked.
 */
export async function byWorksite(load: Load, rows: readonly RosterRow[]): Promise<readonly Part[]> {
  const { head } = load.group
  const nameOf = ({ record }: RosterRow) => ({
    code: record.worksiteCode ?? (record.worksiteName === null ? textOf(head['worksiteCode']) : null),
    name: record.worksiteName ?? textOf(head['projectName']),
  })
  const named = groupBy(rows, (row) => Object.values(nameOf(row)).join(' '))
  const parts = new Map<string, { worksite: WorksiteFacts; rows: RosterRow[] }>()
  for (const own of named.values()) {
    const [first] = own
    const name = first === undefined ? { code: null, name: null } : nameOf(first)
    const worksite = await findOneOf(load, name, named.size === 1)
    if (worksite === undefined) {
      for (const { row } of own) {
        load.reject(row, 'people.worksite-unknown', { asked: name.code ?? name.name ?? '' })
      }
      continue
    }
    const part = parts.get(worksite.worksiteId) ?? { worksite, rows: [] }
    part.rows.push(...own)
    parts.set(worksite.worksiteId, part)
  }
  return [...parts.values()].sort((one, other) =>
    one.worksite.worksiteId < other.worksite.worksiteId ? -1 : 1,
  )
}

async function findOneOf(
  { tx, intake }: Load,
  name: { readonly code: string | null; readonly name: string | null },
  isOnly: boolean,
): Promise<WorksiteFacts | undefined> {
  try {
    return await findWorksite(tx, { ...name, options: intake.options })
  } catch (error) {
    if (!isOnly && error instanceof Refusal && error.code === 'ask.worksite') {
      return undefined
    }
    throw error
  }
}

/** 表前文字 — what the heading says, or null. */
export function textOf(value: unknown): string | null {
  return typeof value === 'string' && value !== '' ? value : null
}
