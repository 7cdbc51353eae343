import { Refusal } from '../../contract/errors.ts'
import { type NumberFormat, numberFormat } from './number-format.ts'
import { attribute, scanXml } from './xml-scan.ts'
import type { ZipEntry } from './zip-check.ts'
import { inflateEntry, inflateText } from './zip-inflate.ts'

/** 工作簿 — what is needed before a sheet can be read. */
export interface Workbook {
  readonly sheets: readonly WorkbookSheet[]
  readonly date1904: boolean
  /** By the style number of a cell. */
  readonly formats: readonly NumberFormat[]
  readonly strings: readonly string[]
}

export interface WorkbookSheet {
  readonly name: string
  readonly hidden: boolean
  readonly entry: ZipEntry
}

interface Relation {
  readonly kind: string
  readonly path: string
}

/**
 * 打开工作簿 — finds the sheets in their order, the number formats and the shared texts. Charts and macro sheets
 * are passed over. Errors: `file.xlsx-damaged`.
 */
export async function openWorkbook(bytes: Uint8Array, entries: readonly ZipEntry[]): Promise<Workbook> {
  const parts = new Map(entries.map((entry) => [entry.name.toLowerCase(), entry]))
  const part = (path: string | undefined) => (path === undefined ? undefined : parts.get(path.toLowerCase()))
  const relationsOf = async (path: string) => {
    const entry = part(`${folderOf(path)}_rels/${path.slice(folderOf(path).length)}.rels`)
    return entry === undefined ? new Map() : readRelations(await inflateText(bytes, entry), folderOf(path))
  }
  const root = await relationsOf('')
  const path = pathOfKind(root, 'officeDocument') ?? 'xl/workbook.xml'
  const entry = part(path)
  if (entry === undefined) {
    throw new Refusal('file.xlsx-damaged', { reason: 'no-workbook' })
  }
  const relations = await relationsOf(path)
  const { declared, date1904 } = readWorkbook(await inflateText(bytes, entry))
  const styles = part(pathOfKind(relations, 'styles'))
  const strings = part(pathOfKind(relations, 'sharedStrings'))
  return {
    sheets: declared.flatMap((sheet) => {
      const relation = relations.get(sheet.id)
      const found = relation?.kind === 'worksheet' ? part(relation.path) : undefined
      return found === undefined ? [] : [{ name: sheet.name, hidden: sheet.hidden, entry: found }]
    }),
    date1904,
    formats: styles === undefined ? [] : readFormats(await inflateText(bytes, styles)),
    strings: strings === undefined ? [] : await readStrings(bytes, strings),
  }
}

function folderOf(path: string): string {
  return path.slice(0, path.lastIndexOf('/') + 1)
}

function pathOfKind(relations: ReadonlyMap<string, Relation>, kind: string): string | undefined {
  return [...relations.values()].find((relation) => relation.kind === kind)?.path
}

/**
 * The kind is the last word of the type: the transitional and the strict form of the standard differ before
 * it.
 */
function readRelations(xml: string, folder: string): Map<string, Relation> {
  const relations = new Map<string, Relation>()
  scanAll(xml, (name, attributes) => {
    const id = attribute(attributes, 'Id')
    const target = attribute(attributes, 'Target')
    if (name === 'Relationship' && id !== undefined && target !== undefined) {
      const type = attribute(attributes, 'Type') ?? ''
      relations.set(id, { kind: type.slice(type.lastIndexOf('/') + 1), path: resolvePath(folder, target) })
    }
  })
  return relations
}

function resolvePath(folder: string, target: string): string {
  const path = target.replaceAll('\\', '/')
  return new URL(path, `zip://parts/${folder}`).pathname.slice(1)
}

function readWorkbook(xml: string) {
  const declared: { name: string; hidden: boolean; id: string }[] = []
  let date1904 = false
  scanAll(xml, (name, attributes) => {
    if (name === 'workbookPr') {
      date1904 = ['1', 'true'].includes(attribute(attributes, 'date1904') ?? '')
    } else if (name === 'sheet') {
      declared.push({
        name: attribute(attributes, 'name') ?? '',
        hidden: (attribute(attributes, 'state') ?? 'visible') !== 'visible',
        id: attribute(attributes, 'id') ?? '',
      })
    }
  })
  return { declared, date1904 }
}

function readFormats(xml: string): NumberFormat[] {
  const codes = new Map<number, string>()
  const formats: NumberFormat[] = []
  let inCellFormats = false
  scanAll(
    xml,
    (name, attributes) => {
      const id = Number(attribute(attributes, 'numFmtId') ?? 0)
      if (name === 'numFmt') {
        codes.set(id, attribute(attributes, 'formatCode') ?? '')
      } else if (name === 'cellXfs') {
        inCellFormats = true
      } else if (name === 'xf' && inCellFormats) {
        formats.push(numberFormat(id, codes.get(id)))
      }
    },
    (name) => {
      inCellFormats = inCellFormats && name !== 'cellXfs'
    },
  )
  return formats
}

function scanAll(
  xml: string,
  open: (name: string, attributes: string) => void,
  close: (name: string) => void = () => undefined,
): void {
  const scanner = scanXml({ open, close })
  scanner.push(xml)
  scanner.end()
}

async function readStrings(bytes: Uint8Array, entry: ZipEntry): Promise<string[]> {
  const strings: string[] = []
  const text = textCollector()
  const scanner = scanXml({
    open: text.open,
    text: text.text,
    close: (name) => {
      text.close(name)
      if (name === 'si') {
        strings.push(text.take())
      }
    },
  })
  const decoder = new TextDecoder('utf-8')
  for await (const chunk of inflateEntry(bytes, entry)) {
    scanner.push(decoder.decode(chunk, { stream: true }))
  }
  scanner.push(decoder.decode())
  scanner.end()
  return strings
}

export interface TextCollector {
  open(name: string): void
  text(text: string): void
  close(name: string): void
  /** The text so far; the next one starts empty. */
  take(): string
}

/** 收集文字 — the text of a shared or inline string: its `t` elements, runs joined, phonetic guides left out. */
export function textCollector(): TextCollector {
  let collected = ''
  let inText = false
  let inPhonetic = false
  return {
    open(name) {
      inText = name === 't' && !inPhonetic
      inPhonetic = inPhonetic || name === 'rPh'
    },
    text(text) {
      if (inText) {
        collected += text
      }
    },
    close(name) {
      inText = false
      inPhonetic = inPhonetic && name !== 'rPh'
    },
    take() {
      const taken = unescapeControl(collected)
      collected = ''
      return taken
    },
  }
}

/** 还原转义 — `_x000D_` is how a sheet writes a character that XML does not allow. */
export function unescapeControl(text: string): string {
  return text.includes('_x')
    ? text.replace(/_x([0-9A-Fa-f]{4})_/g, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)))
    : text
}
