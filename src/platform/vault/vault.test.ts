import { chmodSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import fc from 'fast-check'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'

import { ciphers } from '../settings.ts'
import { keyringFile } from './keyring.ts'
import { masterKeyFile } from './master-key.ts'
import { openVault, type Vault } from './vault.ts'

let folder: string

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'anxin-vault-'))
})

afterEach(() => rmSync(folder, { recursive: true }))

function settings(given: { cipher?: 'aes-256-gcm' | 'sm4'; masterKey?: string } = {}) {
  return { dataFolder: folder, cipher: given.cipher ?? 'aes-256-gcm', masterKey: given.masterKey }
}

const refusal = (code: string) => expect.objectContaining({ name: 'Refusal', code })
const idNumber = '330106199001011234'

describe.each(ciphers)('a vault with %s', (cipher) => {
  let vault: Vault

  beforeEach(() => {
    vault = openVault(settings({ cipher }), false).vault
  })

  it('opens what it sealed, whatever the text', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), fc.string(), (text, purpose) => {
        expect(vault.open(purpose, vault.seal(purpose, text))).toBe(text)
      }),
      { seed: 724, numRuns: 200 },
    )
  })

  it('seals the same text differently each time, and never in the clear', () => {
    const sealed = vault.seal('person.id-number', idNumber)
    expect(sealed.equals(vault.seal('person.id-number', idNumber))).toBe(false)
    expect(sealed.includes(idNumber)).toBe(false)
    expect(sealed.includes(idNumber.slice(0, 6))).toBe(false)
  })

  it('refuses a seal with any one bit changed, or cut short', () => {
    const sealed = vault.seal('person.phone', '13800138000')
    for (let bit = 0; bit < sealed.length * 8; bit += 1) {
      const changed = Buffer.from(sealed)
      changed[bit >> 3] = (changed[bit >> 3] ?? 0) ^ (1 << (bit & 7))
      expect(() => vault.open('person.phone', changed)).toThrowError(refusal('vault.cannot-open'))
    }
    for (let length = 0; length < sealed.length; length += 1) {
      expect(() => vault.open('person.phone', sealed.subarray(0, length))).toThrowError(
        refusal('vault.cannot-open'),
      )
    }
  })

  it('refuses a value that was sealed for another purpose', () => {
    const sealed = vault.seal('person.phone', '13800138000')
    expect(() => vault.open('person.address', sealed)).toThrowError(refusal('vault.cannot-open'))
  })

  it('makes blind indexes that match within a kind and not across kinds', () => {
    expect(vault.blind('id-number', idNumber)).toHaveLength(16)
    expect(vault.blind('id-number', idNumber)).toEqual(vault.blind('id-number', idNumber))
    expect(vault.blind('phone', idNumber)).not.toEqual(vault.blind('id-number', idNumber))
    expect(vault.blind('id-number', `${idNumber.slice(0, 17)}5`)).not.toEqual(
      vault.blind('id-number', idNumber),
    )
  })

  it('reopens with the same keys, and says nothing the second time', () => {
    const sealed = vault.seal('person.phone', '13800138000')
    const again = openVault(settings({ cipher }), true)
    expect(again.vault.open('person.phone', sealed)).toBe('13800138000')
    expect(again.vault.blind('phone', '13800138000')).toEqual(vault.blind('phone', '13800138000'))
    expect(again.notices).toEqual([])
  })

  it('seals 100,000 short texts in 3 seconds of processor time, on a busy machine too', () => {
    const before = process.cpuUsage()
    for (let sealed = 0; sealed < 100_000; sealed += 1) {
      vault.seal('person.id-number', idNumber)
    }
    const { user, system } = process.cpuUsage(before)
    expect((user + system) / 1e6).toBeLessThan(3)
  })
})

describe('openVault', () => {
  it('makes a key file for the owner only at the first start, and says to back it up', () => {
    const { notices } = openVault(settings(), false)
    expect(notices).toEqual([{ code: 'vault.key-created', data: { file: masterKeyFile(folder) } }])
    expect(statSync(masterKeyFile(folder)).mode & 0o777).toBe(0o600)
    expect(statSync(keyringFile(folder)).mode & 0o777).toBe(0o600)
    expect(statSync(join(folder, 'keys')).mode & 0o777).toBe(0o700)
  })

  it('says it again when the first start was cut short between the key and what it wraps', () => {
    openVault(settings(), false)
    rmSync(keyringFile(folder))
    expect(openVault(settings(), false).notices.map(({ code }) => code)).toEqual(['vault.key-created'])
    expect(openVault(settings(), true).notices).toEqual([])
  })

  it('warns when others can read the key file', () => {
    openVault(settings(), false)
    chmodSync(masterKeyFile(folder), 0o644)
    expect(openVault(settings(), true).notices).toEqual([
      { code: 'vault.key-file-readable', data: { file: masterKeyFile(folder) } },
    ])
  })

  it('takes the master key from the environment in hex or base64, and then writes no key file', () => {
    const key = Buffer.alloc(32, 7)
    const { vault } = openVault(settings({ masterKey: key.toString('hex') }), false)
    const sealed = vault.seal('person.phone', '13800138000')
    const again = openVault(settings({ masterKey: key.toString('base64') }), true)
    expect(again.vault.open('person.phone', sealed)).toBe('13800138000')
    expect(() => statSync(masterKeyFile(folder))).toThrowError('ENOENT')
  })

  it('refuses a wrong master key, and one that is no key', () => {
    openVault(settings({ masterKey: '07'.repeat(32) }), false)
    expect(() => openVault(settings({ masterKey: '08'.repeat(32) }), true)).toThrowError(
      refusal('vault.wrong-master-key'),
    )
    for (const masterKey of ['too short', '07'.repeat(31), `${'07'.repeat(31)}0x`, 'A'.repeat(44)]) {
      expect(() => openVault(settings({ masterKey }), true)).toThrowError(
        refusal('vault.master-key-malformed'),
      )
    }
  })

  it('refuses to start where the key file is gone, and does not make another', () => {
    openVault(settings(), false)
    rmSync(masterKeyFile(folder))
    expect(() => openVault(settings(), true)).toThrowError(refusal('vault.master-key-missing'))
    expect(() => openVault(settings(), false)).toThrowError(refusal('vault.master-key-missing'))
    expect(() => statSync(masterKeyFile(folder))).toThrowError('ENOENT')
  })

  it('refuses to start where there is data but no keyring', () => {
    expect(() => openVault(settings(), true)).toThrowError(refusal('vault.keyring-missing'))
  })

  it('refuses another cipher than the one the folder was begun with, and a damaged keyring', () => {
    openVault(settings(), false)
    expect(() => openVault(settings({ cipher: 'sm4' }), true)).toThrowError(refusal('vault.cipher-differs'))
    writeFileSync(keyringFile(folder), readFileSync(keyringFile(folder), 'utf8').slice(0, 80))
    expect(() => openVault(settings(), true)).toThrowError(refusal('vault.keyring-damaged'))
  })

  it('holds no key in the clear in the keyring', () => {
    const masterKey = '07'.repeat(32)
    openVault(settings({ masterKey }), false)
    const text = readFileSync(keyringFile(folder), 'utf8')
    expect(text).not.toContain(masterKey)
    expect(Object.keys(JSON.parse(text))).toEqual(['version', 'cipher', 'current', 'dataKeys', 'indexKey'])
  })
})
