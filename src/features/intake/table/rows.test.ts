import { describe, expect, it } from 'vitest'
import type { Cell } from '../../../platform/sheets/cell.ts'
import { idNumberOf, readSample } from './testing/sheet.ts'

const header = ['序号', '姓名', '身份证号', '出勤天数', '应发工资', '实发工资', '备注']
const title = ['2026年3月农民工工资表']

function read(...rows: readonly (readonly Cell[])[]) {
  return readSample({ lines: [title, header, ...rows] })
}

function person(serial: number, due: number): readonly Cell[] {
  return [serial, '张三', idNumberOf(serial), 20, due, due, null]
}

describe('哪些行不是记录', () => {
  it.each([
    ['a blank row with its number', [5]],
    ['a row of an unused formula', [5, null, null, 0, 0, 0]],
    ['strokes', [6, '/', '/', '/', '/', '/']],
    ['signatures', ['制表人：赵六', null, null, '审核：钱七']],
    ['signatures in the column of names', [null, '制表：赵六', null, '审核：']],
    ['a remark', ['备注：本表一式三份']],
    ['a remark without its number', [null, '注：以上工资已核对']],
    ['a sentence', [null, '以上工资已由本人核对无误并全额领取']],
    ['the seal of a unit', [null, null, null, '项目部（盖章）', null, '2026年4月2日']],
    ['a page number', ['第1页 共3页']],
    ['a title of the next page', [null, '2026年3月农民工工资表']],
  ])('leaves out %s', (_, row) => {
    const { rows, codes } = read(person(1, 100), row, person(2, 200))
    expect(codes).toEqual([])
    expect(rows.map((each) => each.row)).toEqual([3, 5])
  })

  it('leaves out the header that every printed page repeats', () => {
    const { rows, codes } = read(person(1, 100), title, ['单位：某某公司'], header, person(2, 200))
    expect([rows.map((each) => each.row), codes]).toEqual([[3, 7], []])
  })

  it('leaves out the line of column numbers under a header', () => {
    expect(read([1, 2, 3, 4, 5, 6, 7], person(1, 100)).rows.map((each) => each.row)).toEqual([4])
    expect(read(['栏次', 1, 2, 3, 4, '5=4', 6], person(1, 100)).codes).toEqual([])
  })

  it('refuses an amount without a name, and does not lose it', () => {
    const { rows, codes } = read(person(1, 100), [2, null, null, 20, 5000, 5000], person(3, 200))
    expect(rows).toHaveLength(2)
    expect(codes).toEqual(['B4 cell.required'])
  })

  it('keeps a person whose name is all that is filled in as a refused row', () => {
    expect(read([1, '李四']).codes).toEqual(['E3 cell.required'])
  })

  it('takes a word that looks like a heading for a name where the row has more', () => {
    expect(read([1, '李班', idNumberOf(1), 20, 100, 100]).records).toMatchObject([{ name: '李班' }])
  })
})

describe('合计', () => {
  it.each([['合计'], ['合 计'], ['总计：'], ['本页小计'], ['木工班小计'], ['合计（大写）：壹佰元整']])(
    'reads %s as a total, in whichever column before the names it stands',
    (word) => {
      expect(read(person(1, 100), [word]).codes).toEqual([])
      expect(read(person(1, 100), [null, word]).codes).toEqual([])
    },
  )

  it('accepts sums of the page and of the whole', () => {
    const { rows, codes } = read(
      person(1, 100),
      person(2, 200),
      ['本页小计', null, null, 40, 300, '300.00'],
      person(3, 400),
      ['本页小计', null, null, 20, 400, 400],
      ['合计', null, null, 60, 700, 700],
    )
    expect([rows.length, codes]).toEqual([3, []])
  })

  it('warns of a sum that is neither, with what the rows come to', () => {
    const { rows, issues } = read(person(1, 100), person(2, 200), ['合计', null, null, 40, 350, 300])
    expect(rows).toHaveLength(2)
    expect(issues).toMatchObject([
      {
        row: 5,
        column: 'E',
        code: 'table.total-differs',
        severity: 'warning',
        data: { total: '应发工资', stated: '350.00', summed: '300.00', rows: 2 },
      },
    ])
  })

  it('does not check a column in which a cell could not be read', () => {
    const { codes } = read(
      person(1, 100),
      [2, '李四', null, 20, '二百', 200],
      ['合计', null, null, 40, 300, 300],
    )
    expect(codes).toEqual(['E4 cell.money-unreadable'])
  })

  it('knows a total row that lacks the word by its sums', () => {
    expect(read(person(1, 100), person(2, 200), [null, null, null, 40, 300, 300]).codes).toEqual([])
    expect(read(person(1, 100), person(2, 200), [null, null, null, 40, 301, 301]).codes).toEqual([
      'B5 cell.required',
    ])
  })
})

describe('问题', () => {
  it('carry the place as the sheet shows it and no personal number', () => {
    const { issues } = read(
      [1, '张三', 330106198501010000, 20, 100, 100],
      [2, '李四', '110105194912310021', 20, 100, 100],
    )
    expect(issues).toEqual([
      {
        type: 'issue',
        sheet: '表1',
        row: 3,
        column: 'C',
        title: '身份证号',
        code: 'cell.id-number-damaged',
        severity: 'error',
        data: { sheet: '表1', row: 3, column: 'C', title: '身份证号', value: '**************0000' },
      },
      {
        type: 'issue',
        sheet: '表1',
        row: 4,
        column: 'C',
        title: '身份证号',
        code: 'cell.id-number-check-digit',
        severity: 'error',
        data: { sheet: '表1', row: 4, column: 'C', title: '身份证号', value: '110***********0021' },
      },
    ])
  })

  it('tell of unknown columns once, at the header', () => {
    const lines = [
      title,
      [...header, '血压', '鞋码'],
      [...person(1, 100), '正常', 42],
      [...person(2, 100), '高', 43],
    ]
    const { rows, issues } = readSample({ lines })
    expect(rows).toHaveLength(2)
    expect(issues).toMatchObject([
      {
        row: 2,
        column: '',
        code: 'table.columns-unknown',
        severity: 'warning',
        data: { titles: ['H 血压', 'I 鞋码'] },
      },
    ])
  })

  it('mask a number that stands where a title is expected', () => {
    const { issues } = readSample({ lines: [title, [...header, '13800138000'], [...person(1, 100), '是']] })
    expect(issues).toMatchObject([{ code: 'table.columns-unknown', data: { titles: ['H *******8000'] } }])
  })
})
