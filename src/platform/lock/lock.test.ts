import { type ChildProcess, spawn } from 'node:child_process'
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'

import { openSocket } from '../socket/socket.ts'
import { findHolder, type Holder, lockFile, lockFolder } from './lock.ts'
import { processStart, thisMachine } from './machine.ts'

let folder: string
const children: ChildProcess[] = []

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'anxin-lock-'))
})

afterEach(() => {
  for (const child of children.splice(0)) {
    child.kill('SIGKILL')
  }
  rmSync(folder, { recursive: true })
})

const inUse = expect.objectContaining({ name: 'Refusal', code: 'folder.in-use', kind: 'conflict' })
const our = () => ({ socket: join(folder, 'ours.sock'), role: 'verb' as const })

/** Another process that locks the folder, says `held` or the code of its refusal, and stays. */
function openElsewhere(): Promise<{ said: string; kill: () => Promise<void> }> {
  const path = JSON.stringify(import.meta.resolve('./lock.ts'))
  const socketPath = JSON.stringify(import.meta.resolve('../socket/socket.ts'))
  const script = `
    const { lockFolder } = await import(${path})
    const { openSocket } = await import(${socketPath})
    const socket = await openSocket(${JSON.stringify(folder)})
    try {
      await lockFolder(${JSON.stringify(folder)}, { socket: socket.path, role: 'server' })
      console.log('held')
    } catch (error) {
      console.log(error.code)
    }
    setInterval(() => {}, 1000)`
  const child = spawn(process.execPath, ['--import', 'tsx', '--input-type=module', '-e', script])
  children.push(child)
  const died = new Promise<void>((resolve) => child.once('exit', () => resolve()))
  return new Promise((resolve, reject) => {
    const kill = async () => {
      child.kill('SIGKILL')
      await died
    }
    child.stdout.once('data', (said) => resolve({ said: String(said).trim(), kill }))
    child.stderr.once('data', (said) => reject(new Error(String(said))))
  })
}

function writeHolder(given: Partial<Holder>): void {
  const holder: Holder = {
    pid: process.pid,
    started: processStart(process.pid) ?? '',
    ...thisMachine(),
    socket: join(folder, 'gone.sock'),
    role: 'server',
    id: '0190-somebody',
    ...given,
  }
  writeFileSync(lockFile(folder), JSON.stringify(holder))
}

describe('lockFolder', () => {
  it('refuses a second process at once, names the first, and lets it in when that was killed', async () => {
    const first = await openElsewhere()
    expect(first.said).toBe('held')
    const holder = await findHolder(folder)
    expect(holder?.pid).toBe(children[0]?.pid)
    await expect(lockFolder(folder, our())).rejects.toEqual(inUse)
    await expect(lockFolder(folder, our())).rejects.toHaveProperty('data.pid', holder?.pid)
    expect((await openElsewhere()).said).toBe('folder.in-use')

    await first.kill()
    expect(await findHolder(folder)).toBeUndefined()
    const lock = await lockFolder(folder, our())
    expect((await findHolder(folder))?.id).toBe(lock.holder.id)
    lock.release()
    expect(existsSync(lockFile(folder))).toBe(false)
  })

  it('lets exactly one in of many who find a killed holder at the same time', async () => {
    await (await openElsewhere()).kill()
    const said = await Promise.all(Array.from({ length: 5 }, async () => (await openElsewhere()).said))
    expect(said.toSorted()).toEqual([...Array(4).fill('folder.in-use'), 'held'])
  })

  it('removes the socket and the second lock of a killed holder', async () => {
    await (await openElsewhere()).kill()
    await lockFolder(folder, our())
    expect(readdirSync(folder)).toEqual(['lock'])
  })

  it('refuses a holder whose socket file was deleted while it lives', async () => {
    writeHolder({})
    await expect(lockFolder(folder, our())).rejects.toEqual(inUse)
  })

  it('takes over from a process number that is dead or belongs to another process by now', async () => {
    writeHolder({ started: '1' })
    expect((await lockFolder(folder, our())).holder.pid).toBe(process.pid)
    writeHolder({ pid: 0x3fff_fff0 })
    expect((await lockFolder(folder, our())).holder.pid).toBe(process.pid)
  })

  it('takes over what was held before this machine started again', async () => {
    writeHolder({ boot: 'an earlier start' })
    expect((await lockFolder(folder, our())).holder.pid).toBe(process.pid)
  })

  it('refuses what another machine holds, since from here nobody can tell whether it runs', async () => {
    writeHolder({ boot: 'another start', host: 'another-machine' })
    await expect(lockFolder(folder, our())).rejects.toEqual(inUse)
    writeHolder({ processView: 'pid:[another container]', pid: 0x3fff_fff0 })
    await expect(lockFolder(folder, our())).rejects.toEqual(inUse)
  })

  it('refuses a lock file that it cannot read', async () => {
    writeFileSync(lockFile(folder), '{"pid":')
    await expect(lockFolder(folder, our())).rejects.toEqual(
      expect.objectContaining({ code: 'folder.lock-damaged' }),
    )
  })

  it('leaves the lock of another alone when it releases its own', async () => {
    const socket = await openSocket(folder)
    const lock = await lockFolder(folder, { socket: socket.path, role: 'verb' })
    writeHolder({ id: '0190-other' })
    lock.release()
    expect(readFileSync(lockFile(folder), 'utf8')).toContain('0190-other')
    await socket.close()
  })
})
