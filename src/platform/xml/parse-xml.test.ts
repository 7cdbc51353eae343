import { describe, expect, it } from 'vitest'

import { defaultLimits } from '../sheets/limits.ts'
import { parseXml, type XmlNode } from './parse-xml.ts'

const statement = [
  '<?xml version="1.0" encoding="UTF-8"?>',
  '<c:Document xmlns:c="urn:iso:std:iso:20022:tech:xsd:camt.053.001.02">',
  '<c:Stmt><c:Acct><c:Id><c:IBAN> 6222 </c:IBAN></c:Id></c:Acct>',
  '<!-- two entries --><c:Ntry><c:Amt Ccy="CNY">1.00</c:Amt></c:Ntry>',
  '<c:Ntry><c:Amt Ccy="USD">2.00</c:Amt><c:Ref/></c:Ntry></c:Stmt>',
  '</c:Document>',
].join('\n')

function parse<T>(xml: string | Buffer, use: (root: XmlNode) => T, limits = defaultLimits): T {
  return parseXml(typeof xml === 'string' ? Buffer.from(xml, 'utf8') : xml, limits, use)
}

function codeOf(xml: string | Buffer): unknown {
  try {
    parse(xml, (root) => root.name)
  } catch (error) {
    return error
  }
  return undefined
}

describe('parseXml', () => {
  it('finds elements by their local names, whatever the prefix', () => {
    const found = parse(statement, (root) => {
      const [stmt] = root.children('Stmt')
      return {
        name: root.name,
        namespace: root.namespace,
        iban: stmt?.text('Acct/Id/IBAN'),
        amounts: stmt
          ?.children('Ntry')
          .map((entry) => [entry.text('Amt'), entry.child('Amt')?.attribute('Ccy')]),
        names: stmt?.children().map((child) => child.name),
        line: stmt?.children('Ntry').at(1)?.line,
        empty: stmt?.text('Ntry/Ref'),
        missing: stmt?.text('Ntry/NtryDtls/TxDtls'),
        noAttribute: stmt?.attribute('Ccy'),
      }
    })
    expect(found).toEqual({
      name: 'Document',
      namespace: 'urn:iso:std:iso:20022:tech:xsd:camt.053.001.02',
      iban: '6222',
      amounts: [
        ['1.00', 'CNY'],
        ['2.00', 'USD'],
      ],
      names: ['Acct', 'Ntry', 'Ntry'],
      line: 5,
      empty: undefined,
      missing: undefined,
      noAttribute: undefined,
    })
  })

  it('reads CDATA, character references and the five entities', () => {
    expect(parse('<a><![CDATA[<b>]]> &#x5F20;&amp;</a>', (root) => root.text())).toBe('<b> 张&')
  })

  it('reads UTF-16 with and without its mark, and GB18030 where it is declared', () => {
    const wide = '<?xml version="1.0" encoding="UTF-16"?><a>张三</a>'
    const name = (root: XmlNode) => root.text()
    expect(parse(Buffer.from(`\uFEFF${wide}`, 'utf16le'), name)).toBe('张三')
    expect(parse(Buffer.from(wide, 'utf16le'), name)).toBe('张三')
    expect(parse(Buffer.from(wide, 'utf16le').swap16(), name)).toBe('张三')
    const chinese = (encoding: string) =>
      Buffer.concat([
        Buffer.from(`<?xml version="1.0" encoding="${encoding}"?><a>`),
        Buffer.from('d5c5c8fd', 'hex'),
        Buffer.from('</a>'),
      ])
    expect(parse(chinese('GBK'), name)).toBe('张三')
    expect(codeOf(chinese('ISO-8859-1'))).toMatchObject({ code: 'file.encoding' })
  })

  const laughs = '<!DOCTYPE a [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;&a;">]><a>&b;</a>'
  const outside = '<!DOCTYPE a [<!ENTITY x SYSTEM "file:///etc/passwd">]><a>&x;</a>'

  it.each([
    ['entities that multiply', laughs],
    ['an entity that reads a file', outside],
    ['a DOCTYPE in small letters', laughs.toLowerCase()],
    ['a DOCTYPE in UTF-16', Buffer.from(`\uFEFF${laughs}`, 'utf16le')],
    ['a DOCTYPE in UTF-16 without a mark', Buffer.from(laughs, 'utf16le')],
    ['a DOCTYPE in big-endian UTF-16', Buffer.from(laughs, 'utf16le').swap16()],
    ['a DOCTYPE behind a declaration and a comment', `<?xml version="1.0"?><!-- x -->\n${outside}`],
  ])('refuses %s before parsing', (_, xml) => {
    expect(codeOf(xml)).toMatchObject({ code: 'file.xml-doctype' })
  })

  it.each([
    ['an element that is never closed', '<a>\n<b></a>', 2],
    ['an entity that is not declared', '<a>\n\n&x;</a>', 3],
    ['nothing but text', 'abc', 1],
    ['elements nested 300 deep', `${'<a>'.repeat(300)}${'</a>'.repeat(300)}`, 1],
    ['a NUL', '<a>\0</a>', 1],
  ])('refuses %s, with its line', (_, xml, line) => {
    expect(codeOf(xml)).toMatchObject({ code: 'file.xml-damaged', data: { line } })
  })

  it('refuses a document over the limit as too large', () => {
    expect(() => parse(statement, (root) => root.name, { ...defaultLimits, xmlBytes: 100 })).toThrow(
      expect.objectContaining({ code: 'file.xml-too-big', kind: 'too-large' }),
    )
  })

  it('frees the document when its user throws, so that memory stays flat', () => {
    const xml = `<a>${'<b>x</b>'.repeat(20_000)}</a>`
    const failing = () =>
      parse(xml, () => {
        throw new Error('stop')
      })
    expect(failing).toThrow('stop')
    const before = process.memoryUsage().rss
    for (let count = 0; count < 60; count += 1) {
      expect(failing).toThrow('stop')
    }
    expect(process.memoryUsage().rss - before).toBeLessThan(100 * 1024 * 1024)
  })
})
