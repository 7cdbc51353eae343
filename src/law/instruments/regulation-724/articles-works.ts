import { gist } from '../../cite.ts'

/** 第四章 — arts. 23 to 37: special rules for construction. */
export const worksArticles = {
  23: gist(
    '资金没有安排好的项目不得开工、不发施工许可；政府项目不得让施工单位垫资。',
    'No start and no permit without funds; builders do not pre-finance government projects.',
  ),
  24: gist(
    '建设单位提供工程款支付担保；合同写明计量周期、结算办法、人工费用及其拨付周期，周期最长1个月。',
    'A payment guarantee; contract terms on measuring, settlement, labor cost cycle, at most a month.',
  ),
  25: gist(
    '分包合同书面写明计量周期和进度款结算办法。',
    'The subcontract states measuring and settlement of progress in writing.',
  ),
  26: gist(
    '总包为项目开专用账户，只用于发本项目农民工工资，资料留存备查。',
    'A wage account used only for the wages of this project; its papers are kept.',
  ),
  27: gist(
    '银行发现资金没按约到账要通知总包，总包报告人社和行业部门并纳入预警；完工无拖欠，公示满30日可申请销户。',
    'Bank tells, contractor reports money not paid in; closing after 30 days of notice.',
  ),
  28: gist(
    '先签合同并实名登记再进场；项目部配劳资专管员；用工管理台账存到完工且工资结清后至少3年。',
    'Contract and enrollment before entry; a labor officer; the ledger kept 3 years after the end.',
  ),
  29: gist(
    '建设单位按约付工程款并把人工费用足额拨到专用账户；因其迟付欠薪的，在未结工程款内先垫付；集体讨薪要处理并报告。',
    'Owner pays on time; if late payment causes arrears it advances up to the unsettled sum.',
  ),
  30: gist(
    '分包对自招农民工的工资负直接责任；分包拖欠或项目转包欠薪，总包先清偿再追偿。',
    'Subcontractors answer for their workers; the general contractor pays first, with recourse.',
  ),
  31: gist(
    '分包按月考核、编表、本人签字后交总包；总包从专用账户直接付到本人银行卡；任何人不得扣押工资卡。',
    'Monthly signed payroll, paid into the worker’s own account; nobody keeps the card.',
  ),
  32: gist(
    '总包存工资保证金，比例有奖有罚，可用金融机构保函代替。',
    'A wage deposit at rates that reward and punish; a guarantee may replace it.',
  ),
  33: gist(
    '专用账户资金和保证金只为本项目工资，除法律另有规定外不得查封、冻结、划拨。',
    'Wage account and deposit are not seized or frozen but for wages of the project.',
  ),
  34: gist(
    '工地显眼处立维权告示牌：各单位和劳资专管员信息、最低工资和发薪日、投诉仲裁法援渠道。',
    'A rights notice: the units, the labor officer, minimum wage, pay dates, where to complain.',
  ),
  35: gist(
    '工程数量、质量、造价的争议不是停拨人工费用或停代发工资的理由。',
    'A dispute on quantity, quality or price is no ground to hold back labor cost or wages.',
  ),
  36: gist(
    '发包、分包给个人或无资格单位致欠薪，由发出方清偿；出借资质的，由出借方清偿。',
    'Who gives works to an individual or unlicensed unit pays the arrears; so does who lends its name.',
  ),
  37: gist(
    '项目违反规划、建设法规致欠薪的，由建设单位清偿。',
    'Where the project itself is unlawful, the project owner pays.',
  ),
}
