import type { Text } from './text.ts'

/** 责任主体 — who must act. */
export const actors = {
  worker: { zh: '农民工', en: 'worker' },
  employingUnit: { zh: '用人单位', en: 'employing unit' },
  generalContractor: { zh: '施工总承包单位', en: 'general contractor' },
  subcontractor: { zh: '分包单位', en: 'subcontractor' },
  projectOwner: { zh: '建设单位', en: 'project owner' },
  accountBank: { zh: '开户银行', en: 'account bank' },
  laborAuthority: { zh: '人力资源社会保障行政部门', en: 'labor authority' },
  industryRegulator: { zh: '相关行业工程建设主管部门', en: 'industry regulator' },
  localGovernment: { zh: '县级以上地方人民政府', en: 'local government from the county up' },
  publicSecurity: { zh: '公安机关', en: 'public security organ' },
  court: { zh: '人民法院', en: "people's court" },
  debtor: { zh: '支付令债务人', en: 'debtor under a payment order' },
  party: { zh: '当事人', en: 'party concerned' },
  mediationBody: { zh: '调解组织', en: 'mediation body' },
  arbitrationCommission: { zh: '劳动争议仲裁委员会', en: 'arbitration commission' },
  arbitrationTribunal: { zh: '仲裁庭', en: 'arbitration tribunal' },
  arbitrationParty: { zh: '仲裁当事人', en: 'party to the arbitration' },
  respondent: { zh: '被申请人', en: 'respondent' },
  judgmentCreditor: { zh: '申请执行人', en: 'applicant for enforcement' },
  personalInformationHandler: { zh: '个人信息处理者', en: 'handler of personal information' },
  monitoringPlatform: { zh: '监控预警平台', en: 'monitoring platform' },
} as const satisfies Record<string, Text>
export type Actor = keyof typeof actors
