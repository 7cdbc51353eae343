import { defineTable, doubt, refuse, titlePattern } from '../define.ts'
import type { RowContext, ValuesOf } from '../types.ts'
import { fundFields } from './register-funds.ts'
import { siteFields } from './register-site.ts'

const fields = { ...siteFields, ...fundFields }

type Values = ValuesOf<typeof fields>

/** 项目登记表 — worksites, the units around them and what the law asks of them; a row each. */
export const worksiteRegister = defineTable({
  kind: 'worksite-register',
  fields,
  titleWords: /项目(?:登记|台账|清单|信息|汇总|一览)|登记表|在建(?:工程)?项目|用工点/,
  keys: ['code', 'name'],
  oneOf: [['generalContractor', 'employingUnit']],
  unused: titlePattern(`
    序号? 编号 项目经理.* 项目负责人.* 法定代表人.* 法人.* 建设规模 建筑面积 面积 监理单位.*
    设计单位.* 勘察单位.* 项目地址 工程地址 地址 详细地址 项目状态 状态 形象进度 工程进度 联系人 投资性质
    资金来源 项目性质 政府投资 是否.* 原因 reason
  `),
  fromPreamble: {},
  finish: (values: Values, _series, context) => {
    const unit = values.generalContractor ?? values.employingUnit
    if (unit === null) {
      return refuse(context, { code: 'row.unit-missing', field: 'generalContractor' })
    }
    const kind = values.kind ?? (values.generalContractor === null ? null : 'project')
    if (kind === null) {
      return refuse(context, { code: 'row.worksite-kind-missing', field: 'kind' })
    }
    const subcontractors = pairSubcontractors(values, context)
    if (subcontractors === null) {
      return []
    }
    const {
      subcontractorCodes,
      laborCostTerm,
      laborCostShare,
      laborCostFen,
      laborCostPayDay,
      payDay,
      ...plain
    } = values
    const term = laborCostTerm ?? {}
    checkOrder(values, context)
    return [
      {
        ...plain,
        kind,
        subcontractors,
        deviceSerials: plain.deviceSerials ?? [],
        laborCostPayDay: laborCostPayDay?.day ?? null,
        laborCostShareHundredths: laborCostShare ?? ('shareHundredths' in term ? term.shareHundredths : null),
        laborCostFen: laborCostFen ?? ('fen' in term ? term.fen : null),
        payDay: payDay?.day ?? null,
        payMonthOffset: payDay?.monthOffset ?? null,
      },
    ]
  },
})

/**
 * Units and codes of two cells that list several; a count that differs refuses the row, since pairs would be
 * guessed.
 */
function pairSubcontractors(
  values: Values,
  context: RowContext,
): { name: string; creditCode: string | null }[] | null {
  const names = values.subcontractors ?? []
  const codes = values.subcontractorCodes ?? []
  if (codes.length > 0 && codes.length !== names.length) {
    refuse(context, {
      code: 'row.subcontractors-differ',
      data: { names: names.length, codes: codes.length },
      field: 'subcontractorCodes',
    })
    return null
  }
  return names.map((name, at) => ({ name: name.replace(/\s+/g, ''), creditCode: codes[at] ?? null }))
}

function checkOrder(values: Values, context: RowContext): void {
  if (values.startsOn !== null && values.endsOn !== null && values.endsOn < values.startsOn) {
    doubt(context, {
      code: 'row.ends-before-start',
      data: { start: values.startsOn, end: values.endsOn },
      field: 'endsOn',
    })
  }
}
