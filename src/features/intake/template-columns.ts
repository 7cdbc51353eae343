import type { TemplateKind } from '../../contract/intake.ts'
import type { Cell } from '../../platform/sheets/cell.ts'

/** 模板列 — one column of a blank table, as the explanation sheet tells of it; examples are invented. */
export interface TemplateColumn {
  readonly title: string
  readonly meaning: string
  readonly example: Cell
  readonly required?: true
  /** 下拉列表 */
  readonly values?: readonly string[]
  /** Other values than those of the list are accepted too. */
  readonly open?: true
  /** A number whose digits must stay as they are typed. */
  readonly text?: true
}

export interface TemplateTable {
  /** What stands above the header; labels are filled in behind their colons. */
  readonly title: string
  readonly columns: readonly TemplateColumn[]
  readonly notes: readonly string[]
}

const above = '项目编码：　　　　　　项目名称：　　　　　　　　'
const aboveMonthly = `${above}所属月份：　　　　　　编号：　　　　　　`

const projectNote = '项目编码、项目名称写在表上方的冒号后面，二者写一个即可；编码以项目登记表中的为准。'
const monthNote = '所属月份写成 2026-03 这样的形式。'
const keepNote = '不要改动表头的列名；可以增加或删去选填的列，序号、合计、签字行不影响读取。'

const serial: TemplateColumn = { title: '序号', meaning: '流水号，不读取。', example: 1 }
const crew: TemplateColumn = { title: '班组', meaning: '所在班组。', example: '木工一班' }
const unit: TemplateColumn = {
  title: '用人单位',
  meaning: '与工人签订劳动合同的单位；总包自有人员可以不写。',
  example: '安和劳务有限公司（虚构）',
}
const name: TemplateColumn = { title: '姓名', meaning: '与身份证一致。', example: '张大山', required: true }
const idNumber: TemplateColumn = {
  title: '身份证号',
  meaning: '18 位。列已设为文本；从别处粘贴时请选“只粘贴值”，否则 Excel 会丢掉末尾几位。',
  example: '330106198506120015',
  required: true,
  text: true,
}
const phone: TemplateColumn = {
  title: '联系电话',
  meaning: '11 位手机号。',
  example: '13800138000',
  text: true,
}
const attendanceNo: TemplateColumn = {
  title: '考勤号',
  meaning: '考勤机里登记的工号；有考勤机的项目必须写，打卡记录靠它对应到人。',
  example: '1001',
  text: true,
}
const bankCard: TemplateColumn = {
  title: '银行卡号',
  meaning: '工人本人的工资卡。列已设为文本。',
  example: '6222021202000000019',
  text: true,
}
const bankName: TemplateColumn = { title: '开户银行', meaning: '开卡的银行。', example: '中国建设银行' }
const rate: TemplateColumn = {
  title: '工资标准',
  meaning: '劳动合同约定的单价，单位元。',
  example: 320,
}
const rateKind: TemplateColumn = {
  title: '计薪方式',
  meaning: '工资标准按什么计算。',
  example: '日',
  values: ['日', '时', '月', '件'],
}
const remark: TemplateColumn = { title: '备注', meaning: '不参与计算。', example: '' }

function creditCode(title: string, example: string): TemplateColumn {
  return { title, meaning: '18 位统一社会信用代码。', example, text: true }
}

function day(title: string, meaning: string, example: string): TemplateColumn {
  return { title, meaning: `${meaning}写成 2026-03-15 这样的形式。`, example }
}

const sectors =
  '房屋建筑 市政 交通 水利 铁路 电力 通信 矿山 自然资源 制造业 服务业 快递外卖 网约车 其他'.split(' ')

