import { Refusal } from '../../contract/errors.ts'

/** 分隔形式 — how a csv file separates fields and records; found once, at its beginning. */
export interface CsvForm {
  readonly delimiter: string
  readonly lineEnd: string
}

/**
 * What is at hand: `last` when no text follows it, `row` is the number of the record being read, for
 * errors.
 */
export interface CsvText {
  readonly text: string
  readonly last: boolean
  readonly row: number
  readonly form: CsvForm
}

export interface CsvRecord {
  readonly fields: string[]
  /** Where the next record starts. */
  readonly next: number
}

interface CsvField {
  readonly value: string
  /** The delimiter or line end behind the field, or the end of the text. */
  readonly end: number
}

const SAMPLE_CHARACTERS = 64 * 1024

/** 判断分隔形式 — the delimiter that occurs most outside quotation marks; a comma where there is none. */
export function csvFormOf(text: string): CsvForm {
  const sample = text.slice(0, SAMPLE_CHARACTERS)
  const bare = sample.replace(/"[^"]*"/g, '')
  const counted = [',', '\t', ';'].map((delimiter) => ({ delimiter, count: bare.split(delimiter).length }))
  const most = counted.reduce((best, next) => (next.count > best.count ? next : best))
  return { delimiter: most.delimiter, lineEnd: sample.includes('\n') || !sample.includes('\r') ? '\n' : '\r' }
}

/**
 * 下一条记录 — the record that starts at `at`, or undefined when the text at hand ends before it does. Most
 * records hold no quotation mark and are split at once. Errors: `file.csv-quote`.
 */
export function nextRecord(input: CsvText, at: number): CsvRecord | undefined {
  const { text, form } = input
  const lineEnd = text.indexOf(form.lineEnd, at)
  const end = lineEnd === -1 ? text.length : lineEnd
  const line = text.slice(at, end)
  if (line.includes('"')) {
    return recordWithQuotes(input, at)
  }
  if (lineEnd === -1 && !input.last) {
    return undefined
  }
  return { fields: withoutReturn(line).split(form.delimiter), next: end + 1 }
}

function recordWithQuotes(input: CsvText, from: number): CsvRecord | undefined {
  const { text, form } = input
  const fields: string[] = []
  let at = from
  for (;;) {
    const field = text.charAt(at) === '"' ? quotedField(input, at) : plainField(input, at)
    if (field === undefined || (field.end === text.length && !input.last)) {
      return undefined
    }
    fields.push(field.value)
    at = field.end + 1
    if (field.end === text.length || text.startsWith(form.lineEnd, field.end)) {
      return { fields, next: at }
    }
  }
}

function plainField(input: CsvText, from: number): CsvField {
  const { text, form } = input
  const lineEnd = indexOrEnd(text, form.lineEnd, from)
  const end = Math.min(indexOrEnd(text, form.delimiter, from), lineEnd)
  const value = text.slice(from, end)
  return { value: end === lineEnd ? withoutReturn(value) : value, end }
}

function quotedField(input: CsvText, from: number): CsvField | undefined {
  const { text } = input
  let at = from + 1
  for (;;) {
    const quote = text.indexOf('"', at)
    if (quote === -1) {
      if (input.last) {
        throw new Refusal('file.csv-quote', { row: input.row })
      }
      return undefined
    }
    if (text.charAt(quote + 1) !== '"') {
      return { value: text.slice(from + 1, quote).replaceAll('""', '"'), end: fieldEnd(input, quote + 1) }
    }
    at = quote + 2
  }
}

/**
 * Behind the closing mark only the end of the field may follow; anything else means that the marks are
 * damaged.
 */
function fieldEnd(input: CsvText, at: number): number {
  const { text, form } = input
  const end = text.charAt(at) === '\r' && form.lineEnd === '\n' ? at + 1 : at
  const next = text.charAt(end)
  if (next !== '' && next !== form.delimiter && next !== form.lineEnd) {
    throw new Refusal('file.csv-quote', { row: input.row })
  }
  return end
}

function indexOrEnd(text: string, wanted: string, from: number): number {
  const at = text.indexOf(wanted, from)
  return at === -1 ? text.length : at
}

function withoutReturn(text: string): string {
  return text.endsWith('\r') ? text.slice(0, -1) : text
}
