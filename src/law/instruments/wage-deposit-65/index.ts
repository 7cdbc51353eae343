import { gist, type Instrument } from '../../cite.ts'
import { day } from '../../day.ts'

export * from './duties.ts'
export * from './facts.ts'

/** 工程建设领域农民工工资保证金规定 — how the wage deposit is stored, drawn, topped up and returned. */
export const wageDeposit65: Instrument = {
  key: 'wage-deposit-65',
  title: { zh: '工程建设领域农民工工资保证金规定', en: 'Rules on Wage Deposits in Construction' },
  number: '人社部发〔2021〕65号',
  coveredFrom: day('2021-11-01'),
  status: 'secondary',
  about: {
    zh: '规定工资保证金怎么存、怎么用、怎么补、怎么退。',
    en: 'How the wage deposit is stored, drawn, topped up and returned.',
  },
  articles: {
    2: gist(
      '保证金由总包按合同额比例存储，专用于清偿本项目欠薪；可用银行保函代替，地方可试行担保公司保函、保证保险。',
      'A share of the contract sum, stored for arrears of the project only; a guarantee may replace it.',
    ),
    6: gist(
      '在项目所在地的银行存储或者申请保函。',
      'Stored in, or guaranteed by, a bank at the place of the project.',
      'secondary',
    ),
    7: gist(
      '经办银行在项目所在省有网点、信誉好、愿担监管责任。',
      'The bank has a branch in the province and takes on the duties.',
      'memory',
    ),
    8: gist(
      '取得施工许可证或开工报告批复起20个工作日内开户存储；依法不需许可的，从签合同起算。',
      'Within 20 working days of permit or start report, or of signing where neither is needed.',
    ),
    9: gist(
      '与银行签存款协议，副本报人社备案。',
      'A deposit agreement with the bank, a copy filed with the authority.',
      'memory',
    ),
    10: gist('银行标注账户，在司法查控系统设限制。', 'The bank marks the account against seizure.', 'memory'),
    11: gist(
      '比例为合同额的1%至3%，同地区多个在建项目可下浮但不低于0.5%；不足300万元且前一年无欠薪可免存。',
      '1 to 3 percent of the contract, half a percent at least; small clean contracts exempt.',
    ),
    12: gist(
      '两年无欠薪减存（减半以上的幅度待核），三年无欠薪且落实实名制和专户免存；前两年有欠薪的上浮，列入失信名单的加倍。',
      'Two clean years halve it, three may lift it; arrears raise it, listing doubles it.',
      'secondary',
    ),
    13: gist(
      '各省定比例和浮动办法，定期调整并公布。',
      'The province sets, adjusts and publishes the rates.',
      'memory',
    ),
    14: gist(
      '本息归总包，利息可自由支取，本金非依规定不得动用。',
      'Principal and interest belong to the general contractor.',
      'memory',
    ),
    15: gist(
      '保函金额不低于应存数额，正本由人社保管。',
      'The guarantee covers the sum due; the authority keeps the original.',
      'memory',
    ),
    16: gist(
      '保函受益人是人社，不可撤销、见索即付。',
      'Irrevocable, on demand, in favor of the labor authority.',
      'secondary',
    ),
    17: gist(
      '保函至少1年且不短于合同期；到期前1个月工程未完的，人社提醒续保（提醒一节待核）。',
      'Valid at least a year and the contract term; a month before expiry the authority reminds.',
      'secondary',
    ),
    18: gist(
      '人社公布存储情况，总包在告示牌载明。',
      'The authority publishes, and the notice board shows, the deposit.',
      'memory',
    ),
    19: gist(
      '处理决定限期清偿而未履行的，人社向银行发支付通知书，银行5个工作日内付给农民工。',
      'Decision to pay not obeyed: on the payment notice the bank pays workers in 5 working days.',
      'secondary',
    ),
    20: gist(
      '动用后10个工作日内补足或换新保函。',
      'Topped up or guaranteed anew within 10 working days.',
      'secondary',
    ),
    21: gist('银行每季度向总包和人社提供对账单。', 'A statement each quarter.', 'memory'),
    22: gist(
      '完工后公示30日并书面承诺无欠薪，人社5个工作日审核，3个工作日内返还；每半年清查一次。',
      'After 30 days of notice: review in 5 working days, return in 3; a check each half-year.',
    ),
    24: gist(
      '专款专用，不得因其他原因查封冻结划拨。',
      'Earmarked; not seized or frozen for other causes.',
      'memory',
    ),
    25: gist(
      '未存、未补、未开立或未续保函的，按条例第五十五条处理。',
      'Not stored, topped up or renewed: art. 55 of the regulation.',
      'memory',
    ),
    30: gist(
      '已存的按老办法，新项目按本规定。',
      'Old deposits keep the old rules; new projects follow these.',
      'memory',
    ),
  },
}
