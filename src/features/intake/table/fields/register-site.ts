import { optional, required } from '../define.ts'
import { readArea } from '../values/area-values.ts'
import { readDay } from '../values/day-values.ts'
import { readCreditCode, readCreditCodes } from '../values/identity-values.ts'
import { readMoney } from '../values/number-values.ts'
import { readCode, readList, readText, readUnitName } from '../values/text-values.ts'
import { readSector, readWorksiteKind } from '../values/word-values.ts'

const creditCodeTitles = [
  '统一社会信用代码',
  '社会信用代码',
  '信用代码',
  '统一信用代码',
  '信用代码证号',
  '机构代码',
]

/** The titles of a unit's credit code: 建设单位统一社会信用代码, 建设单位信用代码, … */
function codeTitles(units: string): readonly string[] {
  return units.split(' ').flatMap((unit) => creditCodeTitles.map((title) => unit + title))
}

/** 项目登记表字段(一) — the worksite itself, the units around it, its contract and permit. */
export const siteFields = {
  code: optional(
    `
      项目编码 项目编号 项目代码 工程编码 工程编号 用工点编码 工程项目编码 工程项目编号
      标段编号 标段编码
    `,
    readCode,
    { telling: true },
  ),
  name: required(
    `
      项目名称 工程名称 用工点名称 工程项目名称 标段名称 门店名称 站点名称
      用工点
    `,
    readText,
    { weak: ['项目', '工程'] },
  ),
  kind: optional('类型 用工点类型 项目类型 用工类型', readWorksiteKind),
  sector: required(
    '行业 所属行业 行业类别 行业类型 工程类别 项目类别 行业领域 工程类型 项目行业',
    readSector,
  ),
  areaCode: required(
    `
      行政区划 行政区划代码 所属区划 所属区域 项目所在地 所在区县 所属区县 区划 区划代码
      所在区划 所在地 工程所在地 项目所属地区 所在地区 属地 区县 行政区
    `,
    readArea,
  ),
  projectOwner: optional(
    '建设单位 建设单位名称 业主单位 业主 项目业主 发包人 业主单位名称 甲方',
    readUnitName,
    { telling: true },
  ),
  projectOwnerCode: optional(codeTitles('建设单位 业主单位 业主'), readCreditCode, {
    after: { field: 'projectOwner', titles: creditCodeTitles },
  }),
  generalContractor: optional(
    `
      施工总承包单位 施工总承包单位名称 总承包单位 总包单位 施工总包单位 总承包单位名称
      总包单位名称 施工单位 施工单位名称 总承包企业 总包 施工总承包企业 总包企业 施工企业
      工程总承包单位 承包人
    `,
    readUnitName,
    { telling: true },
  ),
  generalContractorCode: optional(
    codeTitles(
      '施工总承包单位 总承包单位 总包单位 施工单位 施工总包单位 总包 总承包企业 施工总承包企业 总包企业',
    ),
    readCreditCode,
    { after: { field: 'generalContractor', titles: creditCodeTitles } },
  ),
  subcontractors: optional(
    '分包单位 分包单位名称 劳务分包单位 专业分包单位 劳务公司 劳务单位 分包企业 分包',
    readList,
  ),
  subcontractorCodes: optional(
    codeTitles('分包单位 劳务分包单位 劳务公司 劳务单位 分包企业'),
    readCreditCodes,
    { after: { field: 'subcontractors', titles: creditCodeTitles } },
  ),
  employingUnit: optional(
    '用人单位 用人单位名称 用工单位 用工单位名称 企业名称 单位名称 经营单位',
    readUnitName,
  ),
  employingUnitCode: optional(codeTitles('用人单位 用工单位 企业 单位'), readCreditCode, {
    after: { field: 'employingUnit', titles: creditCodeTitles },
  }),
  regulator: optional('监管部门 行业主管部门 主管部门 行业监管部门 监管单位 行业工程建设主管部门', readText),
  contractFen: optional(
    `
      合同价 合同金额 合同造价 合同价款 工程造价 合同总价 施工合同价 施工合同额 合同额
      中标价 工程合同价 施工合同金额 合同总额 总造价
    `,
    readMoney,
    { unit: 'money', sum: true },
  ),
  contractSignedOn: optional(
    `
      合同签订日期 合同签订时间 施工合同签订日期 施工合同签订时间 签订日期 合同日期 签约日期
      总包合同签订日期
    `,
    readDay,
  ),
  permitOn: optional(
    `
      施工许可日期 施工许可证日期 施工许可证发证日期 许可证日期 施工许可证核发日期
      施工许可时间 施工许可证取得日期 开工报告批复日期 施工许可证办理日期 发证日期
    `,
    readDay,
    { after: { field: 'permitNumber', titles: ['日期', '取得日期', '核发日期'] } },
  ),
  permitNumber: optional('施工许可证号 施工许可证编号 施工许可证 许可证号 施工许可号 施工许可编号', readCode),
  startsOn: optional('开工日期 开工时间 实际开工日期 计划开工日期 合同开工日期 开工', readDay),
  endsOn: optional(
    `
      竣工日期 竣工时间 计划竣工日期 合同竣工日期 预计竣工日期 完工日期 计划完工日期
      预计完工日期 竣工
    `,
    readDay,
  ),
  completedOn: optional('实际竣工日期 实际完工日期 竣工验收日期 实际竣工时间 竣工验收时间', readDay),
  remark: optional('备注 说明', readText, { first: true }),
}
