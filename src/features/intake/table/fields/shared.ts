import type { Cell } from '../../../../platform/sheets/cell.ts'
import { optional, required, split } from '../define.ts'
import type { Reading } from '../types.ts'
import { readBankCard, readIdNumber, readPhone } from '../values/identity-values.ts'
import { type Rate, type RateKind, readRate } from '../values/number-values.ts'
import { readCode, readName, readText, readUnitName } from '../values/text-values.ts'
import { readRateKind } from '../values/word-values.ts'

/** 常见标题 — titles of columns that every table may have and that nothing is read from. */
export const unusedTitles = `
  序号? 序列 行号 no num 照片 头像 出生(?:日期|年月)? 年龄 籍贯 民族 文化程度 学历 政治面貌
  婚姻状况? 国籍 职务 岗位 职位 级别 等级 技能等级 紧急联系人.* 证件类型
  身份证(?:类型|有效期.*|地址|发证机关) 发证机关 签发机关 有效期.* 是否.* 有无.* 健康状况 血型
  安全(?:教育|培训|交底).* 三级教育.* 保险.*号 录入.* 创建.* 更新.* 操作.* 审核.* 制表.* 原因 reason
`

export const nameTitles = split(`
      姓名 工人姓名 农民工姓名 工人名字 名字 员工姓名 人员姓名 职工姓名 民工姓名
      务工人员姓名 从业人员姓名 name 用户姓名 人员名称
    `)

export const idNumberTitles = split(`
      身份证号码 身份证号 身份证 居民身份证号码 居民身份证号 居民身份证 公民身份号码
      公民身份证号码 工人身份证 工人身份证号 工人身份证号码 员工身份证号 证件号码 证件号
      身份证件号码 身份证件号 有效证件号码 身份证编号 身份证号/护照号 idcard
      idnumber 身份号码 身份证信息 收款人身份证号 收款人证件号码
    `)

export const cardTitles = split(`
      银行卡号 工资卡号 银行账号 银行帐号 银行卡 工资卡 工资卡账号 工资卡帐号 账号 帐号
      卡号 银行卡账号 银行卡帐号 工资卡银行账号 个人账号 个人银行账号 收款账号 收款帐号
      收款人账号 收款人帐号 收款卡号 收款账户 社保卡号 社保卡银行账号 工资发放账号 银行账户
      银行账户号 银行卡号码 工人银行卡号 工人工资卡号 工资账号 工资帐号 对方账号 对方帐号
      存折号 卡号/账号 账号/卡号 银行卡号/账号 收款方账号 入账账号
    `)

const bankTitles = split(`
      开户银行 开户行 账户银行 建行开户行 开户行名称 开户银行名称 银行名称 所属银行 银行
      开户地 银行卡开户行 工资卡开户行 工资卡开户银行 收款银行 收款行 收款人开户行
      收款方开户行 开户支行 开户网点 发卡行 发卡银行 工资卡银行 开户行全称 银行卡所属银行
      账号开户行 工资卡所属银行 收款行名称
    `)

const attendanceNoTitles = split(`
      考勤号 考勤号码 考勤编号 工号 工人工号 员工编号 员工号 员工工号
      人员编号 工人编号 登记号 登记号码 用户号 用户编号 用户id 人员工号 pin
      userid 考勤id 考勤机工号 考勤卡号 门禁号 胸卡号 安全帽编号
    `)

/** 姓名 */
export const name = required(nameTitles, readName, { weak: ['户名', '收款人', '收款人姓名', '收款人户名'] })

/** 身份证号 */
export const idNumber = optional(idNumberTitles, readIdNumber)

/** 银行卡号 */
export const bankCard = optional(cardTitles, readBankCard)

/** 开户行 */
export const bankName = optional(bankTitles, readText, { spread: true, first: true })

/** 手机号 */
export const phone = optional(
  `
    联系电话 电话 手机号码 手机号 手机 联系方式 电话号码 联系手机 本人电话 本人联系电话
    工人电话 联系号码 移动电话 手机/电话
  `,
  readPhone,
)

/** 班组 */
export const crew = optional(
  `
    班组 所属班组 班组名称 施工班组 所在班组 作业班组 工人班组 劳务班组 队伍 施工队
    施工队伍 班组/工种
  `,
  readText,
  { spread: true },
)

