import { deflateRawSync } from 'node:zlib'
import { describe, expect, it } from 'vitest'

import { say } from '../../contract/messages/index.ts'
import { detectKind, recognizeFile, unreadableKinds } from './kind.ts'
import { defaultLimits } from './limits.ts'
import { craftOle } from './testing/craft-ole.ts'
import { craftXls } from './testing/craft-xls.ts'
import { craftXlsx } from './testing/craft-xlsx.ts'
import { craftZip } from './testing/craft-zip.ts'

const text = (content: string) => Buffer.from(content, 'utf8')
const zipOf = (...names: string[]) => craftZip(names.map((name) => ({ name, content: 'x' })))
const oleOf = (...names: string[]) => craftOle(names.map((name) => ({ name, content: Buffer.from('x') })))
const iso20022 = 'urn:iso:std:iso:20022:tech:xsd'
const camt = (version: string) =>
  `<?xml version="1.0" encoding="UTF-8"?>\n<Document xmlns="${iso20022}:${version}"><A/></Document>`
const attlog = '        1\t2026-05-01 07:28:11\t0\t1\t0\t0\n       27\t2026-05-01 17:31:40\t1\t1\t0\t0\n'
/** Packed bytes look random, without being text in any encoding. */
const junk = deflateRawSync(Buffer.from(Array.from({ length: 5000 }, (_, at) => (at * at * 7919) % 251)))

describe('detectKind', () => {
  it.each([
    ['xlsx', craftXlsx({ sheets: [{ name: 'a', rows: '' }] })],
    ['xls', craftXls([{ name: 'a', rows: [['x']] }])],
    ['csv', text('姓名,金额\n张三,100\n')],
    ['csv', text('\uFEFF姓名;金额\n')],
    ['csv', Buffer.from('\uFEFF姓名\t金额\n', 'utf16le')],
    ['csv', Buffer.from('d0d5c3fb2cbdf0b6ee0a', 'hex')],
    ['csv', text('BM,姓名\n1,张三\n')],
    ['csv', text(`姓名,金额\n${'张三,100\n'.repeat(50)}李四\x01,100\n`)],
    ['attlog', text(attlog)],
    ['attlog', text(`1\t2026-05-01 07:2\n${attlog}`)],
    ['camt.053', text(camt('camt.053.001.02'))],
    ['camt.054', text(camt('camt.054.001.08'))],
    ['camt.053', Buffer.from(`\uFEFF${camt('camt.053.001.06')}`, 'utf16le')],
    ['camt.053', text('<ns2:Document><ns2:BkToCstmrStmt></ns2:BkToCstmrStmt></ns2:Document>')],
  ] as const)('recognises %s', (kind, bytes) => {
    expect(detectKind(bytes, defaultLimits)).toBe(kind)
    expect(recognizeFile(bytes, defaultLimits)).toBe(kind)
  })

  it.each([
    ['empty', Buffer.alloc(0)],
    ['empty', text(' \r\n\r\n')],
    ['nul-bytes', Buffer.alloc(1000)],
    [
      'nul-bytes',
      text(`姓名,金额
张三,${String.fromCharCode(0)}100
`),
    ],
    ['binary', junk],
    ['binary', Buffer.from([1, 2, 3, 4, 5, 6, 7, 8])],
    ['encrypted', oleOf('EncryptionInfo', 'EncryptedPackage')],
    ['encrypted', craftXls([{ name: 'a', rows: [] }], { locked: true })],
    ['xls-old', craftXls([{ name: 'a', rows: [] }], { version: 0x0500 })],
    ['xls-old', oleOf('Book')],
    ['word', oleOf('WordDocument')],
    ['powerpoint', oleOf('PowerPoint Document')],
    ['binary', oleOf('Something')],
    ['word', zipOf('[Content_Types].xml', 'word/document.xml')],
    ['powerpoint', zipOf('[Content_Types].xml', 'ppt/presentation.xml')],
    ['ods', zipOf('mimetype', 'content.xml')],
    ['xlsb', zipOf('[Content_Types].xml', 'xl/workbook.bin')],
    ['archive', zipOf('工资表.txt')],
    ['archive', text('Rar!\x1a\x07')],
    ['pdf', text('%PDF-1.7\n...')],
    ['image', Buffer.from('89504e470d0a1a0a', 'hex')],
    ['image', Buffer.from('ffd8ffe000104a46', 'hex')],
    ['image', Buffer.from('424d36000000000000003600', 'hex')],
    ['html', text('<html><body><table><tr><td>姓名</td></tr></table></body></html>')],
    ['html', text('MIME-Version: 1.0\nContent-Type: multipart/related')],
    [
      'xml-spreadsheet',
      text('<?xml version="1.0"?><Workbook xmlns="urn:schemas-microsoft-com:office:spreadsheet"/>'),
    ],
    ['xml-unknown', text('<?xml version="1.0"?><invoice/>')],
  ] as const)('names %s and refuses it under that name', (kind, bytes) => {
    expect(detectKind(bytes, defaultLimits)).toBe(kind)
    expect(() => recognizeFile(bytes, defaultLimits)).toThrow(
      expect.objectContaining({ code: `file.${kind}` }),
    )
  })

  it('has words for every kind that it refuses', () => {
    const wordless = unreadableKinds.filter((kind) => say('zh-CN', `file.${kind}`) === `file.${kind}`)
    expect(wordless).toEqual([])
  })

  it('finds the password mark also when the list of streams is long', () => {
    const many = Array.from({ length: 9 }, (_, at) => `DataSpaces${at}`)
    expect(detectKind(oleOf(...many, 'EncryptedPackage'), defaultLimits)).toBe('encrypted')
  })

  it('refuses a file over the limit as too large, before looking at it', () => {
    expect(() => recognizeFile(Buffer.alloc(201), { ...defaultLimits, fileBytes: 200 })).toThrow(
      expect.objectContaining({ code: 'file.too-big', kind: 'too-large' }),
    )
  })

  it('refuses a container whose list of streams leads nowhere', () => {
    const bytes = oleOf('Workbook')
    bytes.writeUInt32LE(0x00ff_ffff, 48)
    expect(() => detectKind(bytes, defaultLimits)).toThrow(
      expect.objectContaining({ code: 'file.xls-damaged' }),
    )
    const circle = oleOf('a', 'b', 'c', 'd', 'e')
    const table = circle.length - 512
    circle.writeUInt32LE(0, table)
    expect(detectKind(circle, defaultLimits)).toBe('binary')
  })
})
