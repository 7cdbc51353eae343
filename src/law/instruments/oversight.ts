import { art, gist, type Instrument } from '../cite.ts'
import { day } from '../day.ts'
import { fact } from '../fact.ts'

const settlementFrom = day('2022-08-01')

/** 建筑工人实名制管理办法（试行） — real names on building sites. */
export const realName2019: Instrument = {
  key: 'real-name-2019-18',
  title: { zh: '建筑工人实名制管理办法（试行）', en: 'Measures on Real Names of Construction Workers' },
  number: '建市〔2019〕18号',
  coveredFrom: day('2022-08-02'),
  status: 'confirmed',
  about: {
    zh: '规定建筑工人实名登记、考勤和记录保存。',
    en: 'Enrollment, attendance and records of construction workers.',
  },
  articles: {
    8: gist(
      '签劳动合同或用工书面协议、受安全培训、实名登记后方可进场。',
      'Contract or written agreement, safety training, enrollment, then entry.',
    ),
    9: gist('参建各方现场管理人员和工人都实名登记。', 'Managers on site and workers are enrolled.', 'memory'),
    10: gist(
      '“劳动合同”读作“劳动合同或用工书面协议”。',
      '“Labor contract” reads “labor contract or written agreement”.',
    ),
    11: gist('登记基本、从业、诚信三类信息。', 'Basic, work and integrity data.', 'memory'),
    13: gist(
      '封闭场地用生物识别门禁，开放场地用定位；考勤和影像存两年以上。',
      'Gates or positioning; attendance and images kept two years.',
      'memory',
    ),
  },
}

/** 关于完善建设工程价款结算有关办法的通知 — how much of works done is paid as progress. */
export const priceSettlement2022: Instrument = {
  key: 'price-settlement-2022-183',
  title: { zh: '关于完善建设工程价款结算有关办法的通知', en: 'Notice on Settlement of Construction Prices' },
  number: '财建〔2022〕183号',
  coveredFrom: settlementFrom,
  division: 'section',
  status: 'confirmed',
  about: { zh: '规定进度款比例和过程结算。', en: 'Share of progress payments, settlement in stages.' },
  articles: {
    1: gist(
      '政府、事业单位、国企项目进度款不低于已完工价款80%，质保金不超3%。',
      'Public owners pay at least 80 percent of works done; retention at most 3.',
    ),
    2: gist(
      '当年不能完工的新项目推行过程结算。',
      'Settlement in stages for projects that run over the year.',
    ),
  },
}

/** 重大劳动保障违法行为社会公布办法 — publication of major breaches. */
export const publicExposure29: Instrument = {
  key: 'public-exposure-29',
  title: { zh: '重大劳动保障违法行为社会公布办法', en: 'Measures on Publishing Major Labor Breaches' },
  number: '人社部令第29号',
  coveredFrom: day('2017-01-01'),
  status: 'secondary',
  about: {
    zh: '规定重大违法行为向社会公布的范围和频次。',
    en: 'Which breaches are published, and how often.',
  },
  articles: {
    5: gist(
      '克扣拖欠数额较大、拒不支付被移送等应公布。',
      'Large arrears and referred cases are published.',
      'secondary',
    ),
    6: gist(
      '公布名称、登记号、负责人、事实、处理情况，不涉隐私和商业秘密。',
      'Name, number, head, facts and handling; no secrets.',
      'secondary',
    ),
  },
}

/** 企业劳动保障守法诚信等级评价办法 — yearly grades A, B, C. */
export const integrityGrade2016: Instrument = {
  key: 'integrity-grade-2016',
  title: { zh: '企业劳动保障守法诚信等级评价办法', en: 'Measures on Integrity Grades' },
  number: '人社部规〔2016〕1号',
  coveredFrom: day('2017-01-01'),
  status: 'secondary',
  about: {
    zh: '每年按上一年守法情况评定A、B、C级。',
    en: 'Grades A, B, C each year on the last year’s record.',
  },
  articles: {},
}

/** 保障农民工工资支付工作考核办法 — appraisal of provincial governments. */
export const appraisal2023: Instrument = {
  key: 'appraisal-2023-33',
  title: { zh: '保障农民工工资支付工作考核办法', en: 'Measures on Appraisal of Wage Payment Work' },
  number: '国办发〔2023〕33号',
  coveredFrom: day('2023-09-21'),
  status: 'confirmed',
  about: {
    zh: '规定对省级政府保障工资支付工作的年度考核。',
    en: 'The yearly appraisal of provincial governments.',
  },
  articles: {
    3: gist('2023年至2027年每年考核一次。', 'Yearly from 2023 to 2027.'),
    5: gist(
      '考核组织领导、制度建设、工作成效和群众满意度。',
      'Leadership, systems, results and public satisfaction.',
    ),
    7: gist(
      '自查、实地核查、第三方评估、暗访、综合评议。',
      'Self-check, field check, third party, secret visits, review.',
      'secondary',
    ),
    8: gist('百分制分A、B、C三级。', 'A hundred points, three grades.', 'secondary'),
    9: gist('C级的约谈，两周内书面报告。', 'Grade C: called in, a report within two weeks.', 'memory'),
  },
}

