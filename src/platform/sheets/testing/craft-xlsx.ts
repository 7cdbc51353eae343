import { type CraftedPart, craftZip } from './craft-zip.ts'

const main = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main'
const packageRelations = 'http://schemas.openxmlformats.org/package/2006/relationships'
const officeRelations = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'

/** 造出的工作簿 — sheets as the XML inside `sheetData`; `after` is what follows it. */
export interface CraftedWorkbook {
  readonly sheets: readonly {
    readonly name: string
    readonly rows: string
    readonly after?: string
    readonly state?: string
  }[]
  readonly strings?: readonly string[]
  /** Number format codes, by style number from 1. */
  readonly formats?: readonly string[]
  readonly date1904?: boolean
  readonly more?: readonly CraftedPart[]
}

/** 造工作簿部件 — the parts of an xlsx as a spreadsheet program writes them, with the given XML in the sheets. */
export function xlsxParts(book: CraftedWorkbook): CraftedPart[] {
  const sheets = book.sheets.map((sheet, at) => ({
    name: `xl/worksheets/sheet${at + 1}.xml`,
    content: element('worksheet', `<sheetData>${sheet.rows}</sheetData>${sheet.after ?? ''}`),
  }))
  return [
    { name: '[Content_Types].xml', content: '<Types/>' },
    { name: '_rels/.rels', content: relations([['officeDocument', 'xl/workbook.xml']]) },
    { name: 'xl/workbook.xml', content: workbookXml(book) },
    { name: 'xl/_rels/workbook.xml.rels', content: workbookRelations(book) },
    { name: 'xl/styles.xml', content: stylesXml(book.formats ?? []) },
    { name: 'xl/sharedStrings.xml', content: element('sst', (book.strings ?? []).join('')) },
    ...sheets,
    ...(book.more ?? []),
  ]
}

/** 造工作簿 — an xlsx made of `xlsxParts`. */
export function craftXlsx(book: CraftedWorkbook): Buffer {
  return craftZip(xlsxParts(book))
}

function element(name: string, content: string): string {
  return `<${name} xmlns="${main}" xmlns:r="${officeRelations}">${content}</${name}>`
}

function workbookXml(book: CraftedWorkbook): string {
  const sheets = book.sheets.map(({ name, state }, at) => {
    const visibility = state === undefined ? '' : `state="${state}"`
    return `<sheet name="${name}" sheetId="${at + 1}" ${visibility} r:id="rId${at + 1}"/>`
  })
  const properties = book.date1904 === true ? '<workbookPr date1904="1"/>' : '<workbookPr/>'
  return element('workbook', `${properties}<sheets>${sheets.join('')}</sheets>`)
}

function workbookRelations(book: CraftedWorkbook): string {
  const sheets = book.sheets.map((_, at) => ['worksheet', `worksheets/sheet${at + 1}.xml`] as const)
  return relations([...sheets, ['styles', 'styles.xml'], ['sharedStrings', '/xl/sharedStrings.xml']])
}

function relations(targets: readonly (readonly [kind: string, target: string])[]): string {
  const all = targets.map(
    ([kind, target], at) =>
      `<Relationship Id="rId${at + 1}" Type="${officeRelations}/${kind}" Target="${target}"/>`,
  )
  return `<?xml version="1.0"?><Relationships xmlns="${packageRelations}">${all.join('')}</Relationships>`
}

function stylesXml(formats: readonly string[]): string {
  const declared = formats.map((code, at) => `<numFmt numFmtId="${200 + at}" formatCode="${code}"/>`)
  const used = formats.map((_, at) => `<xf numFmtId="${200 + at}"/>`)
  const parts = [
    `<numFmts>${declared.join('')}</numFmts>`,
    '<cellStyleXfs><xf numFmtId="14"/></cellStyleXfs>',
    `<cellXfs><xf numFmtId="0"/>${used.join('')}</cellXfs>`,
  ]
  return element('styleSheet', parts.join(''))
}
