import { createHmac } from 'node:crypto'

import { Refusal } from '../../contract/errors.ts'
import type { Notice } from '../notice.ts'
import type { Cipher, Settings } from '../settings.ts'
import { type Box, openBox } from './box.ts'
import { createKeyring, hasKeyring, type Keyring, keyringFile, openKeyring } from './keyring.ts'
import { createMasterKey, findMasterKey, masterKeyFile } from './master-key.ts'

/** 盲索引种类 — what a blind index may be made of; one kind never matches another. */
type BlindKind = 'id-number' | 'phone' | 'bank-card' | 'account-number' | 'credit-code' | 'name'

/**
 * 保险库 — seals personal values and finds them again without opening them. `purpose` is bound into the seal
 * (a column such as `person.phone`): a value moved to another column does not open. What does not open is
 * a `Refusal` (`vault.cannot-open`), never garbage.
 */
export interface Vault {
  readonly cipher: Cipher
  seal(purpose: string, text: string): Buffer
  open(purpose: string, sealed: Uint8Array): string
  sealBytes(purpose: string, bytes: Uint8Array): Buffer
  openBytes(purpose: string, sealed: Uint8Array): Buffer
  /** 盲索引 — 16 bytes, the same for the same normalized text, telling nothing without the index key. */
  blind(kind: BlindKind, normalized: string): Buffer
  /** 带密钥指纹 — 32 bytes over arbitrary bytes, for the names of blobs. */
  fingerprint(purpose: string, bytes: Uint8Array): Buffer
}

const BLIND_BYTES = 16
/** Every seal opens with its format (which cipher, which layout) and the number of its data key. */
const HEADER_BYTES = 3
const formats: Readonly<Record<Cipher, number>> = { 'aes-256-gcm': 1, sm4: 2 }

export interface OpenedVault {
  readonly vault: Vault
  readonly notices: readonly Notice[]
}

/**
 * 打开保险库 — at the first start makes the keys. Where there is data already (`hasData`) a missing key is
 * refused, for a new one would leave everything sealed before unreadable and every look-up empty.
 */
export function openVault(
  settings: Pick<Settings, 'dataFolder' | 'masterKey' | 'cipher'>,
  hasData: boolean,
): OpenedVault {
  const { dataFolder } = settings
  const found = findMasterKey(dataFolder, settings.masterKey)
  if (hasKeyring(dataFolder)) {
    if (found === undefined) {
      throw new Refusal('vault.master-key-missing', { file: masterKeyFile(dataFolder) })
    }
    const keyring = openKeyring(dataFolder, found.key)
    if (keyring.cipher !== settings.cipher) {
      throw new Refusal('vault.cipher-differs', { folder: keyring.cipher, setting: settings.cipher })
    }
    return { vault: vaultOf(keyring), notices: found.notices }
  }
  if (hasData) {
    throw new Refusal('vault.keyring-missing', { file: keyringFile(dataFolder) })
  }
  // A key file without a keyring is what a first start leaves that was cut short: its warning was never read.
  const master = found ?? createMasterKey(dataFolder)
  createKeyring(dataFolder, settings.cipher, master.key)
  const file = masterKeyFile(dataFolder)
  const inFile = settings.masterKey === undefined
  const backUp: Notice[] = inFile ? [{ code: 'vault.key-created', data: { file } }] : []
  return { vault: vaultOf(openKeyring(dataFolder, master.key)), notices: [...master.notices, ...backUp] }
}

/** 由密钥环成库 — the vault over keys already unwrapped. */
function vaultOf(keyring: Keyring): Vault {
  const boxes = new Map([...keyring.dataKeys].map(([id, key]) => [id, openBox(keyring.cipher, key)]))
  const digest = keyring.cipher === 'sm4' ? 'sm3' : 'sha256'
  const header = headerOf(keyring.cipher, keyring.current)
  const currentBox = boxFor(header)

  function boxFor(sealed: Uint8Array): Box {
    const format = sealed[0]
    const box = boxes.get(((sealed[1] ?? 0) << 8) | (sealed[2] ?? 0))
    if (sealed.length < HEADER_BYTES || format !== formats[keyring.cipher] || box === undefined) {
      throw new Refusal('vault.cannot-open', { reason: 'key' })
    }
    return box
  }

  function sealBytes(purpose: string, bytes: Uint8Array): Buffer {
    return Buffer.concat([header, currentBox.seal(Buffer.concat([header, Buffer.from(purpose)]), bytes)])
  }

  function openBytes(purpose: string, sealed: Uint8Array): Buffer {
    const box = boxFor(sealed)
    const associated = Buffer.concat([sealed.subarray(0, HEADER_BYTES), Buffer.from(purpose)])
    const plain = box.open(associated, sealed.subarray(HEADER_BYTES))
    if (plain === undefined) {
      throw new Refusal('vault.cannot-open', { reason: 'seal', purpose })
    }
    return plain
  }

  function fingerprint(purpose: string, bytes: Uint8Array): Buffer {
    return createHmac(digest, keyring.indexKey).update(`${purpose}\0`).update(bytes).digest()
  }

  return {
    cipher: keyring.cipher,
    seal: (purpose, text) => sealBytes(purpose, Buffer.from(text)),
    open: (purpose, sealed) => openBytes(purpose, sealed).toString('utf8'),
    sealBytes,
    openBytes,
    blind: (kind, normalized) =>
      fingerprint(`blind:${kind}`, Buffer.from(normalized)).subarray(0, BLIND_BYTES),
    fingerprint,
  }
}

function headerOf(cipher: Cipher, keyId: number): Buffer {
  return Buffer.from([formats[cipher], keyId >> 8, keyId & 0xff])
}
