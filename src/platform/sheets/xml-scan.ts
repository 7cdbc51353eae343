import { Refusal } from '../../contract/errors.ts'

/** What the scanner tells: names come without their namespace prefix, text with its entities decoded. */
export interface XmlSink {
  open(name: string, attributes: string): void
  text?(text: string): void
  close(name: string): void
}

export interface XmlScanner {
  push(chunk: string): void
  /** Refuses a document that ends too early. */
  end(): void
}

/**
 * Longer than any cell, tag or comment that a spreadsheet program writes; it bounds what is held between
 * chunks.
 */
const PENDING_CHARACTERS = 1024 * 1024
const MAX_DEPTH = 64

const GREATER = 62
const DOUBLE_QUOTE = 34
const SINGLE_QUOTE = 39
const EXCLAMATION = 33
const QUESTION = 63
const SLASH = 47

/**
 * 扫描 XML — walks the XML parts of an xlsx while they are being unpacked, without building a tree: a sheet
 * of 100,000 rows is 50 MB of XML. A DOCTYPE is refused, so there are no entities but the five of XML.
 * Errors: `file.xlsx-damaged`.
 */
export function scanXml(sink: XmlSink): XmlScanner {
  let pending = ''
  let depth = 0

  function tag(content: string): void {
    if (content.charCodeAt(0) === SLASH) {
      depth -= 1
      sink.close(localName(content, 1))
      return
    }
    const closed = content.charCodeAt(content.length - 1) === SLASH
    const end = nameEnd(content)
    const name = localName(content.slice(0, end), 0)
    depth += 1
    if (depth > MAX_DEPTH) {
      throw damaged('depth')
    }
    sink.open(name, content.slice(end))
    if (closed) {
      depth -= 1
      sink.close(name)
    }
  }

  function push(chunk: string): void {
    const buffer = pending + chunk
    let at = 0
    for (;;) {
      const open = buffer.indexOf('<', at)
      if (open === -1) {
        break
      }
      if (open > at) {
        sink.text?.(decodeXml(buffer.slice(at, open)))
        at = open
      }
      const second = buffer.charCodeAt(open + 1)
      const marked = second === EXCLAMATION || second === QUESTION
      const end = marked ? markedEnd(buffer, open, sink) : tagEnd(buffer, open + 1)
      if (end === -1) {
        break
      }
      if (!marked) {
        tag(buffer.slice(open + 1, end - 1))
      }
      at = end
    }
    pending = buffer.slice(at)
    if (pending.length > PENDING_CHARACTERS) {
      throw damaged('too-long')
    }
  }

  function end(): void {
    if (depth !== 0 || pending.trim() !== '') {
      throw damaged('cut-off')
    }
  }

  return { push, end }
}

/**
 * Where a comment, CDATA or processing instruction ends, exclusive, or -1 when the rest of it is still to
 * come.
 */
function markedEnd(buffer: string, at: number, sink: XmlSink): number {
  if (buffer.charCodeAt(at + 1) === QUESTION) {
    return endOf(buffer, '?>', at)
  }
  const start = buffer.slice(at, at + 9)
  if (start.startsWith('<!--')) {
    return endOf(buffer, '-->', at + 4)
  }
  if (start.startsWith('<![CDATA[')) {
    const end = endOf(buffer, ']]>', at + 9)
    if (end !== -1) {
      sink.text?.(buffer.slice(at + 9, end - 3))
    }
    return end
  }
  if (start.length < 9) {
    return -1
  }
  throw damaged('doctype')
}

function damaged(reason: string): Refusal {
  return new Refusal('file.xlsx-damaged', { reason })
}

function endOf(buffer: string, mark: string, from: number): number {
  const at = buffer.indexOf(mark, from)
  return at === -1 ? -1 : at + mark.length
}

/** A `>` inside a quoted attribute does not end the tag. */
function tagEnd(buffer: string, from: number): number {
  let quote = 0
  for (let at = from; at < buffer.length; at += 1) {
    const code = buffer.charCodeAt(at)
    if (quote !== 0) {
      quote = code === quote ? 0 : quote
    } else if (code === GREATER) {
      return at + 1
    } else if (code === DOUBLE_QUOTE || code === SINGLE_QUOTE) {
      quote = code
    }
  }
  return -1
}

function nameEnd(content: string): number {
  for (let at = 0; at < content.length; at += 1) {
    const code = content.charCodeAt(at)
    if (code <= 32 || code === SLASH) {
      return at
    }
  }
  return content.length
}

function localName(content: string, from: number): string {
  const colon = content.indexOf(':', from)
  return content.slice(colon === -1 ? from : colon + 1).trimEnd()
}

/**
 * 逐个属性 — visits the attributes of a tag in one walk, in order, by their local names; what is not well
 * formed ends it. Values are given as written: whoever may meet an entity decodes it.
 */
export function eachAttribute(attributes: string, visit: (name: string, value: string) => void): void {
  let at = 0
  for (;;) {
    const equals = attributes.indexOf('=', at)
    if (equals === -1) {
      return
    }
    const name = localName(attributes.slice(at, equals).trim(), 0)
    let quoteAt = equals + 1
    while (attributes.charCodeAt(quoteAt) <= 32) {
      quoteAt += 1
    }
    const end = attributes.indexOf(attributes.charAt(quoteAt), quoteAt + 1)
    if (end === -1) {
      return
    }
    visit(name, attributes.slice(quoteAt + 1, end))
    at = end + 1
  }
}

/** 取属性 — the value of one attribute by its local name, or undefined. */
export function attribute(attributes: string, wanted: string): string | undefined {
  let found: string | undefined
  eachAttribute(attributes, (name, value) => {
    if (name === wanted) {
      found = decodeXml(value)
    }
  })
  return found
}

const named: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" }

/** 解码实体 — the five entities of XML and character numbers; anything else stays as it is written. */
export function decodeXml(text: string): string {
  if (!text.includes('&')) {
    return text
  }
  return text.replace(/&(#x[0-9a-f]{1,6}|#\d{1,7}|[a-z]{2,4});/gi, (written, reference: string) => {
    if (!reference.startsWith('#')) {
      return named[reference] ?? written
    }
    const hex = reference.charAt(1).toLowerCase() === 'x'
    const code = Number.parseInt(reference.slice(hex ? 2 : 1), hex ? 16 : 10)
    return code > 0 && code <= 0x10ffff ? String.fromCodePoint(code) : written
  })
}
