import { gist } from '../cite.ts'

/** 劳动人事争议仲裁办案规则 — the gist of the articles that are cited. */
export const arbitrationRuleArticles = {
  5: gist('十人以上或集体合同争议优先立案、优先审理。', 'Collective cases of ten or more come first.'),
  6: gist('无资格单位的出资人等列为共同当事人。', 'Investors of unlicensed units are joined.'),
  8: gist('劳动合同履行地优先管辖。', 'The place of performance goes before the seat.'),
  10: gist('管辖异议在答辩期内书面提出。', 'Objections to venue in writing within the defence period.'),
  13: gist('单位掌握的证据由单位提供。', 'The unit produces what it holds.'),
  20: gist(
    '送达须有回证；拒收或停产且十人以上的，可留置、张贴并拍照录像，3日后视为送达。',
    'A receipt is needed; leaving or posting with photo or video counts 3 days later.',
  ),
  24: gist('裁决结案卷宗存10年以上，其他5年以上。', 'Files are kept 10 years after an award, 5 otherwise.'),
  26: gist(
    '时效一年，离职欠薪自终止之日起一年。',
    'One year; unpaid wages a year from the end of employment.',
  ),
  27: gist('主张权利、投诉、申请等使时效中断。', 'Claims, complaints and applications interrupt limitation.'),
  28: gist('不可抗力等使时效中止。', 'Force majeure suspends limitation.'),
  29: gist(
    '材料不全的一次告知补正，受理期从补正起算；收到5日内。',
    'Missing papers are told once; the time runs from their correction.',
  ),
  30: gist('符合条件的5日内受理。', 'Accepted within 5 days if fit.'),
  31: gist('不符合的5日内书面不予受理。', 'Refused in writing within 5 days if not.'),
  32: gist('受理后发现不应受理的，撤销并5日内通知。', 'Cases accepted in error are dropped.'),
  33: gist(
    '5日内送达申请书，10日内答辩，5日内转交答辩书。',
    'Claim in 5 days, defence in 10, passed on in 5.',
  ),
  36: gist(
    '反申请在答辩期内提出，5日内决定受理。',
    'Counterclaims within the defence period; decided in 5 days.',
  ),
  37: gist('受理5日内组庭并通知。', 'The tribunal is formed and named within 5 days.'),
  38: gist('开庭5日前通知，延期3日前申请。', 'Notice 5 days before; postponement 3 days before.'),
  39: gist(
    '申请人无故缺席视为撤回，被申请人缺席可裁。',
    'The absent claimant withdraws; the absent respondent may be judged.',
  ),
  44: gist('举证期满前可增变请求，对方重新有答辩期。', 'Claims may change until the evidence period ends.'),
  45: gist('受理起45日内裁决，批准可延15日。', 'Award within 45 days, 15 more with approval.'),
  46: gist(
    '追加当事人、补正、增变请求、反申请、移送重新计期；中止、公告送达不计。',
    'Five events restart the time; suspension and announcement do not count.',
  ),
  47: gist(
    '死亡、丧失能力、不可抗力、等待鉴定等中止审理。',
    'Death, incapacity, force majeure and awaited findings suspend the case.',
  ),
  48: gist(
    '逾期未裁可起诉，法院受理后终止仲裁。',
    'If late, a party may sue; the case ends when the court accepts.',
  ),
  49: gist('部分事实清楚的先行裁决。', 'Partial awards on what is clear.'),
  50: gist(
    '终局与非终局分别裁决，按单项金额判断。',
    'Final and other items in separate awards, tested item by item.',
  ),
  51: gist('先予执行移送法院，不必担保。', 'Advance payment goes to the court, without security.'),
  56: gist('事实清楚、金额较小或双方同意的简易处理。', 'Simple procedure for clear, small or agreed cases.'),
  62: gist('十人以上争议适用集体程序。', 'Ten or more go by the collective procedure.'),
  63: gist(
    '推举3至5名代表，处分权利须经被代表人同意。',
    'Three to five representatives; waiving rights needs consent.',
  ),
  64: gist(
    '5日内决定受理，一次性通知组庭、答辩、举证、开庭。',
    'Accepted in 5 days; one notice for all steps.',
  ),
  69: gist('先行调解，10日未成的开庭。', 'Mediation first, ten days.'),
  74: gist('调解协议可共同申请仲裁审查。', 'A mediation agreement may be reviewed jointly.'),
  80: gist(
    '三日、五日、十日为工作日，十五日、四十五日为自然日。',
    'Three, five and ten days are working days; fifteen and forty-five calendar days.',
  ),
}
