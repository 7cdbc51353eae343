import { type ChildProcess, spawn } from 'node:child_process'
import { existsSync, mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'

import { placeDatabase, temporaryFolder } from '../../testkit/data-folder.ts'
import { Refusal } from '../contract/errors.ts'
import { guarded, runHere } from './run.ts'
import type { Io } from './verb.ts'
import { verbs } from './verbs.ts'

const folder = temporaryFolder()
const children: ChildProcess[] = []

async function prepareFolder(): Promise<void> {
  mkdirSync(folder.settings().dataFolder)
  await placeDatabase(folder.settings().dataFolder)
}

afterEach(() => {
  for (const child of children.splice(0)) {
    child.kill('SIGKILL')
  }
})

interface Serving {
  readonly address: string
  /** Ends it by a signal and gives its exit code, or null when it was killed. */
  end(signal: 'SIGTERM' | 'SIGKILL'): Promise<number | null>
}

/** `anxin serve` in a process of its own, on any free port. */
function serve(): Promise<Serving> {
  const main = JSON.stringify(import.meta.resolve('../main.ts'))
  const script = `const { main } = await import(${main}); await main(['serve'])`
  const env = { ...process.env, ANXIN_PORT: '0', ANXIN_LANG: 'en', LOG_LEVEL: 'silent' }
  const child = spawn(
    process.execPath,
    ['--import', import.meta.resolve('tsx'), '--input-type=module', '-e', script],
    { cwd: folder.path, env },
  )
  children.push(child)
  const ended = new Promise<number | null>((resolve) => child.once('exit', resolve))
  return new Promise((resolve, reject) => {
    const heard: string[] = []
    child.stderr.on('data', (text) => heard.push(String(text)))
    child.stdout.on('data', (text) => {
      const [address] = /http:\/\/[\d.:]+/.exec(String(text)) ?? []
      if (address !== undefined) {
        const end: Serving['end'] = (signal) => {
          child.kill(signal)
          return ended
        }
        resolve({ address, end })
      }
    })
    child.once('exit', () => reject(new Error(heard.join(''))))
  })
}

function talk(): Io & { said: { stdout: string; stderr: string } } {
  const said = { stdout: '', stderr: '' }
  return {
    said,
    locale: 'zh-CN',
    colors: false,
    cwd: folder.path,
    stdout: (text) => {
      said.stdout += text
    },
    stderr: (text) => {
      said.stderr += text
    },
  }
}

async function run(...argv: string[]) {
  const io = talk()
  const code = await runHere(argv, { settings: folder.settings(), io, verbs })
  return { code, ...io.said }
}

describe('a running server', () => {
  beforeEach(prepareFolder)

  it('runs verbs for callers beside it, as if they ran in their own process', async () => {
    const server = await serve()
    expect(await run('health')).toMatchObject({
      code: 0,
      stdout: expect.stringContaining('正常'),
      stderr: '',
    })
    expect((await run('audit', 'verify', '--json')).stdout).toContain('"broken":null')
    const backup = await run('backup', 'saved.tar')
    expect(backup).toMatchObject({ code: 0, stderr: expect.stringContaining('备份中没有主密钥') })
    expect(existsSync(join(folder.path, 'saved.tar'))).toBe(true)
    expect(await run('backup', 'saved.tar')).toMatchObject({
      code: 1,
      stderr: expect.stringContaining('已存在'),
    })
    expect((await run('health', '--jsn')).code).toBe(2)
    expect((await fetch(`${server.address}/healthz`)).status).toBe(200)
    expect(await server.end('SIGTERM')).toBe(0)
    expect(existsSync(join(folder.settings().dataFolder, 'lock'))).toBe(false)
  })

  it('keeps a second server out of its folder, and is replaced when it was killed', async () => {
    const server = await serve()
    await expect(serve()).rejects.toThrowError('The data folder is in use by another process')
    expect((await fetch(`${server.address}/healthz`)).status).toBe(200)
    expect(await server.end('SIGKILL')).toBe(null)
    expect(await run('health')).toMatchObject({ code: 0 })
  })
})

describe('runHere', () => {
  beforeEach(prepareFolder)

  it('opens the platform for the verb, warns of the new key on stderr, and closes it again', async () => {
    const first = await run('health')
    expect(first).toMatchObject({ code: 0, stdout: expect.stringContaining('正常') })
    expect(first.stderr).toContain('请立即把它备份到别处')
    expect((await run('health')).stderr).toBe('')
  })
})

describe('guarded', () => {
  const broken = (error: unknown) => {
    const io = talk()
    return guarded(io, () => Promise.reject(error)).then((code) => ({ code, ...io.said }))
  }

  it('tells a refusal in its text, with 2 when the call was wrong and 1 otherwise', async () => {
    const refused = await broken(new Refusal('blob.damaged', { key: 'k' }))
    expect(refused).toMatchObject({ code: 1, stderr: expect.stringContaining('原件 k 已损坏') })
    expect((await broken(new Refusal('setting.unknown', {}, 'invalid'))).code).toBe(2)
  })

  it('tells a bug as a bug', async () => {
    const bug = await broken(new Error('invariant broken: sums agree'))
    expect(bug).toMatchObject({ code: 1, stderr: expect.stringContaining('程序出错了') })
    expect(bug.stderr).toContain('sums agree')
  })
})
