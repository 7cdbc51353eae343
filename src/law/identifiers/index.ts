export { areasEdition } from '../data/areas.ts'
export {
  areaFullName,
  areaLevel,
  areaName,
  areaParents,
  findArea,
  isWithin,
  listAreas,
  trimAreaCode,
} from './area-code.ts'
export type { Area, AreaLevel, AreaStanding } from './area-list.ts'
export { type BankCardCheck, type BankCardProblem, checkBankCard, luhnDigit } from './bank-card.ts'
export {
  type CreditCodeCheck,
  type CreditCodeProblem,
  checkCreditCode,
  creditCodeCheckDigit,
} from './credit-code.ts'
export {
  checkIdNumber,
  type IdNumberCheck,
  type IdNumberProblem,
  idNumberCheckDigit,
  type Sex,
} from './id-number.ts'
export { maskBankCard, maskIdNumber, maskPhone, tail4 } from './mask.ts'
export { normalizeGrouped, normalizeNumber } from './normalize.ts'
export { checkPhone, type PhoneCheck, type PhoneProblem } from './phone.ts'
