import { pinyin } from 'pinyin-pro'

/** 单位名称归一 — one way to write the name of a unit: no blanks, half-width letters, full-width brackets. */
export function organizationName(text: string): string {
  return looseName(text).replaceAll('(', '（').replaceAll(')', '）')
}

/**
 * 名称比对式 — what two ways to write the name of a site have in common; the database does the same
 * (`looseNameSql`).
 */
export function looseName(text: string): string {
  return text.normalize('NFKC').replace(/\s+/g, '')
}

/**
 * 外部编码归一 — a worksite code or a serial number as the alias table holds it: no blanks, half-width, capitals.
 */
export function aliasCode(text: string): string {
  return looseName(text).toUpperCase()
}

/**
 * 拼音 — of the name of a unit or a site, in small letters without tones, so that it can be found by typing.
 */
export function pinyinOf(name: string): string {
  return pinyin(name, { toneType: 'none', v: true, type: 'array', nonZh: 'consecutive' })
    .join('')
    .toLowerCase()
}

/** 姓名拼音 — of a person, the surname read as a surname (单 as shan), the rest character by character. */
export function personPinyin(name: string): string {
  const [first = '', second = '', ...rest] = name
  const head = remembered(first + second, (text) => syllables(text, 'head'))
  return head + rest.map((character) => remembered(character, (text) => syllables(text, 'off'))).join('')
}

function syllables(text: string, surname: 'head' | 'off'): string {
  return pinyin(text, { toneType: 'none', v: true, type: 'array', surname, nonZh: 'consecutive' })
    .filter((syllable) => syllable !== '·')
    .join('')
    .toLowerCase()
}

/** A roster of a hundred thousand has few different beginnings of names and fewer characters. */
const readings = new Map<string, string>()
const readingsMax = 50_000

function remembered(text: string, read: (text: string) => string): string {
  const known = readings.get(text)
  if (known !== undefined) {
    return known
  }
  if (readings.size >= readingsMax) {
    readings.clear()
  }
  const reading = read(text)
  readings.set(text, reading)
  return reading
}
