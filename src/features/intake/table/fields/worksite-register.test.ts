import { describe, expect, it } from 'vitest'
import type { Cell } from '../../../../platform/sheets/cell.ts'
import { readSample } from '../testing/sheet.ts'

const needed = ['项目编码', '项目名称', '行业', '行政区划', '施工总承包单位']
const first = ['GC-2026-01', '滨江一期', '房屋建筑', '杭州市西湖区', '浙江某某建设集团有限公司']
const code = '91350100M000100Y43'

function register(header: readonly Cell[], ...rows: readonly (readonly Cell[])[]) {
  return readSample({
    lines: [['在建工程项目登记表'], [...needed, ...header], ...rows.map((row) => [...first, ...row])],
  })
}

describe('项目登记表', () => {
  it('reads everything that a row can say', () => {
    const columns: readonly (readonly [title: string, cell: Cell, field: string, value: unknown])[] = [
      ['类型', '工程项目', 'kind', 'project'],
      ['建设单位', '杭州某某置业有限公司', 'projectOwner', '杭州某某置业有限公司'],
      ['统一社会信用代码', code, 'projectOwnerCode', code],
      [
        '分包单位',
        '甲劳务公司、乙劳务公司',
        'subcontractors',
        [
          { name: '甲劳务公司', creditCode: code },
          { name: '乙劳务公司', creditCode: code },
        ],
      ],
      ['信用代码', `${code}、${code}`, 'remark', null],
      ['合同价（万元）', '12,345.67', 'contractFen', 12_345_670_000n],
      ['合同签订日期', '2026.1.5', 'contractSignedOn', '2026-01-05'],
      ['施工许可证号', '330106202601200101', 'permitNumber', '330106202601200101'],
      ['施工许可日期', '2026年1月20日', 'permitOn', '2026-01-20'],
      ['开工日期', 46054, 'startsOn', '2026-02-01'],
      ['竣工日期', '20271231', 'endsOn', '2027-12-31'],
      ['人工费用拨付周期', '每月', 'laborCostCycleMonths', 1],
      ['拨付日', '每月10日', 'laborCostPayDay', 10],
      ['比例或金额', '20%', 'laborCostShareHundredths', 2000],
      ['工资发放日', '次月15日', 'payDay', 15],
      ['专户账号', '33001616735053000123', 'accountNumber', '33001616735053000123'],
      [
        '专户户名',
        '浙江某某建设集团有限公司滨江一期农民工工资专用账户',
        'accountName',
        '浙江某某建设集团有限公司滨江一期农民工工资专用账户',
      ],
      ['开户行', '建设银行杭州西湖支行', 'accountBank', '建设银行杭州西湖支行'],
      ['开立日期', { day: '2026-02-01', time: null }, 'accountOpenedOn', '2026-02-01'],
      ['三方协议日期', '2026-02-02', 'agreementOn', '2026-02-02'],
      ['保证金形式', '银行保函', 'depositForm', 'bank-guarantee'],
      ['金额', '2,469,134.00', 'depositFen', 246_913_400n],
      ['存储日期', '2026-02-05', 'depositOn', '2026-02-05'],
      ['到期日', '2027-02-04', 'depositExpiresOn', '2027-02-04'],
      ['工程款支付担保', '有', 'paymentGuarantee', { given: true, fen: null }],
      ['劳资专管员', '钱七', 'laborOfficer', '钱七'],
      ['联系电话', '0571-87654321', 'laborOfficerPhone', '057187654321'],
      ['维权信息告示牌日期', '2026-02-03', 'rightsNoticeOn', '2026-02-03'],
      ['监管部门', '杭州市住建局', 'regulator', '杭州市住建局'],
      ['考勤设备序列号', 'CEXA204560001；CEXA204560002', 'deviceSerials', ['CEXA204560001', 'CEXA204560002']],
    ]
    const { records, codes, table } = register(
      columns.map(([title]) => title),
      columns.map(([, cell]) => cell),
    )
    expect(table.unknown).toEqual([])
    expect(codes).toEqual([])
    expect(records).toMatchObject([
      {
        code: 'GC-2026-01',
        name: '滨江一期',
        sector: 'housing',
        areaCode: '330106',
        generalContractor: '浙江某某建设集团有限公司',
        payMonthOffset: 1,
        ...Object.fromEntries(columns.map(([, , field, value]) => [field, value])),
      },
    ])
  })

  it('takes a site with a general contractor for a project, and asks what else one is', () => {
    expect(register([], []).records).toMatchObject([{ kind: 'project' }])
    const header = ['项目编码', '门店名称', '行业', '行政区划', '用人单位', '类型']
    const lines = [
      ['用工点登记表'],
      header,
      ['MD-1', '西湖门店', '餐饮', '杭州市西湖区', '某某餐饮有限公司', '门店'],
      ['MD-2', '东湖门店', '餐饮', '杭州市西湖区', '某某餐饮有限公司', null],
      ['MD-3', '南湖门店', '餐饮', '杭州市西湖区', null, '门店'],
    ]
    const { records, codes } = readSample({ lines })
    expect(records).toMatchObject([
      { kind: 'establishment', employingUnit: '某某餐饮有限公司', generalContractor: null },
    ])
    expect(codes).toEqual(['F4 row.worksite-kind-missing', '5 row.unit-missing'])
  })

  it('reads an agreed amount of labour cost, by its own title or in a column for either', () => {
    expect(register(['人工费用金额（万元）'], [50]).records).toMatchObject([
      { laborCostFen: 50_000_000n, laborCostShareHundredths: null },
    ])
    expect(register(['比例或金额'], ['500000']).records).toMatchObject([{ laborCostFen: 50_000_000n }])
    expect(register(['人工费用比例（%）'], [20]).records).toMatchObject([{ laborCostShareHundredths: 2000 }])
  })

  it('refuses subcontractors and codes that cannot be paired', () => {
    const { codes } = register(['分包单位', '统一社会信用代码'], ['甲公司、乙公司', code])
    expect(codes).toEqual(['G3 row.subcontractors-differ'])
  })

  it('refuses what it cannot place: an area, a sector, a damaged account', () => {
    const lines = [
      ['项目登记表'],
      [...needed, '专户账号'],
      ['A', '一号项目', '房屋建筑', '鼓楼区', '某某公司', null],
      ['B', '二号项目', '航天', '杭州市西湖区', '某某公司', null],
      ['C', '三号项目', '房屋建筑', '330106', '某某公司', Number('33001616735053000123')],
      [3.30106202603e17, '四号项目', '房屋建筑', '330106', '某某公司', null],
    ]
    expect(readSample({ lines }).codes).toEqual([
      'D3 cell.area-ambiguous',
      'C4 cell.word-unknown',
      'F5 cell.card-damaged',
      'A6 cell.number-damaged',
    ])
  })

  it('doubts an end before the start and a credit code that fails its check', () => {
    const { records, codes } = register(
      ['建设单位', '统一社会信用代码', '开工日期', '竣工日期'],
      ['某某公司', '91350100M000100Y44', '2026-03-01', '2026-02-01'],
    )
    expect(records).toHaveLength(1)
    expect(codes).toEqual(['G3 cell.credit-code-check-digit', 'I3 row.ends-before-start'])
  })
})
