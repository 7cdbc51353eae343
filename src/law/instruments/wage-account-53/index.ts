import { gist, type Instrument } from '../../cite.ts'
import { day } from '../../day.ts'

export * from './duties.ts'
export * from './facts.ts'

/** 工程建设领域农民工工资专用账户管理暂行办法 — the wage account from opening to closing, and entrusted payout. */
export const wageAccount53: Instrument = {
  key: 'wage-account-53',
  title: {
    zh: '工程建设领域农民工工资专用账户管理暂行办法',
    en: 'Interim Measures on Wage Accounts in Construction',
  },
  number: '人社部发〔2021〕53号',
  coveredFrom: day('2021-07-07'),
  status: 'confirmed',
  about: {
    zh: '规定专用账户怎么开、怎么用、怎么销，以及总包代发和信息报送。',
    en: 'How the wage account is opened, used and closed; entrusted payout; what is uploaded.',
  },
  articles: {
    2: gist(
      '专用账户由总包在项目所在地银行开立；人工费用是工程款中拨入该账户的部分。',
      'Opened at a bank at the place of the project; labor cost is the part of works payment paid into it.',
    ),
    3: gist(
      '总包包括工程总承包和直接与建设单位签约的专业承包企业。',
      'General contractor includes EPC and specialist firms that contract with the owner.',
    ),
    5: gist(
      '合同写明计量周期、结算办法、人工费用拨付周期和日期、数额或占比。',
      'The contract states measuring, settlement, cycle and date of labor cost, and its sum or share.',
    ),
    6: gist(
      '签合同30日内开户并签三方协议，开户后30日内备案；户名为总包名、项目名加“农民工工资专用账户”。',
      'Opened with the three-party agreement in 30 days, filed in 30 more; a set form of name.',
    ),
    7: gist(
      '银行做标识；资金只能付到本项目农民工账户，不得取现、不作他用。',
      'Marked by the bank; money goes only to workers of the project; no cash.',
    ),
    8: gist('账户资金不得因其他原因查封冻结划拨。', 'Not seized, frozen or taken for other causes.'),
    9: gist(
      '销户前公示30日并承诺无拖欠，余额归总包。',
      'Closing after 30 days of notice and a pledge; the balance is the contractor’s.',
      'memory',
    ),
    10: gist(
      '有欠薪案件未结、仲裁诉讼未了或其他拖欠的，不得销户。',
      'No closing with an open case, arbitration, suit or arrears.',
      'memory',
    ),
    12: gist(
      '建设单位按月内周期拨付人工费用；未拨的银行通知总包，总包报告，纳入预警。',
      'Labor cost is paid at least monthly; if not, the bank tells the contractor, who reports it.',
      'secondary',
    ),
    13: gist(
      '用工超出计划的，总包说明，建设单位补足。',
      'More labor than planned: the owner tops up.',
      'memory',
    ),
    14: gist('调整数额或占比签补充协议并告知银行。', 'Changes by supplement, told to the bank.', 'memory'),
    15: gist(
      '总包负总责，与分包签委托代发协议。',
      'The general contractor bears overall duty and signs the entrustment.',
      'memory',
    ),
    16: gist(
      '工地配实名制设备，未签合同、未登记不得进场。',
      'Real-name devices on site; no entry without contract and enrollment.',
    ),
    17: gist(
      '分包按实名数据月考核、编表、本人签字，连同进度交总包。',
      'Monthly payroll from real-name data, signed by the worker, handed over with progress.',
      'secondary',
    ),
    18: gist(
      '总包把审核后的表交银行，银行及时付到个人账户。',
      'The reviewed payroll goes to the bank, which pays each worker.',
      'memory',
    ),
    19: gist(
      '工资卡一人一卡、本人持有，银行防买卖出租。',
      'One card a person, held by that person.',
      'secondary',
    ),
    20: gist(
      '银行不得拒绝他行卡或社保卡，不得强制办新卡。',
      'Other banks’ cards are accepted; nobody is made to open one.',
      'memory',
    ),
    21: gist(
      '账户资料和用工台账存到完工结清后至少3年。',
      'Papers kept at least 3 years after completion and settlement.',
      'secondary',
    ),
    22: gist('建设单位可委托监理审核工资。', 'The owner may have the supervisor review wages.', 'memory'),
    23: gist(
      '各省建全省统一平台，与相关系统对接。',
      'One platform a province, linked to the others.',
      'memory',
    ),
    24: gist(
      '各方实时上传合同、账户、实名、考勤、工资表、支付数据。',
      'Contracts, account, real names, attendance, payroll and payments are uploaded in real time.',
      'memory',
    ),
    25: gist(
      '部门共享数据、联合监管，避免重复采集。',
      'Departments share data and do not collect twice.',
      'memory',
    ),
    26: gist(
      '平台对账户管理、人工费用拨付、工资支付违规及时预警。',
      'The platform warns on account, labor cost and wage breaches.',
      'memory',
    ),
    27: gist(
      '平台与监察系统联通，向农民工开放工资查询和投诉。',
      'Linked to inspection; workers can look up pay and complain.',
    ),
    28: gist(
      '平台已动态监管的，不再要求纸质备案。',
      'No paper filing where the platform monitors.',
      'memory',
    ),
  },
}
