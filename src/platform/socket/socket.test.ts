import { existsSync, mkdtempSync, rmSync, statSync } from 'node:fs'
import { connect } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'

import type { VerbReply } from './frames.ts'
import { callSocket, openSocket, type VerbSocket } from './socket.ts'

let folder: string
let socket: VerbSocket

beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'anxin-socket-'))
  socket = await openSocket(folder)
})

afterEach(async () => {
  await socket.close()
  rmSync(folder, { recursive: true })
})

const request = { argv: ['import', '工资表.xlsx'], cwd: '/home', locale: 'zh-CN', colors: true }

describe('openSocket', () => {
  it('runs a verb for the caller: request there, output in order and exit code back', async () => {
    const seen: unknown[] = []
    socket.answer(async (given, print) => {
      seen.push(given)
      print({ type: 'stdout', text: '第一行\n第二行\u2028\n' })
      print({ type: 'stderr', text: '提示' })
      print({ type: 'stdout', text: '薪'.repeat(300_000) })
      return 3
    })
    const printed: VerbReply[] = []
    expect(await callSocket(socket.path, request, (reply) => printed.push(reply))).toBe(3)
    expect(seen).toEqual([request])
    expect(printed).toEqual([
      { type: 'stdout', text: '第一行\n第二行\u2028\n' },
      { type: 'stderr', text: '提示' },
      { type: 'stdout', text: '薪'.repeat(300_000) },
    ])
  })

  it('serves several callers at once', async () => {
    socket.answer(async (given) => given.argv.length)
    const codes = await Promise.all(
      [1, 2, 3].map((words) =>
        callSocket(socket.path, { ...request, argv: Array(words).fill('a') }, () => {}),
      ),
    )
    expect(codes).toEqual([1, 2, 3])
  })

  it('is open to its owner only, and is gone when closed', async () => {
    expect(statSync(socket.path).mode & 0o777).toBe(0o600)
    await socket.close()
    expect(existsSync(socket.path)).toBe(false)
  })

  it('refuses a call that ends without an exit code, or that nobody hears', async () => {
    const brokenOff = expect.objectContaining({ code: 'socket.broken-off' })
    await expect(callSocket(socket.path, request, () => {})).rejects.toEqual(brokenOff)
    await expect(callSocket(join(folder, 'none.sock'), request, () => {})).rejects.toEqual(brokenOff)
    socket.answer(async () => {
      throw new Error('the verb broke')
    })
    await expect(callSocket(socket.path, request, () => {})).rejects.toEqual(brokenOff)
  })

  it('drops what is no request and goes on serving', async () => {
    socket.answer(async () => 0)
    for (const sent of ['nonsense\n', '{"argv":1}\n', 'x'.repeat(1_100_000)]) {
      const connection = connect(socket.path, () => connection.write(sent))
      connection.on('error', () => connection.destroy())
      await new Promise((resolve) => connection.once('close', resolve))
    }
    expect(await callSocket(socket.path, request, () => {})).toBe(0)
  })

  it('closes although somebody is connected and says nothing', async () => {
    const connection = connect(socket.path)
    await new Promise((resolve) => connection.once('connect', resolve))
    const ended = new Promise((resolve) => connection.once('close', resolve))
    await socket.close()
    await ended
    expect(existsSync(socket.path)).toBe(false)
  })

  it('lets a running verb finish before it closes', async () => {
    let finish: (code: number) => void = () => {}
    const started = new Promise<void>((resolve) => {
      socket.answer(() => {
        resolve()
        return new Promise((done) => {
          finish = done
        })
      })
    })
    const code = callSocket(socket.path, request, () => {})
    await started
    const closed = socket.close()
    finish(0)
    expect(await code).toBe(0)
    await closed
  })

  it('goes to a private temporary folder where the path would be too long', async () => {
    const deep = await openSocket(join(folder, '很长的文件夹'.repeat(6)))
    deep.answer(async () => 0)
    expect(deep.path.startsWith(tmpdir())).toBe(true)
    expect(statSync(join(deep.path, '..')).mode & 0o777).toBe(0o700)
    expect(await callSocket(deep.path, request, () => {})).toBe(0)
    await deep.close()
    expect(existsSync(join(deep.path, '..'))).toBe(false)
  })
})
