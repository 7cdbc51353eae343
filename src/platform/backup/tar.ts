import { readSync, writeSync } from 'node:fs'

import { invariant, Refusal } from '../../contract/errors.ts'

/*
 * A backup is an ordinary tar file (POSIX ustar), so that in twenty years any machine can still open it.
 * We write and read only what we need of the format: plain files with short names, each of which fits into
 * memory.
 */

const BLOCK = 512
const LONGEST_NAME = 100
/** Eleven octal digits stand in the header. */
const LARGEST = 0o77777777777

export interface TarEntry {
  readonly name: string
  readonly bytes: Buffer
}

/** 写归档条目 — appends one file to the archive that is open for writing. */
export function writeEntry(archive: number, name: string, bytes: Uint8Array): void {
  writeAll(archive, header(name, bytes.length))
  writeAll(archive, bytes)
  writeAll(archive, Buffer.alloc(padding(bytes.length)))
}

/** 写归档结尾 — two empty blocks; without them a reader knows that the file was cut off. */
export function writeEnd(archive: number): void {
  writeAll(archive, Buffer.alloc(2 * BLOCK))
}

/**
 * 读归档 — the files of an archive in their order. Refuses `backup.damaged` where it is cut off or is no tar
 * at all.
 */
export function* readEntries(archive: number, name: string): Generator<TarEntry> {
  let position = 0
  const take = (length: number): Buffer => {
    const bytes = Buffer.alloc(length)
    for (let filled = 0; filled < length; ) {
      const count = readSync(archive, bytes, filled, length - filled, position + filled)
      if (count === 0) {
        throw new Refusal('backup.damaged', { file: name, part: 'end' })
      }
      filled += count
    }
    position += length
    return bytes
  }
  for (let block = take(BLOCK); block[0] !== 0; block = take(BLOCK)) {
    const entry = parseHeader(block, name)
    const bytes = take(entry.length)
    take(padding(entry.length))
    yield { name: entry.name, bytes }
  }
}

function header(name: string, length: number): Buffer {
  invariant(
    Buffer.byteLength(name) <= LONGEST_NAME && length <= LARGEST,
    'a part of a backup fits a tar header',
  )
  const block = Buffer.alloc(BLOCK)
  block.write(name, 0)
  block.write('0000600\0' + '0000000\0' + '0000000\0', 100)
  block.write(`${octal(length, 11)}\0`, 124)
  // No time of change: the same data give the same bytes.
  block.write(`${octal(0, 11)}\0`, 136)
  block.write('0', 156)
  block.write('ustar\x0000', 257)
  block.write(`${octal(checksum(block), 6)}\0 `, 148)
  return block
}

function parseHeader(block: Buffer, file: string): { name: string; length: number } {
  const text = (from: number, to: number): string => block.toString('utf8', from, to).replace(/[\0 ].*$/s, '')
  const isOurs = text(257, 263) === 'ustar' && Number.parseInt(text(148, 156), 8) === checksum(block)
  const length = Number.parseInt(text(124, 136), 8)
  if (!isOurs || !(length >= 0)) {
    throw new Refusal('backup.damaged', { file, part: 'header' })
  }
  return { name: text(0, LONGEST_NAME), length }
}

/** The sum of the bytes of the header, with its own field taken as spaces. */
function checksum(block: Buffer): number {
  return block.reduce((sum, byte, at) => sum + (at >= 148 && at < 156 ? 0x20 : byte), 0)
}

function octal(value: number, digits: number): string {
  return value.toString(8).padStart(digits, '0')
}

function padding(length: number): number {
  return (BLOCK - (length % BLOCK)) % BLOCK
}

function writeAll(file: number, bytes: Uint8Array): void {
  for (let written = 0; written < bytes.length; ) {
    written += writeSync(file, bytes, written)
  }
}
