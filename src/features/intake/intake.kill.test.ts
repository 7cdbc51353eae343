import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { fileURLToPath } from 'node:url'
import { sql } from 'kysely'
import { describe, expect, it } from 'vitest'

import { placeDatabase, temporaryFolder } from '../../../testkit/data-folder.ts'
import { testImporting } from '../../../testkit/intake.ts'
import { openLog } from '../../platform/log.ts'
import { type OpenedPlatform, openPlatform } from '../../platform/platform.ts'
import { localOperator, read } from '../../platform/transact.ts'
import { openIntakeQueue, resumeUnfinished } from './intake.queue.ts'
import { receive } from './intake.service.ts'
import { group, rows, script } from './testing/script.ts'

const folder = temporaryFolder()
const program = fileURLToPath(new URL('./testing/killed.ts', import.meta.url))
const bytes = script(group('一'), rows(2, '甲', '乙', '丙'))

/**
 * Runs the program on the data folder and kills it -9 when it says a line that begins so; gives the
 * receipt's number.
 */
async function killedAt(said: string, dataFolder: string): Promise<string> {
  const file = join(folder.path, 'a.xlsx')
  writeFileSync(file, bytes)
  const environment = { ...process.env, ANXIN_DATA: dataFolder, LOG_LEVEL: 'silent' }
  const child = spawn(process.execPath, ['--import', 'tsx', program, file], {
    env: environment,
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  const ended = once(child, 'exit')
  let intakeId = ''
  for await (const line of createInterface({ input: child.stdout })) {
    intakeId = line.startsWith('received ') ? line.slice('received '.length) : intakeId
    if (line.startsWith(said)) {
      child.kill('SIGKILL')
    }
  }
  expect((await ended)[1]).toBe('SIGKILL')
  return intakeId
}

async function state({ platform }: OpenedPlatform, intakeId: string) {
  return await read(platform, localOperator, async (tx) => {
    const { rows: intakes } = await sql<{ state: string }>`select state from intake`.execute(tx.k)
    const { rows: names } = await sql<{ name: string }>`select name from organization
      where created_intake_id = ${intakeId}::uuid order by organization_id`.execute(tx.k)
    return { states: intakes.map((each) => each.state), names: names.map((each) => each.name) }
  })
}

describe('a program killed while it takes a message in', () => {
  it.each(['received', 'written'])(
    'when it says "%s", has lost nothing that had a receipt, and the next start finishes the rest once',
    async (said) => {
      const settings = folder.settings()
      await placeDatabase(settings.dataFolder)
      const intakeId = await killedAt(said, settings.dataFolder)
      const opened = await openPlatform(settings, { role: 'verb', log: openLog('silent') })
      try {
        expect(await state(opened, intakeId)).toEqual({ states: ['received'], names: [] })
        const queue = openIntakeQueue(opened.platform, testImporting())
        expect(await resumeUnfinished(opened.platform, queue)).toBe(1)
        await queue.idle()
        expect(await state(opened, intakeId)).toEqual({ states: ['done'], names: ['甲', '乙', '丙'] })
        const message = { bytes, fileName: 'a.xlsx', channel: 'cli', options: {} } as const
        const again = await receive(opened.platform, localOperator, message)
        expect(again).toMatchObject({ intakeId, state: 'done', sentBefore: true })
        expect(await resumeUnfinished(opened.platform, queue)).toBe(0)
      } finally {
        await opened.close()
      }
    },
    180_000,
  )
})
