import { gist, type Instrument } from '../../cite.ts'
import { day } from '../../day.ts'

export * from './duties.ts'
export * from './facts.ts'

/** 审理拒不支付劳动报酬刑事案件解释 — when not paying wages is a crime. */
export const refusalToPay2013: Instrument = {
  key: 'refusal-to-pay-2013-3',
  title: {
    zh: '最高人民法院关于审理拒不支付劳动报酬刑事案件适用法律若干问题的解释',
    en: 'Interpretation on Criminal Cases of Refusal to Pay for Labor',
  },
  number: '法释〔2013〕3号',
  coveredFrom: day('2013-01-23'),
  status: 'confirmed',
  about: {
    zh: '说明拒不支付劳动报酬罪的认定标准。',
    en: 'What counts as the crime of refusal to pay for labor.',
  },
  articles: {
    1: gist(
      '劳动报酬包括工资、奖金、津贴、补贴、加班费等应得收入。',
      'Pay for labor includes wages, bonuses, allowances and overtime.',
    ),
    2: gist(
      '转移资产、虚构债务、假破产、逃匿、毁改账册考勤等属于逃避支付。',
      'Moving assets, false debts, sham closure, flight, altered records count as evasion.',
    ),
    3: gist(
      '一人三个月以上且达5千至2万元，或十人以上累计达3万至10万元，为数额较大；各省高院定具体数。',
      'One worker, 3 months and a local sum; or ten and a local total. Provinces fix the figures.',
    ),
    4: gist(
      '责令支付文书指定期限内不付即成立，有正当理由除外；逃匿的，张贴并拍照录像视为责令。',
      'Unpaid in the time ordered, save a good reason; if he fled, posting with photo or video will do.',
    ),
    5: gist(
      '生活重大影响、暴力威胁讨薪者等属严重后果。',
      'Hardship or violence against claimants are serious consequences.',
    ),
    6: gist(
      '刑事立案前付清可不认罪，起诉前、宣判前付清可从宽。',
      'Payment before the case, the indictment or the judgment counts in favor.',
    ),
    7: gist('无用工资格的单位、个人同样可构成。', 'Unlicensed employers can commit it.'),
    8: gist('实际控制人同样可构成。', 'So can the actual controller.'),
    9: gist('单位犯罪的，罚单位并处责任人员。', 'A unit is fined and those responsible are punished.'),
  },
}