const worksiteRegister: readonly TemplateColumn[] = [
  serial,
  {
    title: '项目编码',
    meaning: '唯一的编码，以后各类表格靠它找到项目。',
    example: 'XM-2026-001',
    required: true,
    text: true,
  },
  { title: '项目名称', meaning: '施工许可证上的名称。', example: '安平家园一期（虚构）', required: true },
  {
    title: '类型',
    meaning: '工程项目、工厂门店等用人单位，或平台站点；不写按工程项目。',
    example: '工程项目',
    values: ['工程项目', '用人单位', '平台站点'],
  },
  { title: '行业', meaning: '决定由谁监管。', example: '房屋建筑', required: true, values: sectors },
  {
    title: '行政区划',
    meaning: '6 位代码（或 9 位到乡镇街道），也可写“杭州市西湖区”这样的名称。',
    example: '330106',
    required: true,
    text: true,
  },
  { title: '建设单位', meaning: '工程的发包人。', example: '安平置业有限公司（虚构）' },
  creditCode('建设单位统一社会信用代码', '91330106MA2AAAAA02'),
  { title: '施工总承包单位', meaning: '工程项目必填。', example: '安和建设有限公司（虚构）' },
  creditCode('施工总承包单位统一社会信用代码', '91330106MA2BBBBB0A'),
  { title: '用人单位', meaning: '工厂、门店、平台站点必填；工程项目不写。', example: '' },
  { title: '分包单位', meaning: '几个单位用顿号隔开。', example: '安和劳务有限公司（虚构）' },
  creditCode('分包单位统一社会信用代码', '91330106MA2CCCCC0J'),
  { title: '合同价（元）', meaning: '施工合同总价，单位元。', example: 86000000 },
  day('合同签订日期', '施工合同签订日期。', '2025-10-20'),
  day('施工许可日期', '施工许可证的发证日期。', '2025-11-10'),
  { title: '施工许可证号', meaning: '施工许可证编号。', example: '330106202511100001', text: true },
  day('开工日期', '', '2025-11-15'),
  day('竣工日期', '合同约定的竣工日期。', '2027-05-31'),
  {
    title: '人工费用拨付周期',
    meaning: '建设单位拨付人工费用的周期，不超过一个月。',
    example: '每月',
    values: ['每月', '2个月', '每季度'],
    open: true,
  },
  { title: '人工费用拨付日', meaning: '每期拨付的日子。', example: '每月10日' },
  { title: '人工费用拨付比例', meaning: '占工程进度款的百分比；约定金额的写下一列。', example: '25%' },
  { title: '人工费用金额（元）', meaning: '每期拨付的金额，单位元。', example: '' },
  { title: '工资发放日', meaning: '每月发放工资的日子。', example: '次月15日' },
  { title: '专户账号', meaning: '农民工工资专用账户账号。', example: '33050161000000000001', text: true },
  { title: '专户开户行', meaning: '开户银行网点。', example: '中国建设银行杭州西湖支行' },
  day('专户开立日期', '', '2025-11-20'),
  day('三方协议日期', '资金管理三方协议签订日期。', '2025-11-20'),
  {
    title: '保证金形式',
    meaning: '工资保证金的形式。',
    example: '银行保函',
    values: ['现金', '银行保函', '保险', '免缴'],
  },
  { title: '保证金金额（元）', meaning: '单位元。', example: 1290000 },
  day('保证金存储日期', '存入或保函开具的日期。', '2025-11-18'),
  day('保证金到期日', '保函或保险的到期日。', '2027-12-31'),
  { title: '工程款支付担保', meaning: '建设单位提供的担保：是、否或金额（元）。', example: '是' },
  { title: '劳资专管员', meaning: '总包配备的劳资专管员。', example: '李明' },
  { title: '劳资专管员电话', meaning: '手机或带区号的座机。', example: '13800138001', text: true },
  day('维权信息告示牌日期', '告示牌设立日期。', '2025-11-25'),
  { title: '考勤设备序列号', meaning: '几台设备用顿号隔开。', example: 'AXG2025000101', text: true },
  remark,
]

const roster: readonly TemplateColumn[] = [
  serial,
  unit,
  crew,
  name,
  idNumber,
  { title: '性别', meaning: '可不写，身份证号里有。', example: '男', values: ['男', '女'] },
  phone,
  { title: '家庭住址', meaning: '户籍或常住地址。', example: '浙江省杭州市西湖区（虚构）1 号' },
  { title: '工种', meaning: '从事的工种。', example: '木工' },
  attendanceNo,
  day('进场日期', '', '2026-03-01'),
  day('退场日期', '未退场不写。', ''),
  day('劳动合同签订日期', '', '2026-03-01'),
  rate,
  rateKind,
  {
    title: '工资支付周期',
    meaning: '多长时间发一次工资。',
    example: '月',
    values: ['月', '半月', '周', '日', '完工'],
  },
  { title: '工资发放日', meaning: '与项目的发放日不同时写。', example: '次月15日' },
  bankCard,
  bankName,
  remark,
]

