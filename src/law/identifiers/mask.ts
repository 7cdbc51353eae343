/** Shows the first and last characters; a text too short to hide four characters in is hidden whole. */
function maskBetween(text: string, first: number, last: number): string {
  const characters = [...text]
  const hidden = characters.length - first - last
  if (hidden < 4) {
    return '*'.repeat(characters.length)
  }
  return characters.slice(0, first).join('') + '*'.repeat(hidden) + characters.slice(-last).join('')
}

/** 身份证号脱敏 — shows the first three and the last four characters; the birth date stays hidden. */
export function maskIdNumber(idNumber: string): string {
  return maskBetween(idNumber, 3, 4)
}

/** 手机号脱敏 — shows the first three and the last four digits. */
export function maskPhone(phone: string): string {
  return maskBetween(phone, 3, 4)
}

/** 银行卡号脱敏 — shows the last four digits only. */
export function maskBankCard(bankCard: string): string {
  return maskBetween(bankCard, 0, 4)
}

/** 尾号 — the last four characters, kept in the clear beside an encrypted number so that a list can be read. */
export function tail4(text: string): string {
  return text.slice(-4)
}
