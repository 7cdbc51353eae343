import { ParseOption, XmlDocument, XmlElement, XmlParseError, type XmlTreeNode } from 'libxml2-wasm'

import { Refusal } from '../../contract/errors.ts'
import { megabytes } from '../sheets/limits.ts'
import { decodeChunks, textEncoding } from '../sheets/text.ts'

/** XML 节点 — an element by its local name: banks use any prefix, and every version has another namespace. */
export interface XmlNode {
  readonly name: string
  readonly namespace: string
  /** The line in the document, from 1. */
  readonly line: number
  /** The child elements, all or those of one name, in order. */
  children(name?: string): XmlNode[]
  /** The first child element of this name. */
  child(name: string): XmlNode | undefined
  /**
   * The trimmed text of this element, or of the first one at the end of a path such as `Acct/Id/IBAN`;
   * undefined when there is none or it is empty.
   */
  text(path?: string): string | undefined
  attribute(name: string): string | undefined
}

/**
 * 解析 XML — parses a document from outside and gives its root to `use`; the tree is freed when `use`
 * returns, so no node may be kept. A DOCTYPE is refused before the parser sees the document, in whatever
 * encoding it is written, hence there are no entities to expand and nothing outside to load. More than 256
 * elements inside each other are refused.
 * Errors: `file.xml-doctype`, `file.xml-too-big`, `file.xml-damaged` (with the line), `file.encoding`.
 */
export function parseXml<T>(
  bytes: Uint8Array,
  limits: { readonly xmlBytes: number },
  use: (root: XmlNode) => T,
): T {
  if (bytes.length > limits.xmlBytes) {
    const size = { megabytes: megabytes(bytes.length), limitMegabytes: megabytes(limits.xmlBytes) }
    throw new Refusal('file.xml-too-big', size, 'too-large')
  }
  const text = decodeDocument(bytes)
  if (/<!(DOCTYPE|ENTITY)/i.test(text)) {
    throw new Refusal('file.xml-doctype')
  }
  const document = openDocument(text)
  try {
    return use(toNode(document.root))
  } finally {
    document.dispose()
  }
}

/**
 * Decoded here and not by the parser, so that what is searched for a DOCTYPE is what is parsed. The
 * declaration, which may name another encoding, is taken off.
 */
function decodeDocument(bytes: Uint8Array): string {
  const encoding = wideEncoding(bytes) ?? textEncoding(bytes)
  let text = ''
  for (const chunk of decodeChunks(bytes, encoding)) {
    text += chunk.text
  }
  const declaration = /^<\?xml\s[^>]*\?>/.exec(text)?.[0] ?? ''
  if (encoding === 'gb18030' && !/encoding\s*=\s*["'](gb2312|gbk|gb18030)["']/i.test(declaration)) {
    throw new Refusal('file.encoding')
  }
  return text.slice(declaration.length)
}

/** UTF-16 without a byte order mark, told by its first character, which must be `<`. */
function wideEncoding(bytes: Uint8Array): 'utf-16le' | 'utf-16be' | undefined {
  if (bytes[0] === 0x3c && bytes[1] === 0) {
    return 'utf-16le'
  }
  return bytes[0] === 0 && bytes[1] === 0x3c ? 'utf-16be' : undefined
}

function openDocument(text: string): XmlDocument {
  const option = ParseOption.XML_PARSE_NO_XXE | ParseOption.XML_PARSE_NONET | ParseOption.XML_PARSE_BIG_LINES
  try {
    return XmlDocument.fromString(text, { option })
  } catch (error) {
    if (error instanceof XmlParseError) {
      throw new Refusal('file.xml-damaged', { line: error.details.at(0)?.line ?? 1 })
    }
    throw error
  }
}

function toNode(element: XmlElement): XmlNode {
  const node: XmlNode = {
    name: element.name,
    get namespace() {
      return element.namespaceUri
    },
    get line() {
      return element.line
    },
    children: (name) => [...childElements(element, name)].map(toNode),
    child: (name) => {
      const found = firstChild(element, name)
      return found && toNode(found)
    },
    text: (path) => {
      const target = path === undefined ? element : elementAt(element, path)
      return target?.content.trim() || undefined
    },
    attribute: (name) => element.attr(name)?.value,
  }
  return node
}

function* childElements(element: XmlElement, name?: string): Generator<XmlElement> {
  let child: XmlTreeNode | null = element.firstChild
  while (child !== null) {
    if (child instanceof XmlElement && (name === undefined || child.name === name)) {
      yield child
    }
    child = child.next
  }
}

function firstChild(element: XmlElement, name: string): XmlElement | undefined {
  const first = childElements(element, name).next()
  return first.done === true ? undefined : first.value
}

function elementAt(element: XmlElement, path: string): XmlElement | undefined {
  return path.split('/').reduce<XmlElement | undefined>((at, name) => at && firstChild(at, name), element)
}
