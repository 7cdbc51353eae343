import { createInventor } from '../../../src/simulate/invent/index.ts'
import { expectedOf } from './expected.ts'
import { monthGrids, punchSheets } from './files/attendance-sheets.ts'
import { bankResults } from './files/bank-results.ts'
import { gateLogs } from './files/gate-logs.ts'
import type { MadeFile } from './files/made-file.ts'
import { payrollFiles } from './files/payrolls.ts'
import { registerFile } from './files/register.ts'
import {
  factoryRoster,
  healthyRosters,
  noAccountRoster,
  noDepositRoster,
  unlistedRoster,
  unpaidRoster,
} from './files/rosters.ts'
import { statements } from './files/statements.ts'
import { readme } from './readme.ts'
import { inventWorld, type SiteStory } from './world.ts'

type Inventor = ReturnType<typeof createInventor>

/** 生成示例 — every file of `examples/` by its path there; the same bytes at every call. */
export async function buildExamples(): Promise<ReadonlyMap<string, Buffer>> {
  const stories = inventWorld()
  const inventor = createInventor('how offices write')
  const files = [
    await registerFile(
      inventor.fork('register'),
      stories.map(({ site }) => site),
    ),
  ]
  for (const story of stories) {
    files.push(...(await filesOf(inventor.fork(story.site.key), story)))
  }
  files.sort((one, other) => (one.path < other.path ? -1 : 1))
  const expected = expectedOf(stories, files)
  return new Map([
    ...files.map(({ path, bytes }) => [path, bytes] as const),
    ['expected.json', Buffer.from(`${JSON.stringify(expected, null, 2)}\n`)],
    ['README.md', Buffer.from(readme(stories, files, expected))],
  ])
}

async function filesOf(inventor: Inventor, story: SiteStory): Promise<MadeFile[]> {
  return [
    ...(await rostersOf(inventor, story)),
    ...gateLogs(story),
    ...(await attendanceOf(inventor, story)),
    ...(await payrollFiles(inventor, story)),
    ...(story.site.works?.account ? statements(story) : await bankResults(inventor, story)),
  ]
}

async function rostersOf(inventor: Inventor, story: SiteStory): Promise<MadeFile[]> {
  switch (story.site.key) {
    case 'healthy':
      return await healthyRosters(inventor, story)
    case 'unpaid':
      return [await unpaidRoster(inventor, story)]
    case 'unlisted':
      return [await unlistedRoster(inventor, story)]
    case 'factory':
      return [await factoryRoster(inventor, story)]
    case 'no-account':
      return [noAccountRoster(inventor, story)]
    case 'no-deposit':
      return [await noDepositRoster(inventor, story)]
    default:
      return story.site.key satisfies never
  }
}

async function attendanceOf(inventor: Inventor, story: SiteStory): Promise<MadeFile[]> {
  if (story.site.gates.length > 0) {
    return []
  }
  return story.site.key === 'no-deposit'
    ? await punchSheets(inventor, story)
    : await monthGrids(inventor, story)
}