/** 工种 */
export const workType = optional(
  '工种 工种名称 岗位工种 工种/岗位 岗位/工种 作业工种 从事工种 工种岗位',
  readText,
  { spread: true },
)

/** 用人单位 */
export const employingUnit = optional(
  `
    用人单位 用人单位名称 用工单位 用工单位名称 分包单位 分包单位名称 劳务公司
    劳务公司名称 劳务单位 劳务分包单位 劳务企业 所属企业 所属单位 所属公司 参建单位
    参建单位名称 所在企业 企业名称 单位名称 所属参建单位 所在单位 分包企业 专业分包单位
    用工企业 工作单位
  `,
  readUnitName,
  { spread: true, first: true },
)

/** 项目名称 */
export const worksiteName = optional(
  `
    项目名称 工程名称 所属项目 所在项目 项目 用工点 用工点名称 工程项目名称 所属工程
    项目部 工地名称 工程项目
  `,
  readText,
  { spread: true, first: true },
)

/** 项目编码 */
export const worksiteCode = optional(
  `
    项目编码 项目编号 项目代码 工程编码 工程编号 工程项目编码 工程项目编号 用工点编码
    所属项目编码
  `,
  readCode,
  { spread: true, first: true },
)

/** 备注 */
export const remark = optional('备注 说明 备注说明 备注信息 其他说明', readText, { first: true })

/** 考勤号 */
export const attendanceNo = optional(attendanceNoTitles, readNumberCode)

/** A device user's number as a gate writes it: without the .0 that a sheet may add. */
function readNumberCode(cell: Cell): Reading<string> {
  const reading = readCode(cell)
  return 'problem' in reading ? reading : { value: reading.value.replace(/\.0+$/, '') }
}

/** 工资标准 — each title that names its unit is a field of its own, so that the unit isn't lost. */
export const rates = {
  rate: optional(
    `
      工资标准 计薪标准 薪资标准 工价 约定工资 工资标准/单价 合同工资 合同约定工资
      约定工资标准 劳动报酬 工资约定 计薪单价 约定计薪标准
    `,
    readRate,
    { weak: ['单价'], spread: true },
  ),
  dayRate: optional(
    `
      日薪 日单价 工日单价 日工资 日工资标准 单价/天 日工资单价 日工价 每日工资 工日工资
      点工单价 日薪标准 工日单价/天 单价元/天 单价元/工日 工资标准元/天 工资标准元/日
      工资标准元/工日
    `,
    readRate,
    { spread: true },
  ),
  hourRate: optional(
    `
      时薪 小时工资 工时单价 小时单价 小时工资标准 单价/小时 每小时工资 时薪标准
      单价元/小时 工资标准元/小时
    `,
    readRate,
    { spread: true },
  ),
  monthRate: optional(
    `
      月薪 月工资 月工资标准 月薪标准 每月工资 单价/月 单价元/月 工资标准元/月 固定工资
      月基本工资标准
    `,
    readRate,
    { spread: true },
  ),
  pieceRate: optional(
    `
      计件单价 工程量单价 单价/量 计件工资标准 计量单价 综合单价 单价/平方 单价/立方
      单价元/m2 单价元/平方 单价元/m3
    `,
    readRate,
    { spread: true },
  ),
  rateKind: optional(
    `
      计薪方式 计酬方式 工资计算方式 计薪类型 工资类型 工资计算类型 工资形式 计薪形式
      工资计发方式 薪资类型 工资结算方式
    `,
    readRateKind,
    { spread: true },
  ),
}

type RateValues = { readonly [K in Exclude<keyof typeof rates, 'rateKind'>]: Rate | null } & {
  readonly rateKind: RateKind | null
}

/** 归并工资标准 — the rate of the row with its kind: by the title, the cell, or the column 计薪方式, in this order. */
export function mergeRate(values: RateValues): { rateFen: bigint | null; rateKind: RateKind | null } {
  const byTitle: readonly (readonly [RateKind, Rate | null])[] = [
    ['day', values.dayRate],
    ['hour', values.hourRate],
    ['month', values.monthRate],
    ['piece', values.pieceRate],
  ]
  const preferred = byTitle.find(([kind, rate]) => rate !== null && kind === values.rateKind)
  const [kind, rate] = preferred ?? byTitle.find(([, each]) => each !== null) ?? [null, values.rate]
  return { rateFen: rate?.fen ?? null, rateKind: kind ?? rate?.kind ?? values.rateKind }
}
