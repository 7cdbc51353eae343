import { Refusal } from '../../contract/errors.ts'
import type { FileLimits } from './limits.ts'

/** 压缩包条目 — one part of a zip container, as its directory describes it; nothing has been unpacked yet. */
export interface ZipEntry {
  /** With forward slashes; some writers use backward ones. */
  readonly name: string
  readonly method: 'stored' | 'deflated'
  readonly crc: number
  /** Where the packed bytes stand in the file. */
  readonly from: number
  readonly until: number
  readonly inflatedBytes: number
}

/** A small part may be very regular without harm; the ratio says something only about large ones. */
const RATIO_EXEMPT_BYTES = 4 * 1024 * 1024

const END = 0x06054b50
const END_64 = 0x06064b50
const END_64_LOCATOR = 0x07064b50
const DIRECTORY = 0x02014b50
const LOCAL = 0x04034b50
const LARGE = 0xffff_ffff
const MANY = 0xffff

/**
 * 检查压缩包 — reads the directory of a zip container before anything is unpacked and refuses what could hurt:
 * too many or too large parts, impossible ratios, archives inside, passwords, names that leave the folder,
 * parts that overlap or occur twice, a directory that disagrees with the parts. Sizes that lie are caught
 * when the part is unpacked.
 * Errors: `file.zip-bomb`, `file.zip-nested`, `file.encrypted`, `file.zip-damaged`.
 */
export function checkZip(bytes: Uint8Array, limits: FileLimits): ZipEntry[] {
  const file = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const end = findEnd(file)
  if (end.entries > limits.zipEntries) {
    throw new Refusal('file.zip-bomb', { reason: 'entries', entries: end.entries })
  }
  const entries: ZipEntry[] = []
  let at = end.from
  let inflatedBytes = 0
  for (let count = 0; count < end.entries; count += 1) {
    const { entry, next } = readEntry(file, at, end.from)
    checkEntry(entry, limits)
    inflatedBytes += entry.inflatedBytes
    if (inflatedBytes > limits.inflatedBytes) {
      throw new Refusal('file.zip-bomb', { reason: 'size', inflatedBytes })
    }
    entries.push(entry)
    at = next
  }
  checkTogether(entries)
  return entries
}

function damaged(reason: string): Refusal {
  return new Refusal('file.zip-damaged', { reason })
}

/** Searched backwards: a comment may follow the record, and some servers append line ends to a download. */
function findEnd(file: Buffer): { entries: number; from: number } {
  const lowest = Math.max(0, file.length - 22 - 0xffff)
  for (let at = file.length - 22; at >= lowest; at -= 1) {
    if (file.readUInt32LE(at) === END && at + 22 + file.readUInt16LE(at + 20) <= file.length) {
      const entries = file.readUInt16LE(at + 10)
      const from = file.readUInt32LE(at + 16)
      const found = entries === MANY || from === LARGE ? findEnd64(file, at) : { entries, from }
      if (found.from > at) {
        throw damaged('directory-position')
      }
      return found
    }
  }
  throw damaged('no-directory')
}

function findEnd64(file: Buffer, end: number): { entries: number; from: number } {
  const locator = end - 20
  if (locator < 0 || file.readUInt32LE(locator) !== END_64_LOCATOR) {
    throw damaged('zip64-locator')
  }
  const at = readSize(file, locator + 8)
  if (at + 56 > file.length || file.readUInt32LE(at) !== END_64) {
    throw damaged('zip64-end')
  }
  return { entries: readSize(file, at + 32), from: readSize(file, at + 48) }
}

function readSize(file: Buffer, at: number): number {
  const size = at + 8 <= file.length ? file.readBigUInt64LE(at) : -1n
  if (size < 0n || size > BigInt(Number.MAX_SAFE_INTEGER)) {
    throw damaged('zip64-size')
  }
  return Number(size)
}

