import { describe, expect, it } from 'vitest'

import { defaultLimits, type FileLimits } from '../sheets/limits.ts'
import { craftXlsx } from '../sheets/testing/craft-xlsx.ts'
import { craftZip } from '../sheets/testing/craft-zip.ts'
import { openReaders, type Readers, type RunReader, runReader } from './run-reader.ts'
import type { SheetReport } from './testing/readers.ts'

const readerModule = new URL('./testing/readers.ts', import.meta.url)

type Change = Partial<Omit<RunReader, 'limits'>> & { limits?: Partial<FileLimits> }

function start(exportName: string, change: Change = {}): AsyncGenerator<unknown> {
  const limits = { ...defaultLimits, ...change.limits }
  return runReader({ readerModule, exportName, name: 'a.csv', bytes: Buffer.from('中文'), ...change, limits })
}

async function collect(messages: AsyncIterable<unknown>): Promise<unknown[]> {
  const all: unknown[] = []
  for await (const message of messages) {
    all.push(message)
  }
  return all
}

function isRunning(pid: number): boolean {
  try {
    return process.kill(pid, 0)
  } catch {
    return false
  }
}

describe('runReader', () => {
  it('gives the reader the bytes, name and options, and yields its messages', async () => {
    const bytes = Buffer.from('姓名,'.repeat(200_000))
    const options = { days: new Map([[1, 2n]]), on: '2026-05-01' }
    const messages = await collect(start('echoReader', { bytes, options, name: '工资.csv' }))
    expect(messages).toEqual([{ name: '工资.csv', options, text: bytes.toString('utf8') }])
  })

  it('keeps the environment of the server from the child', async () => {
    process.env['DATABASE_URL'] = 'postgres://secret'
    try {
      const [names] = await collect(start('environmentReader'))
      expect(names).toEqual(expect.arrayContaining(['TZ']))
      expect(names).not.toEqual(expect.arrayContaining(['DATABASE_URL']))
      expect(names).not.toEqual(expect.arrayContaining(['PATH']))
    } finally {
      delete process.env['DATABASE_URL']
    }
  })

  it('reports progress apart from the messages', async () => {
    const shares: number[] = []
    const messages = await collect(start('progressReader', { onProgress: (share) => shares.push(share) }))
    expect(messages).toEqual(['half'])
    expect(shares).toEqual([0.5, 1])
  })

  it('passes a refusal on with its code, data and kind, after the messages before it', async () => {
    const messages = start('refusingReader')
    expect(await messages.next()).toEqual({ done: false, value: 'first' })
    await expect(messages.next()).rejects.toMatchObject({
      name: 'Refusal',
      code: 'file.csv-quote',
      data: { row: 7 },
      kind: 'invalid',
    })
  })

  it('tells where a reader failed without repeating what it read', async () => {
    const error: unknown = await collect(start('failingReader')).catch((thrown: unknown) => thrown)
    expect(error).toMatchObject({ code: 'file.reader-crashed', kind: 'bug' })
    const trace = String((error as Error).cause)
    expect(trace).toContain('TypeError')
    expect(trace).toContain('readers.ts')
    expect(trace).not.toContain('张三')
  })

  it('says which reader could not be loaded', async () => {
    const error: unknown = await collect(start('noSuchReader')).catch((thrown: unknown) => thrown)
    expect(error).toMatchObject({ code: 'file.reader-crashed' })
    expect(String((error as Error).cause)).toContain('noSuchReader is a reader')
  })

  it('refuses when the child ends without a last word', async () => {
    await expect(collect(start('exitingReader'))).rejects.toMatchObject({ code: 'file.reader-crashed' })
  })

  it('ends a reader that takes too long', async () => {
    await expect(collect(start('endlessReader', { limits: { seconds: 2 } }))).rejects.toMatchObject({
      code: 'file.too-slow',
      data: { seconds: 2 },
    })
  })

  it('does not count the time in which the caller is at work', async () => {
    const messages = start('twoStepReader', { limits: { seconds: 4 } })
    expect((await messages.next()).value).toBe('first')
    await new Promise((resolve) => setTimeout(resolve, 4_500))
    expect((await messages.next()).value).toBe('second')
    expect((await messages.next()).done).toBe(true)
  })

  it.each([['objectReader'], ['bufferReader']])(
    'ends a reader that holds too much memory: %s',
    async (exportName) => {
      await expect(collect(start(exportName, { limits: { memoryMegabytes: 256 } }))).rejects.toMatchObject({
        code: 'file.too-large-in-memory',
        data: { megabytes: 256 },
      })
    },
  )

  it('does not mistake what a library prints for an answer', async () => {
    expect(await collect(start('printingReader'))).toEqual(['done'])
  })

  it('ends the child when the signal is aborted, also while it is in a loop', async () => {
    const controller = new AbortController()
    const messages = start('endlessReader', { signal: controller.signal })
    await messages.next()
    const rest = messages.next()
    controller.abort(new Error('closed'))
    await expect(rest).rejects.toThrow('closed')
    await expect(collect(start('echoReader', { signal: controller.signal }))).rejects.toThrow('closed')
  })

  it('ends the child when the caller stops listening', async () => {
    const messages = start('processReader')
    const pid = Number((await messages.next()).value)
    expect(isRunning(pid)).toBe(true)
    await messages.return(undefined)
    await expect.poll(() => isRunning(pid)).toBe(false)
  })

  it('makes the child wait for a slow caller instead of filling either memory', async () => {
    const before = process.memoryUsage().rss
    let peak = 0
    let last: unknown
    for await (const message of start('wideReader', { limits: { memoryMegabytes: 350 } })) {
      await new Promise((resolve) => setTimeout(resolve, 5))
      peak = Math.max(peak, process.memoryUsage().rss - before)
      last = message
    }
    expect(last).toBeLessThan(350)
    expect(peak).toBeLessThan(100 * 1024 * 1024)
  })
})

