import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { describe, expect, it } from 'vitest'
import { tableMessages } from '../../../contract/messages/table.ts'
import { tableFieldsMessages } from '../../../contract/messages/table-fields.ts'
import { tableDefinition, tableDefinitions } from './fields.ts'
import { normalTitle } from './title.ts'

const folder = fileURLToPath(new URL('.', import.meta.url))

/** Codes of the identifier checks in src/law, which stand in the program as `cell.id-number-${problem}`. */
const composed = [
  'length',
  'fifteen-digits',
  'characters',
  'area-unknown',
  'birth-date',
  'check-digit',
].flatMap((problem) =>
  ['id-number', 'card', 'credit-code']
    .map((what) => `cell.${what}-${problem}`)
    .filter((code) => code in tableMessages['zh-CN']),
)

function codesInProgram(): string[] {
  const files = readdirSync(folder, { recursive: true, encoding: 'utf8' })
  const texts = files
    .filter((file) => file.endsWith('.ts') && !file.endsWith('.test.ts'))
    .map((file) => readFileSync(join(folder, file), 'utf8'))
  const found = texts.flatMap((text) => [...text.matchAll(/'((?:cell|row|table|ask)\.[a-z-]+)'/g)])
  return [...new Set([...found.map((match) => match[1] ?? ''), ...composed])].sort()
}

describe('字段表', () => {
  it('holds titles as normalization leaves them, so that each can be met', () => {
    const titles = tableDefinitions.flatMap(({ kind, fields }) =>
      Object.entries(fields).flatMap(([name, { titles, weak = [], after }]) =>
        [...titles, ...weak, ...(after?.titles ?? [])].map((title) => ({ at: `${kind}.${name}`, title })),
      ),
    )
    expect(titles.length).toBeGreaterThan(900)
    expect(titles.filter(({ title }) => normalTitle(title) !== title)).toEqual([])
  })

  it('knows the column that a file of refused rows carries, so that a corrected one is taken without remark', () => {
    for (const { kind, fields, unused } of tableDefinitions) {
      for (const title of ['原因', 'reason']) {
        const known = unused.test(title) || Object.values(fields).some(({ titles }) => titles.includes(title))
        expect({ kind, title, known }).toEqual({ kind, title, known: true })
      }
    }
  })

  it('gives no title to two fields of a kind', () => {
    for (const { kind, fields } of tableDefinitions) {
      const owners = new Map<string, string>()
      const twice = Object.entries(fields).flatMap(([name, { titles }]) =>
        titles.filter((title) => {
          const owner = owners.get(title)
          owners.set(title, name)
          return owner !== undefined && owner !== name
        }),
      )
      expect({ kind, twice }).toEqual({ kind, twice: [] })
    }
  })

  it('has the words of the published table of headers', () => {
    const words: Readonly<Record<string, readonly string[]>> = {
      name: ['姓名', '工人名字', '户名', '工人姓名', '农民工姓名', '收款人姓名'],
      idNumber: ['身份证号码', '身份证号', '身份证', '工人身份证', '证件号码', '公民身份号码'],
      bankCard: ['工资卡号', '银行卡号', '账号', '银行账号', '卡号'],
      bankName: ['开户行', '账户银行', '建行开户行', '开户地', '开户银行'],
      daysWorked: ['出勤天数', '考勤天数', '工作天数', '出工天数', '出勤工日', '工日'],
      quantity: ['完成工作量', '工程量'],
      overtimeFen: ['加班工资', '加班费'],
      dueFen: ['应发工资', '应领工资', '应发', '应发金额'],
      deductionFen: ['应扣减金额', '扣款'],
      advanceFen: ['借支', '预支生活费'],
      netFen: ['实发工资', '实发金额', '实发', '金额'],
      unpaidFen: ['未发'],
      paidOn: ['发放日期', '支付日期'],
      signed: ['领款人签字', '农民工签字', '个人确认签字', '领款签字', '手印', '签名'],
    }
    const { fields } = tableDefinition('payroll')
    for (const [name, titles] of Object.entries(words)) {
      const field = fields[name]
      const known = [...(field?.titles ?? []), ...(field?.weak ?? [])]
      expect({ name, missing: titles.filter((title) => !known.includes(title)) }).toEqual({
        name,
        missing: [],
      })
    }
  })

  it('has a name for every field, in both languages, and no name too many', () => {
    const fields = tableDefinitions.flatMap(({ fields, series }) => [
      ...Object.keys(fields),
      series?.name ?? 'ignore',
    ])
    const wanted = [...new Set([...fields, 'ignore'])].map((name) => `field.${name}`).sort()
    expect(Object.keys(tableFieldsMessages['zh-CN']).sort()).toEqual(wanted)
    expect(Object.keys(tableFieldsMessages.en).sort()).toEqual(wanted)
  })

  it('has a text for every code that a table can give, and no text too many', () => {
    expect(codesInProgram()).toEqual(Object.keys(tableMessages['zh-CN']).sort())
  })
})
