import {
  type CipherGCMTypes,
  createCipheriv,
  createDecipheriv,
  createHmac,
  randomFillSync,
  timingSafeEqual,
} from 'node:crypto'

import type { Cipher } from '../settings.ts'

/**
 * 加密匣 — authenticated encryption under one 32-byte key. `open` gives undefined when the seal does not
 * hold.
 */
export interface Box {
  seal(associated: Uint8Array, plain: Uint8Array): Buffer
  open(associated: Uint8Array, sealed: Uint8Array): Buffer | undefined
}

export const KEY_BYTES = 32

/** 取加密匣 — AES-256-GCM, or SM4 with HMAC-SM3 (国密): OpenSSL here has no SM4-GCM, so it is encrypt-then-MAC. */
export function openBox(cipher: Cipher, key: Buffer): Box {
  return cipher === 'sm4' ? sm4Box(key) : aesBox(key)
}

const AES: CipherGCMTypes = 'aes-256-gcm'
const AES_NONCE = 12
const AES_TAG = 16

/** Nonce, ciphertext, tag. A nonce of 96 random bits is safe for 2^32 seals under one key. */
function aesBox(key: Buffer): Box {
  return {
    seal(associated, plain) {
      const nonce = takeRandom(AES_NONCE)
      const cipher = createCipheriv(AES, key, nonce)
      cipher.setAAD(associated)
      const body = cipher.update(plain)
      cipher.final()
      return Buffer.concat([nonce, body, cipher.getAuthTag()])
    },
    open(associated, sealed) {
      if (sealed.length < AES_NONCE + AES_TAG) {
        return undefined
      }
      const bodyEnd = sealed.length - AES_TAG
      const decipher = createDecipheriv(AES, key, sealed.subarray(0, AES_NONCE))
      decipher.setAAD(associated)
      decipher.setAuthTag(sealed.subarray(bodyEnd))
      const plain = decipher.update(sealed.subarray(AES_NONCE, bodyEnd))
      try {
        decipher.final()
      } catch {
        return undefined
      }
      return plain
    },
  }
}

const SM4_NONCE = 16
const SM3_TAG = 32

/**
 * Nonce, ciphertext, tag over all of it and the associated text, each under a key of its own made from
 * `key`.
 */
function sm4Box(key: Buffer): Box {
  const cipherKey = createHmac('sm3', key).update('sm4-ctr').digest().subarray(0, 16)
  const tagKey = createHmac('sm3', key).update('hmac-sm3').digest()
  const tagOf = (associated: Uint8Array, sealed: Uint8Array): Buffer => {
    const length = Buffer.alloc(4)
    length.writeUInt32BE(associated.length)
    return createHmac('sm3', tagKey).update(length).update(associated).update(sealed).digest()
  }
  return {
    seal(associated, plain) {
      const nonce = takeRandom(SM4_NONCE)
      const body = createCipheriv('sm4-ctr', cipherKey, nonce).update(plain)
      const sealed = Buffer.concat([nonce, body])
      return Buffer.concat([sealed, tagOf(associated, sealed)])
    },
    open(associated, sealed) {
      if (sealed.length < SM4_NONCE + SM3_TAG) {
        return undefined
      }
      const tagAt = sealed.length - SM3_TAG
      const signed = sealed.subarray(0, tagAt)
      if (!timingSafeEqual(tagOf(associated, signed), sealed.subarray(tagAt))) {
        return undefined
      }
      return createDecipheriv('sm4-ctr', cipherKey, signed.subarray(0, SM4_NONCE)).update(
        signed.subarray(SM4_NONCE),
      )
    },
  }
}

const pool = Buffer.alloc(16_384)
let poolAt = pool.length

/**
 * Random bytes by the pool: a call to the generator for each of 100,000 short texts would cost as much as
 * the cipher.
 */
function takeRandom(length: number): Buffer {
  if (poolAt + length > pool.length) {
    randomFillSync(pool)
    poolAt = 0
  }
  const taken = Buffer.from(pool.subarray(poolAt, poolAt + length))
  poolAt += length
  return taken
}