describe('openReaders', () => {
  async function pidsOf(readers: Readers, ...options: unknown[]): Promise<unknown[]> {
    const pids: unknown[] = []
    const read = { readerModule, exportName: 'pidReader', name: 'a.csv', limits: defaultLimits }
    for (const each of options) {
      const run = readers.run({ ...read, bytes: Buffer.alloc(100_000, 'x'), options: each })
      try {
        for await (const pid of run) {
          pids.push(pid)
        }
      } catch (error) {
        expect(error).toMatchObject({ code: each === 'crash' ? 'file.reader-crashed' : 'file.csv-quote' })
      }
    }
    return pids
  }

  it('reads files one after another in the same process, refused ones too', async () => {
    const readers = openReaders()
    const [pid, ...others] = await pidsOf(readers, 'good', 'refuse', 'good')
    expect(others).toEqual([pid, pid])
    readers.close()
    await expect.poll(() => isRunning(Number(pid))).toBe(false)
  })

  it('takes a new process after a reader that crashed, and after one that was left in the middle', async () => {
    const readers = openReaders()
    const [first, crashed, third] = await pidsOf(readers, 'good', 'crash', 'good')
    expect([crashed === first, third === first]).toEqual([true, false])
    const endless = { exportName: 'endlessReader', name: 'a.csv', bytes: Buffer.from('x') }
    for await (const _ of readers.run({ readerModule, limits: defaultLimits, ...endless })) {
      break
    }
    const [fourth] = await pidsOf(readers, 'good')
    expect(fourth).not.toBe(third)
    readers.close()
  })

  it('gives each of two files read at the same time a process of its own', async () => {
    const readers = openReaders()
    const [[one], [other]] = await Promise.all([pidsOf(readers, 'good'), pidsOf(readers, 'good')])
    expect(one).not.toBe(other)
    readers.close()
    await expect.poll(() => isRunning(Number(one)) || isRunning(Number(other))).toBe(false)
  })
})

describe('runReader with spreadsheets', () => {
  const rowXml = (row: number) =>
    `<row r="${row}"><c r="A${row}" t="str"><v>农民工${row}</v></c>${['B', 'C', 'D', 'E', 'F', 'G', 'H']
      .map((column, at) => `<c r="${column}${row}"><v>${row * 10 + at}</v></c>`)
      .join('')}</row>`

  it('reads 100,000 rows of an xlsx within 500 MB above idle, the parent staying flat', async () => {
    const bytes = craftXlsx({
      sheets: [{ name: 'a', rows: Array.from({ length: 100_000 }, (_, at) => rowXml(at + 1)).join('') }],
    })
    const idle = (await collect(start('sheetReader', { bytes: Buffer.from('a,b\n'), options: 'csv' }))).at(-1)
    const before = process.memoryUsage().rss
    let peak = 0
    let report: unknown
    for await (const message of start('sheetReader', { bytes, options: 'xlsx' })) {
      peak = Math.max(peak, process.memoryUsage().rss - before)
      report = message
    }
    const { rows, peakMegabytes } = report as SheetReport
    expect(rows).toBe(100_000)
    expect(peakMegabytes - (idle as SheetReport).peakMegabytes).toBeLessThan(500)
    expect(peak).toBeLessThan(100 * 1024 * 1024)
  })

  it('refuses a bomb that passes the directory check, the parent staying flat', async () => {
    const bomb = craftZip([
      { name: 'xl/workbook.xml', content: Buffer.alloc(300 * 1024 * 1024), statedBytes: 1_000_000 },
    ])
    const before = process.memoryUsage().rss
    await expect(collect(start('sheetReader', { bytes: bomb, options: 'xlsx' }))).rejects.toMatchObject({
      code: 'file.zip-bomb',
    })
    expect(process.memoryUsage().rss - before).toBeLessThan(50 * 1024 * 1024)
  })
})
