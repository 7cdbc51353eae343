import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'

import { temporaryFolder } from '../../testkit/data-folder.ts'
import { useTestPlatform } from '../../testkit/intake.ts'
import { queryIntakes } from '../features/intake/index.ts'
import { importingTogether } from '../importing.ts'
import { localOperator, read } from '../platform/transact.ts'
import { simulateCounty, truthOf } from '../simulate/index.ts'
import { scoreStored } from '../simulate/score/index.ts'
import { countyOptions } from './county-options.ts'
import { type CountyDay, runCounty } from './county-run.ts'
import { demoVerb } from './demo.ts'
import { runHere } from './run.ts'

const folder = temporaryFolder()
const platform = useTestPlatform()

async function demo(...more: readonly string[]) {
  const said = { out: '', err: '' }
  const write = (to: 'out' | 'err') => (text: string) => {
    said[to] += text
  }
  const code = await runHere(['demo', '--county', '--no-serve', ...more], {
    settings: folder.settings(),
    verbs: [demoVerb],
    io: { locale: 'en', colors: false, cwd: folder.path, stdout: write('out'), stderr: write('err') },
  })
  return { code, ...said }
}

describe('anxin demo --county', () => {
  it('refuses a folder that holds another county, or anything else', async () => {
    mkdirSync(join(folder.path, 'one'))
    const other = { ...countyOptions({}), seed: '2', isWhole: true }
    writeFileSync(join(folder.path, 'one', 'county.json'), `${JSON.stringify(other)}\n`)
    mkdirSync(join(folder.path, 'two', 'keys'), { recursive: true })
    for (const data of ['one', 'two']) {
      expect(await demo('--data', data)).toMatchObject({
        code: 1,
        err: expect.stringContaining('holds other data'),
      })
    }
  })
})

describe('a simulated county', () => {
  it('happens day by day, once, and can be scored', async () => {
    const county = simulateCounty({ ...countyOptions({}), worksites: 1, months: 1, workers: 20 })
    const run = async () => {
      const days: CountyDay[] = []
      await importingTogether((ports) =>
        runCounty({
          platform,
          ports,
          county,
          watchFrom: county.frame.until,
          setClock: (instant) => platform.database.clock.set(instant),
          onDay: (day) => days.push(day),
        }),
      )
      return days
    }
    const days = await run()
    expect(days.map((each) => each.day)).toEqual(county.frame.days)
    expect(days.filter((each) => each.watched)).toHaveLength(1)
    expect(days.reduce((sum, each) => sum + each.unfinished, 0)).toBe(0)
    const score = await read(platform, localOperator, (tx) => scoreStored(tx, truthOf(county)))
    expect(score).toMatchObject({ worksites: { known: 1 }, watched: { from: county.frame.until, days: 1 } })
    const count = () =>
      read(platform, localOperator, (tx) => queryIntakes(tx, { page: 1, pageSize: 1 }, 'en')).then(
        (all) => all.total,
      )
    const files = await count()
    expect(await run()).toEqual(days)
    expect(await count()).toBe(files)
  })
})
