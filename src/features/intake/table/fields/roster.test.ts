import { describe, expect, it } from 'vitest'
import type { Cell } from '../../../../platform/sheets/cell.ts'
import { idNumberOf, readSample } from '../testing/sheet.ts'

const title = ['农民工花名册']

function roster(header: readonly Cell[], ...rows: readonly (readonly Cell[])[]) {
  return readSample({ lines: [title, header, ...rows] })
}

describe('花名册', () => {
  it('reads everything that a row can say', () => {
    const header = [
      '序号',
      '姓名',
      '性别',
      '民族',
      '身份证号',
      '家庭住址',
      '联系电话',
      '工种',
      '班组',
      '用人单位',
      '考勤号',
      '进场时间',
      '退场时间',
      '合同签订时间',
      '计薪方式',
      '工资标准（元）',
      '工资发放日',
      '开户行',
      '银行卡号',
      '备注',
    ]
    const row = [
      1,
      '张　三',
      '男',
      '汉族',
      idNumberOf(1),
      '安徽省阜阳市颍州区',
      13800138000,
      '木工',
      '木工班',
      '某某劳务有限公司',
      17,
      '2026.2.1',
      '至今',
      46054,
      '日薪',
      '300',
      '次月15日',
      '建设银行',
      '6222 0212 0204 1234 569',
      '无',
    ]
    const { records, codes } = roster(header, row)
    expect(codes).toEqual([])
    expect(records).toEqual([
      {
        worksiteName: null,
        worksiteCode: null,
        employingUnit: '某某劳务有限公司',
        crew: '木工班',
        name: '张三',
        idNumber: idNumberOf(1),
        sex: 'male',
        birthOn: idNumberOf(1).replace(/^.{6}(.{4})(..)(..).*$/, '$1-$2-$3'),
        nation: '汉族',
        phone: '13800138000',
        address: '安徽省阜阳市颍州区',
        workType: '木工',
        attendanceNo: '17',
        enteredOn: '2026-02-01',
        leftOn: null,
        contractSignedOn: '2026-02-01',
        contractFrom: null,
        contractUntil: null,
        rateFen: 30000n,
        rateKind: 'day',
        payCycle: null,
        payDay: 15,
        payWeekday: null,
        payMonthOffset: 1,
        bankCard: '6222021202041234569',
        bankName: '建设银行',
        remark: null,
      },
    ])
  })

  it('takes the sex from the ID number where the sheet has none, and doubts one that differs', () => {
    const header = ['姓名', '身份证号', '性别', '工种']
    const { records, codes } = roster(
      header,
      ['张三', idNumberOf(2), null, '木工'],
      ['李四', idNumberOf(2), '男', '木工'],
    )
    expect(records).toMatchObject([{ sex: 'female' }, { sex: 'male' }])
    expect(codes).toEqual(['C4 row.sex-differs'])
  })

  it('takes the kind of the rate from the title, the cell or 计薪方式', () => {
    const of = (header: readonly Cell[], ...row: readonly Cell[]) =>
      roster(['姓名', '身份证号', '工种', ...header], ['张三', idNumberOf(1), '木工', ...row]).records[0]
    expect(of(['日薪(元)'], 300)).toMatchObject({ rateFen: 30000n, rateKind: 'day' })
    expect(of(['月工资'], 6500)).toMatchObject({ rateFen: 650000n, rateKind: 'month' })
    expect(of(['工资标准'], '28元/小时')).toMatchObject({ rateFen: 2800n, rateKind: 'hour' })
    expect(of(['工资标准（元/天）'], 300)).toMatchObject({ rateKind: 'day' })
    expect(of(['计薪方式', '工资标准'], '计件', 25)).toMatchObject({ rateFen: 2500n, rateKind: 'piece' })
    expect(of(['工资标准'], 300)).toMatchObject({ rateFen: 30000n, rateKind: null })
    expect(of(['日薪', '计件单价', '计薪方式'], 300, 25, '计件')).toMatchObject({
      rateFen: 2500n,
      rateKind: 'piece',
    })
  })

  it('refuses a row whose days contradict each other, whose ID number is wrong or missing', () => {
    const header = ['姓名', '身份证号', '进场时间', '退场时间']
    const { records, codes } = roster(
      header,
      ['张三', idNumberOf(1), '2026-03-01', '2026-02-01'],
      ['李四', '110105194912310021', '2026-03-01', null],
      ['王五', null, '2026-03-01', null],
      ['赵六', idNumberOf(4), '3/1/2026', null],
      ['钱七', idNumberOf(5), '2026-03-01', null],
    )
    expect(codes).toEqual([
      'D3 row.left-before-entry',
      'B4 cell.id-number-check-digit',
      'B5 cell.required',
      'C6 cell.day-order-unclear',
    ])
    expect(records).toMatchObject([{ name: '钱七' }])
  })

  it('keeps a worker whose telephone cannot be read', () => {
    const { records, codes } = roster(
      ['姓名', '身份证号', '电话', '工种'],
      ['张三', idNumberOf(1), '家里', '木工'],
    )
    expect(records).toMatchObject([{ phone: null }])
    expect(codes).toEqual(['C3 cell.phone-unreadable'])
  })

  it('names the worksite of each row where one sheet holds several', () => {
    const header = ['项目名称', '项目编码', '姓名', '身份证号', '进场日期']
    const { records } = roster(header, ['滨江一期', 'GC-1', '张三', idNumberOf(1), '2026-03-01'])
    expect(records).toMatchObject([{ worksiteName: '滨江一期', worksiteCode: 'GC-1' }])
  })
})
