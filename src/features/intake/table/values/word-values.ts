import type { Cell } from '../../../../platform/sheets/cell.ts'
import { compactText, shown } from '../text.ts'
import type { Reading } from '../types.ts'
import type { RateKind } from './number-values.ts'

/** 用工点类型 */
export type WorksiteKind = 'project' | 'establishment' | 'labor-platform'

/** 行业 — the sectors by which a regulator's view is cut; each is watched by one department in most places. */
export const sectors = [
  'housing', // 房屋建筑与市政
  'transport', // 公路、港口与航道
  'water', // 水利水电
  'railway', // 铁路
  'energy', // 电力、能源
  'telecom', // 通信
  'industry', // 矿山、冶炼、石油化工
  'land', // 自然资源、农田、园林
  'manufacturing', // 制造业
  'services', // 餐饮、商贸、家政等服务业
  'delivery', // 快递、外卖配送
  'ride-hailing', // 网约车
  'other', // 其他
] as const
export type Sector = (typeof sectors)[number]

export type DepositForm = 'cash' | 'bank-guarantee' | 'surety-insurance' | 'exempt'
export type PayCycle = 'month' | 'half-month' | 'week' | 'day' | 'task'
export type Direction = 'in' | 'out'
export type PayoutStatus = 'paid' | 'failed' | 'returned' | 'pending'

/**
 * 发放日 — a day of the month, or of the week (1 Monday), and whether in the month worked (0) or the next (1).
 */
export interface PayDay {
  readonly day: number | null
  readonly weekday: number | null
  readonly monthOffset: 0 | 1 | null
}

/**
 * Makes a reader for words: the first entry whose pattern the text matches, or a problem that lists what is
 * allowed.
 */
function words<T>(
  shownWords: string,
  entries: readonly (readonly [T, RegExp])[],
): (cell: Cell) => Reading<T> {
  return (cell) => {
    const text = compactText(cell)
    const found = entries.find(([, pattern]) => pattern.test(text))
    return found === undefined
      ? { problem: 'cell.word-unknown', data: { value: shown(cell), allowed: shownWords } }
      : { value: found[0] }
  }
}

export const readSex = words<'male' | 'female'>('男、女', [
  ['male', /^(?:男性?|M|male)$/i],
  ['female', /^(?:女性?|F|female)$/i],
])

export const readYesNo = words<boolean>('是、否', [
  [true, /^(?:是|有|已.*|Y|yes|true|1|√|✓|✔|☑)$/i],
  [false, /^(?:否|没有?|无|未.*|N|no|false|0|×|✗|☐)$/i],
])

export const readWorksiteKind = words<WorksiteKind>('工程项目、用人单位、平台站点', [
  ['project', /^(?:project|(?:在建)?(?:工程)?项目|(?:建设|施工)?工程|工程建设.*|建设项目|标段)$/],
  ['establishment', /^(?:establishment|企业|工厂|门店|用人单位|厂|店|制造.*)$/],
  ['labor-platform', /^(?:labor-platform|平台|平台站点|站点|平台(?:企业|用工)|新就业形态.*)$/],
])

export const readSector = words<Sector>(
  '房屋建筑、市政、交通、水利、铁路、电力、通信、矿山、自然资源、制造业、服务业、快递外卖、网约车、其他',
  [
    ['housing', /房|市政|装饰|装修|机电安装|住建|^(?:建筑业?|建筑工程|housing)$/],
    ['railway', /铁路|轨道|^railway$/],
    ['transport', /交通|公路|港口|航道|道路|桥梁|隧道|机场|^transport$/],
    ['water', /水利|水电|水务|^water$/],
    ['telecom', /通信|电信|^telecom$/],
    ['energy', /电力|能源|光伏|风电|燃气|^energy$/],
    ['industry', /矿|冶炼|冶金|化工|石油|^industry$/],
    ['land', /自然资源|国土|农田|农业|林业|园林|^land$/],
    ['delivery', /快递|外卖|配送|物流|^delivery$/],
    ['ride-hailing', /网约车|出行|^ride-hailing$/],
    ['manufacturing', /制造|加工|工厂|纺织|服装|电子|^manufacturing$/],
    ['services', /餐饮|住宿|服务|商贸|零售|家政|物业|保安|^services$/],
    ['other', /^(?:其他|其它|other)$/],
  ],
)

