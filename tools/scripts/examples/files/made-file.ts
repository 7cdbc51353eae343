import type { IntakeKind } from '../../../../src/contract/intake.ts'
import type { Day } from '../../../../src/law/day.ts'

/** 拒收行 — a row that must be refused, and by which code. */
export interface RefusedRow {
  readonly sheet: string
  readonly row: number
  readonly code: string
}

/** 示例文件 — one file as an office sent it. */
export interface MadeFile {
  /** In the folder of the day on which it came: 2026-03-10/项目登记表.xlsx. */
  readonly path: string
  readonly receivedOn: Day
  readonly kind: IntakeKind
  readonly bytes: Buffer
  readonly refused: readonly RefusedRow[]
}

interface Making {
  readonly name: string
  readonly receivedOn: Day
  readonly kind: IntakeKind
  readonly bytes: Buffer
  readonly refused?: readonly RefusedRow[]
}

export function madeFile({ name, refused = [], ...rest }: Making): MadeFile {
  return { path: `${rest.receivedOn}/${name}`, refused, ...rest }
}
