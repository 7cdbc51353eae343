import { execFileSync } from 'node:child_process'
import { closeSync, openSync, readFileSync, truncateSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'

import { temporaryFolder } from '../../../testkit/data-folder.ts'
import { readEntries, writeEnd, writeEntry } from './tar.ts'

const folder = temporaryFolder()
const parts = [
  { name: 'keys/keyring.json', bytes: Buffer.from('{}') },
  { name: `blobs/ab/${'c'.repeat(62)}`, bytes: Buffer.alloc(512, 7) },
  { name: 'tables/empty/000001.jsonl.gz', bytes: Buffer.alloc(0) },
  { name: 'tables/area/000001.jsonl.gz', bytes: Buffer.alloc(100_001, '薪') },
]

function write(): string {
  const file = join(folder.path, 'a.tar')
  const archive = openSync(file, 'w')
  for (const { name, bytes } of parts) {
    writeEntry(archive, name, bytes)
  }
  writeEnd(archive)
  closeSync(archive)
  return file
}

function read(file: string) {
  const archive = openSync(file, 'r')
  try {
    return [...readEntries(archive, file)]
  } finally {
    closeSync(archive)
  }
}

describe('a tar file', () => {
  it('gives back what was put in, in order', () => {
    expect(read(write())).toEqual(parts)
  })

  it('is one that the tar of the system opens', () => {
    const file = write()
    const names = execFileSync('tar', ['-tf', file], { encoding: 'utf8' }).trim().split('\n')
    expect(names).toEqual(parts.map(({ name }) => name))
    const extracted = execFileSync('tar', ['-xOf', file, parts[3]?.name ?? ''], { maxBuffer: 1_000_000 })
    expect(extracted.equals(parts[3]?.bytes ?? Buffer.alloc(0))).toBe(true)
  })

  it('reads one that the tar of the system wrote', () => {
    writeFileSync(join(folder.path, 'part.txt'), '工资')
    const file = join(folder.path, 'b.tar')
    execFileSync('tar', ['--format=ustar', '-cf', file, '-C', folder.path, 'part.txt'])
    expect(read(file)).toEqual([{ name: 'part.txt', bytes: Buffer.from('工资') }])
  })

  it('refuses a file that is cut off anywhere, and one that is no tar', () => {
    const file = write()
    const damaged = expect.objectContaining({ code: 'backup.damaged' })
    for (const length of [0, 100, 512, 1000, 1536, readFileSync(file).length - 1024]) {
      write()
      truncateSync(file, length)
      expect(() => read(file)).toThrowError(damaged)
    }
    writeFileSync(file, 'PK'.repeat(2000))
    expect(() => read(file)).toThrowError(damaged)
  })
})
