import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'

import { openVault } from '../vault/vault.ts'
import { type Blobs, blobFile, openBlobs } from './blobs.ts'

let folder: string
let blobs: Blobs

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'anxin-blobs-'))
  const settings = { dataFolder: folder, masterKey: undefined, cipher: 'aes-256-gcm' } as const
  blobs = openBlobs(folder, openVault(settings, false).vault)
})

afterEach(() => rmSync(folder, { recursive: true }))

describe('openBlobs', () => {
  it('gives back what was put, and stores the same bytes once', () => {
    const key = blobs.put(Buffer.from('工资支付表'))
    expect(blobs.put(Buffer.from('工资支付表'))).toBe(key)
    expect(blobs.get(key).toString()).toBe('工资支付表')
    expect([...blobs.list()]).toEqual([key])
    expect(blobs.has(key)).toBe(true)
  })

  it('keeps an empty file and one of a few megabytes', () => {
    const large = Buffer.alloc(5_000_000, '薪')
    expect(blobs.get(blobs.put(Buffer.alloc(0)))).toHaveLength(0)
    expect(blobs.get(blobs.put(large)).equals(large)).toBe(true)
  })

  it('leaves nothing readable on the disk, and a file for the owner only', () => {
    const file = blobFile(folder, blobs.put(Buffer.from('身份证号 330106199001011234')))
    expect(readFileSync(file).includes('330106199001011234')).toBe(false)
    expect(statSync(file).mode & 0o777).toBe(0o600)
  })

  it('lists in order and passes over temporary files of a crash', () => {
    const keys = ['甲', '乙', '丙'].map((text) => blobs.put(Buffer.from(text)))
    const [first = ''] = keys
    writeFileSync(`${blobFile(folder, first)}.0190.tmp`, 'half')
    expect([...blobs.list()]).toEqual(keys.toSorted())
  })

  it('refuses a changed blob and names it when it verifies', async () => {
    const sound = blobs.put(Buffer.from('sound'))
    const damaged = blobs.put(Buffer.from('damaged'))
    const bytes = readFileSync(blobFile(folder, damaged))
    bytes[20] = (bytes[20] ?? 0) ^ 1
    writeFileSync(blobFile(folder, damaged), bytes)
    expect(() => blobs.get(damaged)).toThrowError(expect.objectContaining({ code: 'blob.damaged' }))
    expect(await blobs.verify()).toEqual({ checked: 2, damaged: [damaged] })
    expect(blobs.get(sound).toString()).toBe('sound')
  })

  it('refuses a blob that lies under the name of another', () => {
    const one = blobs.put(Buffer.from('one'))
    const other = blobs.put(Buffer.from('other'))
    writeFileSync(blobFile(folder, one), readFileSync(blobFile(folder, other)))
    expect(() => blobs.get(one)).toThrowError(expect.objectContaining({ code: 'blob.damaged' }))
  })

  it('refuses a key that is not there or would leave the folder', () => {
    for (const key of ['0'.repeat(64), '../../etc/passwd', '']) {
      expect(() => blobs.get(key)).toThrowError(expect.objectContaining({ code: 'blob.missing' }))
      expect(blobs.has(key)).toBe(false)
    }
    expect(readdirSync(folder)).toEqual(['keys'])
  })
})
