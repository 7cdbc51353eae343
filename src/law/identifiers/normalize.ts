const fullWidth = /[！-～]/g
const fullWidthOffset = 0xfee0
const dashes = /[-‐-―−－]/g

/**
 * 号码规范化 — brings a number typed, pasted or read from a sheet to one form: full-width characters become
 * half-width, letters capital; blanks, invisible characters and the apostrophe by which spreadsheets mark
 * text go. Doing it twice changes nothing more, so the result can be indexed.
 */
export function normalizeNumber(text: string): string {
  return text
    .replace(/[\s\p{Cc}\p{Cf}]/gu, '')
    .replace(fullWidth, (character) => String.fromCharCode(character.charCodeAt(0) - fullWidthOffset))
    .replace(/^['‘’`]+/, '')
    .replace(/[a-z]/g, (letter) => letter.toUpperCase())
}

/** 分组号码规范化 — the same for cards and phones, which are also written in groups with dashes of several kinds. */
export function normalizeGrouped(text: string): string {
  return normalizeNumber(text.replace(dashes, ''))
}