function readEntry(file: Buffer, at: number, directory: number): { entry: ZipEntry; next: number } {
  if (at + 46 > file.length || file.readUInt32LE(at) !== DIRECTORY) {
    throw damaged('directory-entry')
  }
  if ((file.readUInt16LE(at + 8) & 1) === 1) {
    throw new Refusal('file.encrypted')
  }
  const nameLength = file.readUInt16LE(at + 28)
  const extraLength = file.readUInt16LE(at + 30)
  const rawName = file.subarray(at + 46, at + 46 + nameLength)
  const extra = file.subarray(at + 46 + nameLength, at + 46 + nameLength + extraLength)
  const sizes = readSizes(file, at, extra)
  const from = dataStart(file, sizes.local, rawName)
  const until = from + sizes.packed
  if (until > directory) {
    throw damaged('part-beyond-directory')
  }
  const entry = {
    name: rawName.toString('utf8').replaceAll('\\', '/'),
    method: readMethod(file.readUInt16LE(at + 10)),
    crc: file.readUInt32LE(at + 16),
    from,
    until,
    inflatedBytes: sizes.inflated,
  }
  return { entry, next: at + 46 + nameLength + extraLength + file.readUInt16LE(at + 32) }
}

function readMethod(method: number): ZipEntry['method'] {
  if (method !== 0 && method !== 8) {
    throw damaged('method')
  }
  return method === 0 ? 'stored' : 'deflated'
}

/**
 * Sizes above 4 GiB, and those of some streaming writers whatever their size, stand in the zip64 extra
 * field.
 */
function readSizes(file: Buffer, at: number, extra: Buffer) {
  const sizes = {
    inflated: file.readUInt32LE(at + 24),
    packed: file.readUInt32LE(at + 20),
    local: file.readUInt32LE(at + 42),
  }
  let field = zip64Field(extra)
  for (const name of ['inflated', 'packed', 'local'] as const) {
    if (sizes[name] === LARGE) {
      sizes[name] = readSize(field, 0)
      field = field.subarray(8)
    }
  }
  return sizes
}

function zip64Field(extra: Buffer): Buffer {
  let at = 0
  while (at + 4 <= extra.length) {
    const length = extra.readUInt16LE(at + 2)
    if (extra.readUInt16LE(at) === 1) {
      return extra.subarray(at + 4, at + 4 + length)
    }
    at += 4 + length
  }
  return Buffer.alloc(0)
}

function dataStart(file: Buffer, local: number, name: Buffer): number {
  if (local + 30 > file.length || file.readUInt32LE(local) !== LOCAL) {
    throw damaged('part-header')
  }
  const nameLength = file.readUInt16LE(local + 26)
  if (!file.subarray(local + 30, local + 30 + nameLength).equals(name)) {
    throw damaged('part-name')
  }
  return local + 30 + nameLength + file.readUInt16LE(local + 28)
}

function checkEntry(entry: ZipEntry, limits: FileLimits): void {
  if (/^\/|^[A-Za-z]:|(^|\/)\.\.(\/|$)|\0/.test(entry.name) || entry.name === '') {
    throw damaged('name')
  }
  const packed = Math.max(1, entry.until - entry.from)
  if (entry.inflatedBytes > RATIO_EXEMPT_BYTES && entry.inflatedBytes / packed > limits.zipRatio) {
    throw new Refusal('file.zip-bomb', { reason: 'ratio', inflatedBytes: entry.inflatedBytes })
  }
  if (entry.method === 'stored' && entry.inflatedBytes !== entry.until - entry.from) {
    throw damaged('stored-size')
  }
  // Objects pasted into a sheet live in `embeddings` and are never opened; an archive anywhere else has no
  // business here.
  if (/\.(zip|rar|7z|gz|bz2|xz|tar|xls[xmb]?)$/i.test(entry.name) && !entry.name.includes('/embeddings/')) {
    throw new Refusal('file.zip-nested', { entry: entry.name })
  }
}

function checkTogether(entries: readonly ZipEntry[]): void {
  const names = new Set(entries.map((entry) => entry.name.toLowerCase()))
  if (names.size !== entries.length) {
    throw damaged('name-twice')
  }
  const inOrder = entries.filter((entry) => entry.until > entry.from).sort((a, b) => a.from - b.from)
  inOrder.forEach((entry, at) => {
    const before = inOrder[at - 1]
    if (before !== undefined && before.until > entry.from) {
      throw new Refusal('file.zip-bomb', { reason: 'overlap' })
    }
  })
}