export const readDepositForm = words<DepositForm>('现金、银行保函、保险、免缴', [
  ['exempt', /免|exempt/],
  ['surety-insurance', /保险|保单|surety-insurance/],
  ['bank-guarantee', /保函|bank-guarantee/],
  ['cash', /现金|存储|存款|转账|缴存|货币|cash/],
])

export const readPayCycle = words<PayCycle>('月、半月、周、日、完工', [
  ['half-month', /^(?:每|按)?(?:半个?月|半月结)|^half-month$/],
  ['month', /^(?:每|按)?(?:1|一)?个?月(?:结|付|发|度|发放|支付)?$|^month$/],
  ['week', /^(?:每|按)?(?:周|星期|一周)(?:结|付|发)?$|^week$/],
  ['day', /^(?:每|按)?(?:日|天)(?:结|付|发)?$|^day$/],
  ['task', /完工|完成|项目结束|计件结算|^按量|^task$/],
])

export const readRateKind = words<RateKind>('日、时、月、件', [
  ['hour', /时|^hour$/],
  ['month', /月|固定|^month$/],
  ['piece', /件|量|平方|方|包|^piece$/],
  ['day', /日|天|点工|^day$/],
])

/** 人工费用拨付周期 — months. Cycles shorter than a month can't be told in months and are refused. */
export const readCycleMonths = words<number>('每月、2个月、每季度', [
  [1, /^(?:每|按)?(?:1|一)?个?月(?:度|付|结|一次|一拨)?$|^(?:30|31)(?:天|日)$|^1$/],
  [2, /^(?:每)?(?:2|二|两)个?月(?:一次)?$|^2$/],
  [3, /^(?:每|按)?(?:一?个?季度?)(?:付|结)?$|^(?:每)?(?:3|三)个?月(?:一次)?$|^3$/],
  [6, /^(?:每|按)?半年(?:度)?$|^(?:每)?(?:6|六)个?月$|^6$/],
  [12, /^(?:每|按)?(?:1|一)?年(?:度)?$|^(?:12|十二)个?月$|^12$/],
])

export const readDirection = words<Direction>('进、出', [
  ['in', /^(?:进|入|进场|入场|进门|进入|上班|签到|进工地|IN|I|1|01)$/i],
  ['out', /^(?:出|离|出场|离场|出门|离开|外出|下班|签退|出工地|OUT|O|0|2|02)$/i],
])

/** 支付状态 — a payout that came back (退票, 退汇) differs from one that never left (失败). */
export const readPayoutStatus = words<PayoutStatus>('成功、失败、退票、处理中', [
  ['returned', /退票|退汇|退回|冲正|^returned$/i],
  ['failed', /失败|不成功|未成功|拒绝|无效|作废|错误|未入账|^(?:F|E|fail(?:ed)?)$/i],
  ['pending', /处理中|待处理|未处理|待|在途|可疑|未知|^(?:P|pending)$/i],
  ['paid', /成功|已入账|已发放|已支付|到账|完成|正常|^(?:S|0|0000|00000|000000|AAAAAAA|success|paid)$/i],
])

const weekdays = '一二三四五六日'

/**
 * 工资发放日 — a day of the month (15, 每月15日, 次月15日前, 当月25日, 月末 as 31) or of the week (每周五). Whether it lies
 * in the month worked or the next is said only where the text says so.
 */
export function readPayDay(cell: Cell): Reading<PayDay> {
  const text = compactText(cell)
  const week = /^(?:每)?(?:周|星期)([一二三四五六日天])$/.exec(text)?.[1]
  if (week !== undefined) {
    return {
      value: { day: null, weekday: weekdays.indexOf(week === '天' ? '日' : week) + 1, monthOffset: null },
    }
  }
  const [, when = '', date, end] =
    /^(每月|次月|下月|当月|本月|每个月)?的?(?:(\d{1,2})[日号]?|(月?末|月?底|最后一[日天]))(?:之?前|以前|发放|支付)?$/.exec(
      text,
    ) ?? []
  const day = end === undefined ? Number(date) : 31
  if (!(day >= 1 && day <= 31)) {
    return { problem: 'cell.pay-day-unreadable', data: { value: shown(cell) } }
  }
  const monthOffset = /次月|下月/.test(when) ? 1 : /当月|本月/.test(when) ? 0 : null
  return { value: { day, weekday: null, monthOffset } }
}
