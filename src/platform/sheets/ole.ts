import { Refusal } from '../../contract/errors.ts'

const FREE_OR_END = 0xffff_fffa
const ENTRY_BYTES = 128
const DIRECTORY_SECTORS = 1024
const HEADER_TABLES = 109

/**
 * 复合文档 — the names of the streams in an OLE container (xls, doc, an encrypted xlsx) and the beginning of
 * each.
 */
export type OleStreams = ReadonlyMap<string, Buffer>

/**
 * 读取复合文档目录 — enough of the container to tell what kind of file it is: stream names and the first sector of
 * each.
 * Errors: `file.xls-damaged`.
 */
export function oleStreams(bytes: Uint8Array): OleStreams {
  const file = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  try {
    return readStreams(file)
  } catch {
    throw new Refusal('file.xls-damaged', { reason: 'container' })
  }
}

/** Reading beyond the end throws a RangeError, which means that the container is cut off. */
function readStreams(file: Buffer): OleStreams {
  const sectorBytes = 1 << file.readUInt16LE(30)
  const smallBelow = file.readUInt32LE(56)
  const sectorAt = (sector: number) => (sector + 1) * sectorBytes
  const nextSector = (sector: number) => {
    const perTable = sectorBytes / 4
    const table = tableSector(file, Math.floor(sector / perTable), sectorBytes)
    return file.readUInt32LE(sectorAt(table) + 4 * (sector % perTable))
  }
  const streams = new Map<string, Buffer>()
  let smallStreams = 0
  let sector = file.readUInt32LE(48)
  for (let count = 0; count < DIRECTORY_SECTORS && sector < FREE_OR_END; count += 1) {
    for (let at = sectorAt(sector); at < sectorAt(sector) + sectorBytes; at += ENTRY_BYTES) {
      const start = file.readUInt32LE(at + 116)
      const size = file.readUInt32LE(at + 120)
      const type = file.readUInt8(at + 66)
      smallStreams = type === 5 ? sectorAt(start) : smallStreams
      if (type === 2) {
        const nameBytes = Math.max(0, Math.min(64, file.readUInt16LE(at + 64)) - 2)
        const from = size < smallBelow ? smallStreams + start * 64 : sectorAt(start)
        streams.set(
          file.toString('utf16le', at, at + nameBytes),
          file.subarray(from, from + Math.min(size, sectorBytes)),
        )
      }
    }
    sector = nextSector(sector)
  }
  return streams
}

/** The header lists the first 109 sectors of the allocation table; a chain of sectors lists the others. */
function tableSector(file: Buffer, index: number, sectorBytes: number): number {
  if (index < HEADER_TABLES) {
    return file.readUInt32LE(76 + 4 * index)
  }
  const perSector = sectorBytes / 4 - 1
  let sector = file.readUInt32LE(68)
  for (let hop = Math.floor((index - HEADER_TABLES) / perSector); hop > 0; hop -= 1) {
    sector = file.readUInt32LE((sector + 2) * sectorBytes - 4)
  }
  return file.readUInt32LE((sector + 1) * sectorBytes + 4 * ((index - HEADER_TABLES) % perSector))
}

const BEGIN = 0x0809
const FILE_PASSWORD = 0x002f
const END = 0x000a
const VERSION_8 = 0x0600

/**
 * xls 版本 — whether the beginning of a `Workbook` stream is one we can read, too old, or locked with a
 * password.
 */
export function xlsState(start: Buffer | undefined): 'readable' | 'encrypted' | 'old' {
  if (
    start === undefined ||
    start.length < 8 ||
    start.readUInt16LE(0) !== BEGIN ||
    start.readUInt16LE(4) !== VERSION_8
  ) {
    return 'old'
  }
  let at = 0
  while (at + 4 <= start.length) {
    const record = start.readUInt16LE(at)
    if (record === FILE_PASSWORD) {
      return 'encrypted'
    }
    if (record === END) {
      break
    }
    at += 4 + start.readUInt16LE(at + 2)
  }
  return 'readable'
}
