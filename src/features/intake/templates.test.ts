import { describe, expect, it } from 'vitest'

import { templateKinds } from '../../contract/intake.ts'
import { defaultLimits } from '../../platform/sheets/limits.ts'
import { readSheets } from '../../platform/sheets/read.ts'
import { writeWorkbook } from '../../platform/sheets/write.ts'
import type { ReaderMessage } from './importer.ts'
import { explanationSheet, readTables } from './reader.ts'
import { templateTables } from './template-columns.ts'
import { template } from './templates.ts'

async function messagesOf(bytes: Uint8Array): Promise<ReaderMessage[]> {
  const options = { options: {}, remembered: {} }
  const messages: ReaderMessage[] = []
  for await (const message of readTables({ bytes, name: 'a.xlsx', options, limits: defaultLimits }, 'xlsx')) {
    messages.push(message)
  }
  return messages.filter((message) => message.type !== 'progress')
}

/** The template with its example typed in, and what its title leaves to fill in. */
async function filled(kind: (typeof templateKinds)[number]): Promise<Uint8Array> {
  const { title, columns } = templateTables[kind]
  const heading = title
    .replace(/项目编码：\s*/, '项目编码：XM-2026-001 ')
    .replace(/所属月份：\s*/, '所属月份：2026-03 ')
    .replace(/编号：\s*$/, '编号：01')
  const sheet = { name: kind, title: heading, header: columns.map((column) => column.title) }
  return await writeWorkbook({ sheets: [{ ...sheet, rows: [columns.map((column) => column.example)] }] })
}

describe.each(templateKinds)('the template of kind %s', (kind) => {
  it('is recognized by our own reader when filled in, every column known, no value doubted', async () => {
    const messages = await messagesOf(await filled(kind))
    expect(messages.filter((message) => message.type === 'issues')).toEqual([])
    expect(messages.map((message) => message.type)).toEqual(['group', 'rows'])
    const [first, second] = messages
    expect(first).toMatchObject({ group: { kind } })
    const records = second?.type === 'rows' ? second.rows.map(({ record }) => record) : []
    expect(records).toHaveLength(1)
    const values = Object.values(records[0] ?? {}).filter((value) => value !== null)
    expect(values.length).toBeGreaterThan(4)
  })

  it('says above the table which project it is about, and of which month', async () => {
    const { title } = templateTables[kind]
    const [first] = await messagesOf(await filled(kind))
    const head = first?.type === 'group' ? first.group.head : {}
    expect(head['worksiteCode']).toBe(title.includes('项目编码') ? 'XM-2026-001' : undefined)
    expect(head['month']).toBe(title.includes('所属月份') ? '2026-03' : undefined)
    expect(head['sheetNumber']).toBe(title.includes('编号：') ? '01' : undefined)
  })

  it('explains every column on a sheet that is not taken for a table', async () => {
    const { bytes } = await template(kind)
    const rows: unknown[][] = []
    for await (const event of readSheets(bytes, 'xlsx', defaultLimits)) {
      rows.push(
        ...(event.type === 'rows' ? event.rows.filter(({ sheet }) => sheet === explanationSheet) : []).map(
          (row) => row.cells,
        ),
      )
    }
    const explained = rows.map(([title]) => title)
    expect(explained).toEqual(
      expect.arrayContaining(templateTables[kind].columns.map((column) => column.title)),
    )
    const groups = (await messagesOf(bytes)).filter((message) => message.type === 'group')
    expect(
      groups.every((message) => message.type === 'group' && message.group.sheet !== explanationSheet),
    ).toBe(true)
  })
})
