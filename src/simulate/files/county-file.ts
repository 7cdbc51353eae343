import type { IntakeKind } from '../../contract/intake.ts'
import type { Day } from '../../law/day.ts'

/** 报送文件 — a file as somebody in the county sent it. */
export interface CountyFile {
  /** In the folder of the day on which it arrived: 2026-03-10/文澜路安置房2月工资表.xlsx. */
  readonly path: string
  readonly receivedOn: Day
  readonly kind: IntakeKind
  readonly bytes: Buffer
}

/** 报送文件 — of that name in the folder of its day. Strokes in a name would make folders of it. */
export function countyFile(
  name: string,
  file: Pick<CountyFile, 'receivedOn' | 'kind' | 'bytes'>,
): CountyFile {
  return { path: `${file.receivedOn}/${name.replace(/[/\\:*?"<>|]/g, '-')}`, ...file }
}
