import { closeSync, openSync, readdirSync, readFileSync, statSync } from 'node:fs'
import { join, relative } from 'node:path'
import { gunzipSync } from 'node:zlib'

import { readEntries } from '../src/platform/backup/tar.ts'
import { encodeGb18030 } from '../tools/scripts/examples/gb18030.ts'

/** 一段字节 — a file, or a part of one, that is searched. */
export interface Piece {
  readonly name: string
  readonly bytes: Buffer
}

/** 文件夹各文件 — every file of a folder and its subfolders. */
export function* filesOf(folder: string): Generator<Piece> {
  for (const name of readdirSync(folder, { recursive: true, encoding: 'utf8' })) {
    const path = join(folder, name)
    if (statSync(path).isFile()) {
      yield { name: relative(folder, path), bytes: readFileSync(path) }
    }
  }
}

/** 备份各部分 — every part of a backup, unpacked where it is packed. */
export function* partsOf(backup: string): Generator<Piece> {
  const archive = openSync(backup, 'r')
  try {
    for (const { name, bytes } of readEntries(archive, backup)) {
      yield { name, bytes: name.endsWith('.gz') ? gunzipSync(bytes) : bytes }
    }
  } finally {
    closeSync(archive)
  }
}

/**
 * 查找 — which of the words stand in the clear in which pieces, in whatever way a text may lie in a file:
 * UTF-8, UTF-16, GB18030, or the hex digits in which a database prints bytes.
 */
export function findWords(words: readonly string[], pieces: Iterable<Piece>): string[] {
  const spelled = new Map(words.flatMap((word) => spellings(word).map((bytes) => [bytes, word] as const)))
  const any = new RegExp([...spelled.keys()].map((bytes) => bytes.replace(/\W/g, '\\$&')).join('|'), 'g')
  const found = new Set<string>()
  for (const { name, bytes } of pieces) {
    for (const [match] of bytes.toString('latin1').matchAll(any)) {
      found.add(`${name}: ${spelled.get(match)}`)
    }
  }
  return [...found]
}

/** Each as a text of one character a byte. */
function spellings(word: string): string[] {
  const utf8 = Buffer.from(word)
  const all = [utf8, Buffer.from(word, 'utf16le'), encodeGb18030(word), Buffer.from(utf8.toString('hex'))]
  return all.map((bytes) => bytes.toString('latin1'))
}
