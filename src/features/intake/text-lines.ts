import { decodeChunks, textEncoding } from '../../platform/sheets/text.ts'

const longest = 4_000

/** 文本各行 — the lines of a text or XML file, as rows of it are counted: from 1. */
export interface TextLines {
  /**
   * The line; of XML the element of the entry that begins there, on one line. Null where there is no such
   * line.
   */
  at(row: number): string | null
}

/** 读文本各行 — Errors: `file.encoding`. */
export function readLines(bytes: Uint8Array, format: 'text' | 'xml'): TextLines {
  const text = [...decodeChunks(bytes, textEncoding(bytes))].map((chunk) => chunk.text).join('')
  const starts = [0]
  for (let at = text.indexOf('\n'); at !== -1; at = text.indexOf('\n', at + 1)) {
    starts.push(at + 1)
  }
  return {
    at(row) {
      const start = starts[row - 1]
      if (start === undefined) {
        return null
      }
      const content =
        format === 'xml' ? entryFrom(text, start) : text.slice(start, starts[row] ?? text.length)
      return content.replace(/\s+/g, ' ').trim().slice(0, longest)
    },
  }
}

function entryFrom(text: string, start: number): string {
  const rest = text.slice(start)
  const entry = /<(?:\w+:)?Ntry[\s>][\s\S]*?<\/(?:\w+:)?Ntry\s*>/.exec(rest)
  return entry?.[0] ?? rest.slice(0, rest.indexOf('\n') === -1 ? undefined : rest.indexOf('\n'))
}
