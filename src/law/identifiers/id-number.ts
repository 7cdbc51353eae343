import { type Day, parseDay } from '../day.ts'
import { findArea } from './area-code.ts'
import type { AreaStanding } from './area-list.ts'
import { normalizeNumber } from './normalize.ts'

const weights = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2]
const checkDigits = '10X98765432'
/** 台湾居民居住证 numbers begin with 830000, which is not in GB/T 2260; the island's code there is 710000. */
const taiwanResidents = '83'

/** 性别 — as the 17th digit says: odd for male, even for female. */
export type Sex = 'male' | 'female'

/** `fifteen-digits` is a number of the first cards, void since 2013: ask for the present card. */
export type IdNumberProblem =
  | 'length'
  | 'fifteen-digits'
  | 'characters'
  | 'area-unknown'
  | 'birth-date'
  | 'check-digit'

export type IdNumberCheck =
  | {
      readonly ok: true
      readonly idNumber: string
      readonly birthOn: Day
      readonly sex: Sex
      /** The area of the first registration, six digits. It is kept for life when the area's code changes. */
      readonly areaCode: string
      /** `unlisted` is no fault: most codes withdrawn before 2020 and all made after 2021 are not listed. */
      readonly areaStanding: AreaStanding | 'unlisted'
    }
  | { readonly ok: false; readonly problem: IdNumberProblem }

/** 公民身份号码校验码 — the 18th character for the first 17 digits (GB 11643-1999, ISO 7064 MOD 11-2). */
export function idNumberCheckDigit(first17: string): string | undefined {
  if (!/^\d{17}$/.test(first17)) {
    return undefined
  }
  const sum = weights.reduce((total, weight, place) => total + weight * Number(first17[place]), 0)
  return checkDigits[sum % 11]
}

/** 出生日期 — the day written in eight digits, if it exists and lies in years 1900 to 2099. */
function birthDay(digits: string): Day | null {
  const [, year, month, date] = /^((?:19|20)\d{2})(\d{2})(\d{2})$/.exec(digits) ?? []
  return parseDay(`${year}-${month}-${date}`)
}

function isKnownProvince(digits: string): boolean {
  return digits === taiwanResidents || findArea(digits) !== undefined
}

function isFirstGeneration(text: string): boolean {
  return (
    /^\d{15}$/.test(text) && isKnownProvince(text.slice(0, 2)) && birthDay(`19${text.slice(6, 12)}`) !== null
  )
}

/**
 * 公民身份号码 — checks a resident ID number (GB 11643-1999) after normalizing its writing: province, birth
 * date and check digit. Names the first problem found and never repairs a digit. Whether the birth date
 * lies in the future is for the caller to ask, who knows the day.
 */
export function checkIdNumber(text: string): IdNumberCheck {
  const idNumber = normalizeNumber(text)
  if (isFirstGeneration(idNumber)) {
    return { ok: false, problem: 'fifteen-digits' }
  }
  if (idNumber.length !== 18) {
    return { ok: false, problem: 'length' }
  }
  if (!/^\d{17}[\dX]$/.test(idNumber)) {
    return { ok: false, problem: 'characters' }
  }
  if (!isKnownProvince(idNumber.slice(0, 2))) {
    return { ok: false, problem: 'area-unknown' }
  }
  const birthOn = birthDay(idNumber.slice(6, 14))
  if (birthOn === null) {
    return { ok: false, problem: 'birth-date' }
  }
  if (idNumber[17] !== idNumberCheckDigit(idNumber.slice(0, 17))) {
    return { ok: false, problem: 'check-digit' }
  }
  const areaCode = idNumber.slice(0, 6)
  const sex = Number(idNumber[16]) % 2 === 1 ? 'male' : 'female'
  return {
    ok: true,
    idNumber,
    birthOn,
    sex,
    areaCode,
    areaStanding: findArea(areaCode)?.standing ?? 'unlisted',
  }
}
