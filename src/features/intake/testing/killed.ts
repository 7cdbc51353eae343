import { readFileSync } from 'node:fs'

import { openPlatform } from '../../../platform/platform.ts'
import { readSettings } from '../../../platform/settings.ts'
import { localOperator } from '../../../platform/transact.ts'
import { processIntake } from '../intake.process.ts'
import { receive } from '../intake.service.ts'
import { organizationLoader } from './organizations.loader.ts'
import { play } from './script.ts'

/*
 * A program to be killed: stores the file of its first argument, says so on stdout, begins to take it in,
 * says when its rows are written, and then never commits.
 */

const [file = ''] = process.argv.slice(2)
const { platform } = await openPlatform(readSettings(), { role: 'verb' })
const message = { bytes: readFileSync(file), fileName: 'a.xlsx', channel: 'cli', options: {} } as const
const { intakeId } = await receive(platform, localOperator, message)
process.stdout.write(`received ${intakeId}\n`)
const importing = {
  loaders: [organizationLoader],
  withdrawers: [],
  read: play,
  recognize: async () => [],
  readSource: async () => null,
  writeReasons: async () => Buffer.alloc(0),
  async foldTouched() {
    process.stdout.write('written\n')
    await new Promise(() => setInterval(() => undefined, 1_000))
  },
}
await processIntake(platform, importing, { intakeId, actor: localOperator })
