import { crc32, deflateRawSync } from 'node:zlib'

/** 造出的条目 — a part of a zip container; what it states about itself may be made to lie. */
export interface CraftedPart {
  readonly name: string
  readonly content: string | Buffer
  readonly stored?: boolean
  /** Bit 0 says that the part is locked with a password. */
  readonly flags?: number
  readonly statedBytes?: number
  readonly statedCrc?: number
  readonly method?: number
  /** Where the directory says that the part begins, if not where it does. */
  readonly statedAt?: number
}

type PackedPart = CraftedPart & { readonly packed: Buffer }

/** 造压缩包 — a zip container, byte by byte, for tests that need one no program would write. */
export function craftZip(parts: readonly CraftedPart[], options: { zip64?: boolean } = {}): Buffer {
  const locals: Buffer[] = []
  const offsets: number[] = []
  let at = 0
  const packedParts = parts.map((part) => ({ ...part, packed: pack(part) }))
  for (const part of packedParts) {
    const local = Buffer.concat([localHeader(part), part.packed])
    offsets.push(at)
    locals.push(local)
    at += local.length
  }
  const directory = packedParts.map((part, index) =>
    directoryEntry(part, part.statedAt ?? offsets[index] ?? 0, options.zip64 === true),
  )
  const directoryBytes = Buffer.concat(directory)
  return Buffer.concat([
    ...locals,
    directoryBytes,
    ...endOf(parts.length, directoryBytes.length, at, options),
  ])
}

function content(part: CraftedPart): Buffer {
  return typeof part.content === 'string' ? Buffer.from(part.content, 'utf8') : part.content
}

function pack(part: CraftedPart): Buffer {
  return part.stored === true ? content(part) : deflateRawSync(content(part))
}

function fixedFields(part: PackedPart): Buffer {
  const fields = Buffer.alloc(22)
  fields.writeUInt16LE(20, 0)
  fields.writeUInt16LE(part.flags ?? 0, 2)
  fields.writeUInt16LE(part.method ?? (part.stored === true ? 0 : 8), 4)
  fields.writeUInt32LE(part.statedCrc ?? crc32(content(part)), 10)
  fields.writeUInt32LE(part.packed.length, 14)
  fields.writeUInt32LE(part.statedBytes ?? content(part).length, 18)
  return fields
}

function localHeader(part: PackedPart): Buffer {
  const name = Buffer.from(part.name, 'utf8')
  const lengths = Buffer.alloc(4)
  lengths.writeUInt16LE(name.length, 0)
  return Buffer.concat([Buffer.from('PK\x03\x04', 'latin1'), fixedFields(part), lengths, name])
}

function directoryEntry(part: PackedPart, offset: number, zip64: boolean): Buffer {
  const name = Buffer.from(part.name, 'utf8')
  const fields = fixedFields(part)
  const extra = Buffer.alloc(zip64 ? 28 : 0)
  const tail = Buffer.alloc(18)
  tail.writeUInt16LE(name.length, 0)
  tail.writeUInt16LE(extra.length, 2)
  tail.writeUInt32LE(zip64 ? 0xffff_ffff : offset, 14)
  if (zip64) {
    extra.writeUInt16LE(1, 0)
    extra.writeUInt16LE(24, 2)
    extra.writeBigUInt64LE(BigInt(fields.readUInt32LE(18)), 4)
    extra.writeBigUInt64LE(BigInt(fields.readUInt32LE(14)), 12)
    extra.writeBigUInt64LE(BigInt(offset), 20)
    fields.writeUInt32LE(0xffff_ffff, 14)
    fields.writeUInt32LE(0xffff_ffff, 18)
  }
  const made = Buffer.from([20, 0])
  return Buffer.concat([Buffer.from('PK\x01\x02', 'latin1'), made, fields, tail, name, extra])
}

function endOf(count: number, size: number, offset: number, options: { zip64?: boolean }): Buffer[] {
  const end = Buffer.alloc(22)
  end.write('PK\x05\x06', 0, 'latin1')
  end.writeUInt16LE(options.zip64 ? 0xffff : count, 8)
  end.writeUInt16LE(options.zip64 ? 0xffff : count, 10)
  end.writeUInt32LE(size, 12)
  end.writeUInt32LE(options.zip64 ? 0xffff_ffff : offset, 16)
  if (options.zip64 !== true) {
    return [end]
  }
  const end64 = Buffer.alloc(56)
  end64.write('PK\x06\x06', 0, 'latin1')
  end64.writeBigUInt64LE(BigInt(count), 32)
  end64.writeBigUInt64LE(BigInt(size), 40)
  end64.writeBigUInt64LE(BigInt(offset), 48)
  const locator = Buffer.alloc(20)
  locator.write('PK\x06\x07', 0, 'latin1')
  locator.writeBigUInt64LE(BigInt(offset + size), 8)
  return [end64, locator, end]
}