const direction: TemplateColumn = {
  title: '进出方向',
  meaning: '进场或出场；不写则按时间先后配对。',
  example: '进',
  values: ['进', '出'],
}

const attendancePunches: readonly TemplateColumn[] = [
  serial,
  crew,
  { ...name, title: '工人姓名' },
  { ...idNumber, title: '工人身份证号', meaning: `与考勤号写一个即可。${idNumber.meaning}` },
  attendanceNo,
  {
    title: '考勤时间',
    meaning: '一行一次打卡，精确到分或秒。',
    example: '2026-03-02 07:28:10',
    required: true,
  },
  direction,
  remark,
]

const dayColumns = Array.from(
  { length: 31 },
  (_, at): TemplateColumn => ({
    title: String(at + 1),
    meaning: '√ 出勤一天，半 半天，× 缺勤，休 休息；也可写 0.5、1 这样的天数。',
    example: at === 0 ? '休' : at < 29 ? '√' : '',
    values: ['√', '半', '×', '休'],
    open: true,
  }),
)

const attendanceGrid: readonly TemplateColumn[] = [
  serial,
  crew,
  name,
  { ...idNumber, meaning: `与花名册一致；同名的人必须写。${idNumber.meaning}` },
  ...dayColumns,
  { title: '出勤天数', meaning: '用来核对每日标记之和。', example: 28 },
  remark,
]

const payroll: readonly TemplateColumn[] = [
  serial,
  unit,
  crew,
  name,
  idNumber,
  { title: '出勤天数', meaning: '当月实际出勤天数。', example: 28 },
  rate,
  rateKind,
  { title: '加班工资', meaning: '单位元，已含在应发工资内。', example: 0 },
  { title: '应发工资', meaning: '单位元。', example: 8960, required: true },
  { title: '借支', meaning: '已预支的生活费等，单位元。', example: 1000 },
  { title: '扣款', meaning: '其他扣款合计，单位元。', example: 0 },
  { title: '实发工资', meaning: '应发减去借支和扣款，单位元。', example: 7960 },
  bankCard,
  bankName,
  { title: '农民工签字', meaning: '工人本人签字或捺印；整列空着表示没有报告。', example: '张大山' },
  remark,
]

const bankPayouts: readonly TemplateColumn[] = [
  serial,
  { title: '户名', meaning: '收款人户名。', example: '张大山', required: true },
  { ...bankCard, title: '账号', meaning: '收款账号。列已设为文本。', required: true },
  bankName,
  { title: '金额（元）', meaning: '单位元。', example: 7960, required: true },
  {
    title: '交易状态',
    meaning: '银行处理结果；付出后又退回的写退票。',
    example: '成功',
    required: true,
    values: ['成功', '失败', '退票', '处理中'],
  },
  { title: '失败原因', meaning: '失败或退票的原因。', example: '' },
  { ...day('交易日期', '', '2026-04-15'), required: true },
  { title: '流水号', meaning: '银行流水号。', example: 'LS20260415000001', text: true },
  { title: '附言', meaning: '写明所属月份，便于对应到工资。', example: '2026年3月工资' },
]

/** 模板 — the blank table of every kind. */
export const templateTables: Readonly<Record<TemplateKind, TemplateTable>> = {
  'worksite-register': { title: '项目登记表', columns: worksiteRegister, notes: [keepNote] },
  roster: { title: `农民工花名册　　${above}`, columns: roster, notes: [projectNote, keepNote] },
  'attendance-punches': {
    title: `考勤记录　　${above}`,
    columns: attendancePunches,
    notes: [projectNote, keepNote],
  },
  'attendance-grid': {
    title: `农民工考勤表　　${aboveMonthly}`,
    columns: attendanceGrid,
    notes: [projectNote, monthNote, keepNote],
  },
  payroll: {
    title: `农民工工资支付表　　${aboveMonthly}`,
    columns: payroll,
    notes: [
      projectNote,
      monthNote,
      '编号用来区分同一单位同一月份的几张表：编号相同的替换原来整张表，编号不同的为另一张，例如 01、02。',
      keepNote,
    ],
  },
  'bank-payouts': { title: `工资代发结果　　${above}`, columns: bankPayouts, notes: [projectNote, keepNote] },
}
