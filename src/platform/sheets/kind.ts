import { Refusal } from '../../contract/errors.ts'
import { type FileLimits, megabytes } from './limits.ts'
import { oleStreams, xlsState } from './ole.ts'
import { decodeHead } from './text.ts'
import { checkZip } from './zip-check.ts'

export const fileKinds = ['xlsx', 'xls', 'csv', 'attlog', 'camt.053', 'camt.054'] as const

/** 文件种类 — the kinds of file that can be taken in. */
export type FileKind = (typeof fileKinds)[number]

export const unreadableKinds = [
  'empty',
  'nul-bytes',
  'binary',
  'encrypted',
  'pdf',
  'image',
  'archive',
  'word',
  'powerpoint',
  'ods',
  'xlsb',
  'xls-old',
  'html',
  'xml-spreadsheet',
  'xml-unknown',
] as const

/** 不能读取的种类 — kinds that are recognised so that the refusal can say what to do instead. */
export type UnreadableKind = (typeof unreadableKinds)[number]

const signatures: readonly (readonly [kind: UnreadableKind | 'zip' | 'ole', start: string])[] = [
  ['zip', 'PK\x03\x04'],
  ['zip', 'PK\x05\x06'],
  ['ole', '\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1'],
  ['pdf', '%PDF-'],
  ['image', '\x89PNG'],
  ['image', '\xff\xd8\xff'],
  ['image', 'GIF8'],
  ['image', 'BM'],
  ['archive', 'Rar!'],
  ['archive', '7z\xbc\xaf\x27\x1c'],
  ['archive', '\x1f\x8b'],
  ['word', '{\\rtf'],
]

const SAMPLE_BYTES = 64 * 1024

/**
 * 识别文件 — what a file is by its content; names and endings are not looked at, since offices rename files.
 * Cheap and safe enough for the main process: nothing is unpacked or parsed.
 * Errors: `file.too-big`, `file.<unreadable kind>`, `file.encoding`, and those of the zip check.
 */
export function recognizeFile(bytes: Uint8Array, limits: FileLimits): FileKind {
  if (bytes.length > limits.fileBytes) {
    const size = { megabytes: megabytes(bytes.length), limitMegabytes: megabytes(limits.fileBytes) }
    throw new Refusal('file.too-big', size, 'too-large')
  }
  const kind = detectKind(bytes, limits)
  const readable = fileKinds.find((known) => known === kind)
  if (readable === undefined) {
    throw new Refusal(`file.${kind}`)
  }
  return readable
}

/** 判断种类 — as `recognizeFile`, but names the unreadable kinds instead of refusing them. */
export function detectKind(bytes: Uint8Array, limits: FileLimits): FileKind | UnreadableKind {
  if (bytes.length === 0) {
    return 'empty'
  }
  const start = Buffer.from(bytes.subarray(0, 16)).toString('latin1')
  const [signature] = signatures.find(([, magic]) => start.startsWith(magic)) ?? []
  if (signature === 'zip') {
    return zipKind(bytes, limits)
  }
  if (signature === 'ole') {
    return oleKind(bytes)
  }
  // `BM` may begin a csv header as well; a bitmap has zero bytes soon after.
  return signature !== undefined &&
    (signature !== 'image' || start.charCodeAt(0) !== 0x42 || start.includes('\0'))
    ? signature
    : textKind(bytes)
}

function zipKind(bytes: Uint8Array, limits: FileLimits): FileKind | UnreadableKind {
  const names = checkZip(bytes, limits).map((entry) => entry.name.toLowerCase())
  const has = (pattern: RegExp) => names.some((name) => pattern.test(name))
  if (has(/^xl\/workbook\.bin$/)) {
    return 'xlsb'
  }
  if (has(/^xl\//)) {
    return 'xlsx'
  }
  return has(/^word\//) ? 'word' : has(/^ppt\//) ? 'powerpoint' : has(/^mimetype$/) ? 'ods' : 'archive'
}

function oleKind(bytes: Uint8Array): FileKind | UnreadableKind {
  const streams = oleStreams(bytes)
  if (streams.has('EncryptedPackage')) {
    return 'encrypted'
  }
  if (streams.has('Workbook')) {
    const state = xlsState(streams.get('Workbook'))
    return state === 'readable' ? 'xls' : state === 'old' ? 'xls-old' : 'encrypted'
  }
  if (streams.has('Book')) {
    return 'xls-old'
  }
  return streams.has('WordDocument') ? 'word' : streams.has('PowerPoint Document') ? 'powerpoint' : 'binary'
}

function textKind(bytes: Uint8Array): FileKind | UnreadableKind {
  const wide = (bytes[0] === 0xff && bytes[1] === 0xfe) || (bytes[0] === 0xfe && bytes[1] === 0xff)
  if (!wide && bytes.includes(0)) {
    return isMostlyNul(bytes) || looksLikeText(bytes) ? 'nul-bytes' : 'binary'
  }
  if (!wide && !looksLikeText(bytes)) {
    return 'binary'
  }
  const text = decodeHead(bytes).trimStart()
  if (text === '') {
    return 'empty'
  }
  if (/^MIME-Version:/i.test(text)) {
    return 'html'
  }
  if (text.startsWith('<')) {
    return markupKind(text)
  }
  return isAttlog(text) ? 'attlog' : 'csv'
}

function isMostlyNul(bytes: Uint8Array): boolean {
  const sample = bytes.subarray(0, SAMPLE_BYTES)
  return sample.filter((byte) => byte === 0).length > sample.length / 2
}

/**
 * Control characters other than tab, line end and form feed hardly occur in text; an odd one that an export
 * left behind does not make a file unreadable. NUL has its own kind.
 */
function looksLikeText(bytes: Uint8Array): boolean {
  const sample = bytes.subarray(0, SAMPLE_BYTES)
  const controls = sample.filter((byte) => byte < 32 && byte !== 0 && (byte < 9 || byte > 13) && byte !== 26)
  return controls.length <= sample.length / 100
}

function markupKind(text: string): FileKind | UnreadableKind {
  const camt = /["']urn:iso:std:iso:20022:tech:xsd:(camt\.05[34])\./.exec(text)?.[1]
  const found = fileKinds.find((kind) => kind === camt)
  if (found !== undefined) {
    return found
  }
  if (/<(\w+:)?BkToCstmrStmt[\s>]/.test(text)) {
    return 'camt.053'
  }
  if (/<(\w+:)?BkToCstmrDbtCdtNtfctn[\s>]/.test(text)) {
    return 'camt.054'
  }
  if (text.includes('urn:schemas-microsoft-com:office:spreadsheet')) {
    return 'xml-spreadsheet'
  }
  return /<(html|table|body|!doctype html)/i.test(text) ? 'html' : 'xml-unknown'
}

/** A line of a ZKTeco log: device user, day and time, then codes, separated by tabs. */
const attlogLine = /^\s*[0-9A-Za-z]{1,24}\t\d{4}-\d{2}-\d{2} \d{2}:\d{2}(:\d{2})?(\t-?\w*)*\s*$/

/** The first line may be torn by a device that lost power, so most lines must fit, not every one. */
function isAttlog(text: string): boolean {
  const lines = text.split(/\r?\n/).slice(0, 21)
  const whole = (lines.length > 20 ? lines.slice(0, 20) : lines).filter((line) => line.trim() !== '')
  return whole.filter((line) => attlogLine.test(line)).length > whole.length / 2
}