/** 信用修复管理办法 — repair of credit. */
export const creditRepair2026: Instrument = {
  key: 'credit-repair-2026-36',
  title: { zh: '信用修复管理办法', en: 'Measures on Credit Repair' },
  number: '国家发展改革委令第36号',
  coveredFrom: day('2026-04-01'),
  status: 'secondary',
  about: {
    zh: '失信信息分级公示并可修复；名单须由认定单位先移出。',
    en: 'Grades of publication and repair; a list must first be left.',
  },
  articles: {},
}

/** 个人信息保护法 — legal bases, sensitive data, assessments. */
export const personalInformationLaw: Instrument = {
  key: 'personal-information-law',
  title: { zh: '个人信息保护法', en: 'Personal Information Protection Law' },
  number: '主席令第91号',
  coveredFrom: day('2021-11-01'),
  status: 'confirmed',
  about: {
    zh: '规定个人信息处理的依据、限制和个人权利。',
    en: 'Bases, limits and rights in personal information.',
  },
  articles: {
    13: gist(
      '履行法定职责义务、人力资源管理所必需的，不需同意。',
      'Statutory duty and personnel management need no consent.',
    ),
    19: gist(
      '保存期限为必要的最短时间，法律另有规定除外。',
      'Kept no longer than needed unless a law says so.',
    ),
    24: gist(
      '自动化决策应透明公平，可要求说明并拒绝仅由机器决定。',
      'Automated decisions are transparent; one may refuse a decision by machine alone.',
    ),
    28: gist(
      '生物识别、金融账户、行踪等是敏感信息，须严格保护。',
      'Biometrics, accounts and whereabouts are sensitive.',
    ),
    51: gist(
      '分类管理、加密、去标识、权限、培训、预案。',
      'Classes, encryption, access rights, training, plans.',
    ),
    55: gist(
      '处理敏感信息、自动决策、委托公开前做影响评估。',
      'An impact assessment before sensitive processing.',
    ),
    56: gist('评估报告和处理记录至少存三年。', 'Report and records kept at least three years.'),
  },
}

/** 人脸识别技术应用安全管理办法 — face recognition. */
export const faceRecognition2025: Instrument = {
  key: 'face-recognition-2025',
  title: { zh: '人脸识别技术应用安全管理办法', en: 'Measures on Face Recognition' },
  number: '2025年公布',
  coveredFrom: day('2025-06-01'),
  status: 'secondary',
  about: {
    zh: '有其他方式的不得只用人脸；达10万人的30个工作日内备案。',
    en: 'Never the only way; filing within 30 working days of reaching 100,000 persons.',
  },
  articles: {},
}

/** 进度款比例下限 — percent of the price of works done that public owners pay as progress, at least. */
export const progressPaymentMin = fact({
  name: { zh: '政府和国企项目进度款支付比例下限', en: 'lowest progress payment of public owners' },
  unit: 'percent',
  spans: [
    { from: settlementFrom, value: 80, cite: art('price-settlement-2022-183', 1), status: 'confirmed' },
  ],
})

/** 质量保证金比例上限 — percent of the price held back, at most. */
export const retentionMax = fact({
  name: { zh: '工程质量保证金比例上限', en: 'most that is held back as retention' },
  unit: 'percent',
  spans: [{ from: settlementFrom, value: 3, cite: art('price-settlement-2022-183', 1), status: 'confirmed' }],
})

/** 守法诚信C级查处次数 — times investigated and punished in a year from which the grade is C. */
export const gradeCBreaches = fact({
  name: { zh: '评为C级的年度查处次数', en: 'breaches a year that make grade C' },
  unit: 'times',
  spans: [
    { from: day('2017-01-01'), value: 3, cite: { instrument: 'integrity-grade-2016' }, status: 'secondary' },
  ],
})

/** 考核C级情形 — group incidents of so many persons, and how many of them in a year make grade C. */
export const appraisalIncidents = fact({
  name: { zh: '考核评为C级的群体性事件标准', en: 'group incidents that make grade C' },
  unit: 'event',
  spans: [
    {
      from: day('2023-09-21'),
      value: { persons: 50, incidents: 5, onGovernmentProjects: 2, extremeIncidents: 1 },
      cite: art('appraisal-2023-33', 8),
      status: 'memory',
    },
  ],
})
