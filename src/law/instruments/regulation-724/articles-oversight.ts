import { gist } from '../../cite.ts'

/** 第五章至第七章 — arts. 38 to 64: supervision, liability, final provisions. */
export const oversightArticles = {
  38: gist(
    '县级以上政府建监控预警平台，共享审批、资金、许可、用工、工资信息；人社据水电、物业、信贷、税收等指标预警。',
    'Governments build platforms that share project and wage data and warn on indicators.',
  ),
  39: gist(
    '检查合同、工资支付、实名制、专用账户、总包代发、保证金、维权公示。',
    'Inspection covers contracts, pay, real names, wage accounts, entrusted payout, deposits and notices.',
  ),
  40: gist(
    '查询单位账户和当事人房产车辆，须经设区的市级以上人社负责人批准。',
    'Queries of accounts, houses and cars need the approval of the head at city level or above.',
  ),
  41: gist(
    '单位拒不配合或者责任人失联，可请公安等协助；涉嫌拒不支付劳动报酬罪及时移送。',
    'If the unit refuses or cannot be reached, the police may be asked; suspected crimes are referred.',
  ),
  42: gist(
    '责令支付后仍不支付，可申请法院强制执行。',
    'An order to pay that is not obeyed may be enforced through the court.',
  ),
  43: gist(
    '行业主管部门查处违法发包、转包、分包、挂靠。',
    'Industry regulators act against unlawful contracting.',
  ),
  44: gist(
    '财政、审计、行业部门监督政府项目资金拨付。',
    'Finance, audit and regulators watch payments of government projects.',
  ),
  45: gist('农民工讨薪是法律援助重点。', 'Wage claims have priority in legal aid.'),
  46: gist('执法部门负责普法。', 'The enforcing departments also explain the law.'),
  47: gist(
    '建立守法诚信档案和等级；严重欠薪向社会公布。',
    'Records and grades of lawfulness; serious arrears are made public.',
  ),
  48: gist(
    '情节严重或影响恶劣的，单位和责任人列入失信联合惩戒名单，八个方面受限。',
    'Serious cases are put on the dishonesty list, with limits in eight fields.',
  ),
  49: gist(
    '未提供支付担保或政府项目欠工程款致欠薪，限制建设单位新建项目并记信用。',
    'No payment guarantee, or works payments owed: new projects limited, credit recorded.',
  ),
  50: gist(
    '有争议时由用人单位举证，拿不出合同、名册、台账、清单就承担不利后果。',
    'The employing unit must produce its records or bear the result.',
  ),
  51: gist(
    '工会监督工资支付，可要求改正、请求查处。',
    'Unions watch wage payment and may ask for correction.',
  ),
  52: gist(
    '虚构事实、非法手段讨薪，或借讨薪要工程款的，依法处理。',
    'False claims, and works payments claimed as wages, are dealt with by law.',
  ),
  53: gist('拖欠工资本身依相关法律处理。', 'Arrears as such are dealt with under the other labor laws.'),
  54: gist(
    '以物抵薪、无台账或无工资条、扣卡：先责令改正，逾期罚单位2万至5万元、责任人1万至3万元。',
    'Goods for wages, no ledger or slip, card kept: order, then fines on the unit and on persons.',
  ),
  55: gist(
    '专用账户、保证金、实名制违规：先责令改正，逾期责令停工并罚5万至10万元，严重的动资质。',
    'Wage account, deposit, real names: order, then stop of work and a fine; then the licence.',
  ),
  56: gist(
    '未考核编表签字、未监督分包、不配合、无告示牌：先责令改正，逾期罚5万至10万元。',
    'No signed payroll, no supervision of subcontractors, no notice board: order, then a fine.',
  ),
  57: gist(
    '无支付担保、未足额拨付人工费用、不提供合同或账户资料：先责令改正，逾期责令停工并罚5万至10万元。',
    'No payment guarantee, labor cost unpaid, papers withheld: order, then stop of work and a fine.',
  ),
  58: gist(
    '不配合账户查询的，金融监管部门责令改正，拒不改正罚2万至5万元。',
    'Refusing account queries: order, then a fine by the financial regulator.',
  ),
  59: gist(
    '政府投资资金不到位致欠薪：限期拨付，逾期约谈，严重的处分。',
    'Government money missing: ordered to be paid, heads are called in, sanctions.',
  ),
  60: gist(
    '政府项目违规建设或迟付致欠薪：约谈建设单位负责人并影响考核。',
    'Government projects that breach rules: the head of the owner is called in.',
  ),
  61: gist(
    '社会投资项目资金不到位、违规开工致欠薪：处罚建设单位。',
    'Private projects without funds or lawful start: the owner is punished.',
  ),
  62: gist(
    '工作人员滥权、渎职的处分直至追究刑责。',
    'Officials who abuse or neglect their duty are sanctioned.',
  ),
  63: gist(
    '单位一时付不出或逃匿，政府可用应急周转金先垫部分工资或基本生活费，再追偿。',
    'The emergency fund may advance part of wages or living costs, and recovers it.',
  ),
  64: gist('2020年5月1日起施行。', 'In force from 1 May 2020.'),
}
