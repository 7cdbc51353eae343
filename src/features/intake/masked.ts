import { maskBankCard, maskIdNumber, maskPhone } from '../../law/identifiers/mask.ts'

/**
 * Groups of three digits and more with a blank or stroke between them, as cards and phones are written; no
 * decimals.
 */
const longNumber = /(?<![\d.])\d{3,}(?:[ -]\d{3,})*[Xx]?(?!\.?\d)/g
/** Codes of organizations, works and permits are public, however long. */
const publicTitle = /信用代码|组织机构|(?:项目|工程|用工点).*(?:编码|编号|代码)|许可证/
const shortestPersonal = 11

/**
 * 脱敏 — a text of an upload with the numbers of people, phones and cards masked; `title` is that of its
 * column.
 */
export function masked(text: string, title: string): string {
  return publicTitle.test(title) ? text : text.replace(longNumber, maskNumber)
}

function maskNumber(found: string): string {
  const plain = found.replace(/[ -]/g, '')
  if (plain.length < shortestPersonal) {
    return found
  }
  if (/^\d{17}[\dXx]$/.test(plain)) {
    return maskIdNumber(plain)
  }
  return /^1\d{10}$/.test(plain) ? maskPhone(plain) : maskBankCard(plain)
}
