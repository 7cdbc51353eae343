import { spawn } from 'node:child_process'
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join, relative, resolve } from 'node:path'

import { startPostgres } from '../../testkit/postgres-server.ts'

/*
 * npm test [-- FILTER…]: types, lint and walls, then every test on PGlite, then those that use the database
 * once more on a PostgreSQL server started for them. With a filter only the tests whose path contains it, and
 * no checks. `DB=pglite` or `DB=postgres` leaves the other engine out. Ends with one line of sums.
 */

interface Sums {
  passed: number
  failed: number
}

const root = join(import.meta.dirname, '../..')
const databaseDoor = join(root, 'testkit/database.ts')

function run(
  command: string,
  args: readonly string[],
  environment: Record<string, string> = {},
): Promise<number> {
  const child = spawn(command, args, { cwd: root, stdio: 'inherit', env: { ...process.env, ...environment } })
  return new Promise((done) => child.once('exit', (code) => done(code ?? 1)))
}

/** A check that fails counts as one failed test, so that the last line cannot look well when it is not. */
async function runChecks(): Promise<Sums> {
  let failed = 0
  for (const script of ['types', 'lint', 'walls']) {
    failed += (await run('npm', ['run', '--silent', script])) === 0 ? 0 : 1
  }
  return { passed: 0, failed }
}

async function runTests(filters: readonly string[], environment: Record<string, string>): Promise<Sums> {
  const folder = mkdtempSync(join(tmpdir(), 'anxin-test-'))
  const output = join(folder, 'result.json')
  const options = ['run', '--reporter=default', '--reporter=json', `--outputFile.json=${output}`]
  const vitest = join(root, 'node_modules/vitest/vitest.mjs')
  const code = await run(process.execPath, [vitest, ...options, ...filters], environment)
  const sums = existsSync(output) ? readSums(readFileSync(output, 'utf8')) : { passed: 0, failed: 0 }
  rmSync(folder, { recursive: true })
  // A file that does not load, or an error outside any test, fails the run without a failed test of its own.
  return code === 0 || sums.failed > 0 ? sums : { ...sums, failed: 1 }
}

function readSums(json: string): Sums {
  const { numPassedTests, numFailedTests } = JSON.parse(json)
  return { passed: numPassedTests, failed: numFailedTests }
}

/**
 * The test files that reach `testkit/database.ts` by their imports: the others would do the same on either
 * engine.
 */
function databaseTests(filters: readonly string[]): string[] {
  const files = ['src', 'testkit', 'journeys', 'tools'].flatMap((folder) => {
    const top = join(root, folder)
    const entries = existsSync(top) ? readdirSync(top, { recursive: true, encoding: 'utf8' }) : []
    return entries.filter((name) => /\.(test|journey)\.ts$/.test(name)).map((name) => join(top, name))
  })
  return files
    .filter((file) => reaches(file, new Set()))
    .map((file) => relative(root, file))
    .filter((file) => filters.length === 0 || filters.some((filter) => file.includes(filter)))
}

function reaches(file: string, seen: Set<string>): boolean {
  if (file === databaseDoor) {
    return true
  }
  if (seen.has(file) || !existsSync(file)) {
    return false
  }
  seen.add(file)
  const imported = readFileSync(file, 'utf8').matchAll(/from '(\.{1,2}\/[^']+\.ts)'/g)
  return [...imported].some(([, path = '']) => reaches(resolve(dirname(file), path), seen))
}

async function runOnPostgres(filters: readonly string[]): Promise<Sums> {
  const files = databaseTests(filters)
  if (files.length === 0) {
    return { passed: 0, failed: 0 }
  }
  const server = await startPostgres()
  console.log(`PostgreSQL ${server.version}: ${files.length} files`)
  try {
    return await runTests(files, { DB: 'postgres', TEST_DATABASE_URL: server.url })
  } finally {
    await server.stop()
  }
}

async function main(filters: readonly string[]): Promise<void> {
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) {
    process.once(signal, () => process.exit(1))
  }
  const only = process.env['DB']
  const all: Sums[] = []
  if (filters.length === 0) {
    all.push(await runChecks())
  }
  if (only !== 'postgres') {
    all.push(await runTests(filters, { DB: 'pglite' }))
  }
  if (only !== 'pglite') {
    all.push(await runOnPostgres(filters))
  }
  const passed = all.reduce((sum, each) => sum + each.passed, 0)
  const failed = all.reduce((sum, each) => sum + each.failed, 0)
  process.exitCode = failed === 0 && passed > 0 ? 0 : 1
  console.log(`${passed} passed, ${failed} failed`)
}

await main(process.argv.slice(2))
