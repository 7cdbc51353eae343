import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { Value } from 'typebox/value'

import { SimulatedCounty } from './contract/endpoints/score.ts'

/** 模拟县说明 — which county a data folder holds is written in this file beside its data. */
export const countyNoteName = 'county.json'

/** 读模拟县说明 — of a data folder; null where it holds no simulated county. */
export function readCountyNote(dataFolder: string): SimulatedCounty | null {
  const file = join(dataFolder, countyNoteName)
  if (!existsSync(file)) {
    return null
  }
  const note: unknown = JSON.parse(readFileSync(file, 'utf8'))
  return Value.Check(SimulatedCounty, note) ? note : null
}
