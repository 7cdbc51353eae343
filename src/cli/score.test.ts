import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { beforeEach, describe, expect, it } from 'vitest'

import { placeDatabase, temporaryFolder } from '../../testkit/data-folder.ts'
import { seedWageWorld } from '../../testkit/wage-world.ts'
import { day } from '../law/index.ts'
import { runRules } from '../monitoring/engine/run.ts'
import { wageUnpaid } from '../monitoring/rules/wage-unpaid.rule.ts'
import { newId } from '../platform/ids.ts'
import { openPlatform } from '../platform/platform.ts'
import { localOperator, transact } from '../platform/transact.ts'
import { truthMonth, truthOfSites, truthWorksite } from '../simulate/score/testing/small-truth.ts'
import { formatTruth } from '../simulate/truth/truth-file.ts'
import { runHere } from './run.ts'
import { scoreVerb } from './score.ts'

const folder = temporaryFolder()
/** The code of a seeded worksite is its id. */
const worksiteId = newId()

beforeEach(async () => {
  mkdirSync(folder.settings().dataFolder)
  await placeDatabase(folder.settings().dataFolder)
})

/** A worksite that owes the wages of March since the 13th, watched on the days given. */
async function watch(...days: readonly string[]): Promise<void> {
  const { platform, close } = await openPlatform(folder.settings(), { role: 'verb' })
  await transact(platform, localOperator, async (tx) => {
    const people = [{ due: { on: '2026-03-13', fen: 500_000n } }]
    await seedWageWorld(tx, { bankUntil: '2026-12-31', people }, worksiteId)
    tx.record({
      stream: { kind: 'worksite', id: worksiteId },
      type: 'test.seeded',
      data: {},
      areaCode: '330106',
    })
  })
  for (const asOf of days) {
    await runRules(platform, [wageUnpaid], { asOf: day(asOf), worksiteIds: null })
  }
  await close()
}

function writeTruth(code: string): void {
  const months = [truthMonth({ dueOn: '2026-03-13' })]
  writeFileSync(join(folder.path, 'truth.json'), formatTruth(truthOfSites(truthWorksite({ code, months }))))
}

async function run(...argv: readonly string[]) {
  const said = { out: '', err: '' }
  const code = await runHere(['score', ...argv], {
    settings: folder.settings(),
    verbs: [scoreVerb],
    io: {
      locale: 'zh-CN',
      colors: false,
      cwd: folder.path,
      stdout: (text) => {
        said.out += text
      },
      stderr: (text) => {
        said.err += text
      },
    },
  })
  return { code, ...said }
}

describe('anxin score', () => {
  it('prints what was found of the truth without colors, and gives the same figures as JSON', async () => {
    writeTruth(worksiteId)
    await watch('2026-03-10', '2026-03-14', '2026-03-16', '2026-03-23')
    const tables = await run('--truth', 'truth.json', '--json', 'score.json')
    expect(tables).toMatchObject({ code: 0, err: '' })
    expect(tables.out).toContain('监测：2026-03-10 至 2026-03-23，运行过 4 天')
    expect(tables.out).toMatch(/^全部规则 +100\.0% 1\/1 +100\.0% 1\/1 +0\.0% 0\/1 +0\.0% 0\/1/m)
    expect(tables.out).toContain('评分已写到 score.json')
    expect(tables.out).not.toContain('\u001b')
    const { out } = await run('--truth', 'truth.json', '--json')
    expect(readFileSync(join(folder.path, 'score.json'), 'utf8')).toBe(out)
    expect(JSON.parse(out)).toMatchObject({
      months: { due: 1, judged: 1, owed: 1 },
      total: { recall: { yellow: { found: 1, of: 1, foundFen: '100000' }, orange: { found: 0 } } },
    })
  })

  it('refuses a truth that is not there, or that is none', async () => {
    writeFileSync(join(folder.path, 'other.json'), '{"version":2}')
    expect(await run('--truth', 'missing.json')).toMatchObject({
      code: 2,
      err: expect.stringContaining('读不到真相文件 missing.json'),
    })
    expect(await run('--truth', 'other.json')).toMatchObject({
      code: 2,
      err: expect.stringContaining('other.json 不是真相文件'),
    })
    expect((await run()).code).toBe(2)
  })

  it('refuses the truth of another county, and a county that was never watched', async () => {
    await watch()
    writeTruth('33010620260101001')
    expect(await run('--truth', 'truth.json')).toMatchObject({
      code: 1,
      err: expect.stringContaining('数据库里一个也没有'),
    })
    writeTruth(worksiteId)
    expect(await run('--truth', 'truth.json')).toMatchObject({
      code: 1,
      err: expect.stringContaining('还没有运行过监测'),
    })
  })
})
