import type { Day } from '../../law/day.ts'
import {
  creditCodeCheckDigit,
  findArea,
  idNumberCheckDigit,
  isWithin,
  listAreas,
  luhnDigit,
  type Sex,
  trimAreaCode,
} from '../../law/identifiers/index.ts'
import type { Random } from './random.ts'

/** Blocks that no mobile network uses as far as we know (179 begins dialed prefixes): no phone rings. */
const phonePrefixes = ['179', '154']
const creditCodeCharacters = '0123456789ABCDEFGHJKLMNPQRTUWXY'
const organizationWeights = [3, 7, 9, 10, 5, 8, 4, 2]
const countiesOf = new Map<string, readonly string[]>()

/** The present counties of an area; an area without any (东莞, 香港) stands for itself. */
function countyCodes(area: string): readonly string[] {
  const known = countiesOf.get(area)
  if (known !== undefined) {
    return known
  }
  const prefix = trimAreaCode(area)?.slice(0, 6) ?? ''
  const counties = listAreas()
    .filter(
      ({ level, standing, code }) => level === 'county' && standing === 'current' && isWithin(code, prefix),
    )
    .map(({ code }) => code)
  const own = findArea(prefix)?.code
  if (own === undefined && counties.length === 0) {
    throw new RangeError(`"${area}" is not a listed area.`)
  }
  const codes = counties.length > 0 || own === undefined ? counties : [own]
  countiesOf.set(area, codes)
  return codes
}

/** 县级代码 — one present county within an area code or prefix; a RangeError if the area is not listed. */
export function inventCounty(random: Random, area: string): string {
  const own = findArea(area)
  return own?.level === 'county' ? own.code : random.pick(countyCodes(area))
}

/** 虚构身份证号 — a valid resident ID number; who should bear the same one is a coincidence. */
export function inventIdNumber(random: Random, person: { area: string; birthOn: Day; sex: Sex }): string {
  const birth = person.birthOn.replaceAll('-', '')
  const order = random.int(0, 499) * 2 + (person.sex === 'male' ? 1 : 0)
  const first17 = `${inventCounty(random, person.area)}${birth}${String(order).padStart(3, '0')}`
  return `${first17}${idNumberCheckDigit(first17)}`
}

/** 虚构手机号 — eleven digits in a block that no network uses. */
export function inventPhone(random: Random): string {
  return `${random.pick(phonePrefixes)}${random.digits(8)}`
}

/** 虚构银行卡号 — 19 digits that begin with the bank's six (62… for UnionPay) and satisfy Luhn. */
export function inventBankCard(random: Random, bankPrefix: string): string {
  const digits = `${bankPrefix}${random.digits(18 - bankPrefix.length)}`
  return `${digits}${luhnDigit(digits)}`
}

/** 虚构对公账号 — 17 digits; as with real settlement accounts, nine in ten fail Luhn. */
export function inventAccountNumber(random: Random): string {
  return `3${random.digits(16)}`
}

/** The ninth character of an organization code (GB 11714): weighted sum mod 11, X for ten. */
function organizationCheckDigit(first8: string): string {
  const sum = organizationWeights.reduce((total, weight, place) => {
    return total + weight * Number.parseInt(first8.charAt(place), 36)
  }, 0)
  const digit = (11 - (sum % 11)) % 11
  return digit === 10 ? 'X' : String(digit)
}

/** 虚构统一社会信用代码 — a valid code of a company registered in an area, or in a county of it. */
export function inventCreditCode(random: Random, area: string): string {
  const middle = Array.from({ length: 5 }, () => random.pick([...creditCodeCharacters])).join('')
  const organization = `MA${random.digits(1)}${middle}`
  const first17 = `91${inventCounty(random, area)}${organization}${organizationCheckDigit(organization)}`
  return `${first17}${creditCodeCheckDigit(first17)}`
}

/** 虚构设备序列号 — thirteen characters, as on the gates of building sites. */
export function inventDeviceSerial(random: Random): string {
  return `AXG${random.digits(10)}`
}

/** 虚构施工许可证编号 — 18 digits: area, day of issue, serial of that day, 01 for buildings. */
export function inventPermitNumber(random: Random, permit: { area: string; issuedOn: Day }): string {
  const county = inventCounty(random, permit.area)
  return `${county}${permit.issuedOn.replaceAll('-', '')}${String(random.int(1, 99)).padStart(2, '0')}01`
}
