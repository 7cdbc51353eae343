import { type Cell, isCellDate } from '../../../../platform/sheets/cell.ts'
import { compactText } from '../text.ts'

/** 考勤含义 — what a mark of a month grid says of a day. */
export type MarkMeaning = 'worked' | 'half' | 'overtime' | 'rest' | 'leave' | 'absent' | 'off-site'

/**
 * 考勤标记 — a mark as read. Days in hundredths; minutes only where the sheet states hours, overtime included.
 */
export interface MarkValue {
  readonly dayHundredths: number
  readonly minutes: number | null
  readonly overtimeMinutes: number
  readonly meaning: MarkMeaning
}

/** A number in a day cell: days or hours, as the rest of its row will tell. */
export interface PlainMark {
  readonly number: number
}

/** A symbol that offices use differently: its default, and that it is one. */
export interface UncertainMark {
  readonly symbol: string
  readonly byDefault: MarkValue
}

export type MarkReading =
  | { readonly kind: 'certain'; readonly value: MarkValue }
  | { readonly kind: 'plain'; readonly mark: PlainMark }
  | { readonly kind: 'uncertain'; readonly mark: UncertainMark }
  | { readonly kind: 'nothing' }
  | { readonly kind: 'unknown' }

/** 图例 — what the sheet itself says its marks mean. */
export type Legend = ReadonlyMap<string, MarkMeaning>

/** A working day has eight hours (劳动法 art. 36); hours are turned into days by it, up to one day. */
const minutesOfDay = 480
const largestPlain = 24

const words: readonly (readonly [MarkMeaning, RegExp])[] = [
  ['half', /^(?:半|半天|半日|半个工|上午|下午|上半天|下半天|出勤半天|½|1⁄2)$/],
  ['off-site', /^(?:退|退场|离|离场|离职|进|进场|未进场|已退场|未入场|停|停工|未到岗)$/],
  ['rest', /^(?:休|休息|公休|轮休|调休|倒休|放假|节|节假|休假|法定假|正常休假|雨|雨休|雨天|歇|息)$/],
  [
    'leave',
    /^(?:假|请|请假|事|事假|病|病假|长病假|年|年假|年休假|婚|婚假|丧|丧假|产|产假|陪产假|护理假|探亲|工伤|工伤假|伤|带薪假|休假带薪)$/,
  ],
  ['absent', /^(?:旷|旷工|缺|缺勤|缺席|未出勤|未到|没来|无|不在)$/],
  ['overtime', /^(?:加|加班|延时|延时加班)$/],
  [
    'worked',
    /^(?:出|出勤|正常出勤|全|全天|全勤|勤|班|上班|正常|到|到岗|在岗|工|满|白|白班|夜|夜班|迟到|早退|出差|公出|外出|外地出差|市内出差|培训|学习)$/,
  ],
]

const symbols: Readonly<Record<string, MarkMeaning>> = {
  '√': 'worked',
  '✓': 'worked',
  '✔': 'worked',
  '☑': 'worked',
  '✅': 'worked',
  '∨': 'worked',
  V: 'worked',
  v: 'worked',
  '√√': 'worked',
  '×': 'absent',
  '✗': 'absent',
  '✘': 'absent',
  X: 'absent',
  x: 'absent',
  '╳': 'absent',
  '☒': 'absent',
  '☐': 'absent',
}

/**
 * Symbols without one meaning in the field. Where no legend and no total tells, they count as a day not
 * worked.
 */
const uncertain: Readonly<Record<string, MarkMeaning>> = {
  '○': 'rest',
  〇: 'rest',
  '◯': 'rest',
  O: 'rest',
  o: 'rest',
  '△': 'leave',
  '▲': 'leave',
  '☆': 'leave',
}

const values: Readonly<Record<MarkMeaning, MarkValue>> = {
  worked: { dayHundredths: 100, minutes: null, overtimeMinutes: 0, meaning: 'worked' },
  half: { dayHundredths: 50, minutes: null, overtimeMinutes: 0, meaning: 'half' },
  // 加 alone says a day with overtime whose length the sheet does not state.
  overtime: { dayHundredths: 100, minutes: null, overtimeMinutes: 0, meaning: 'overtime' },
  rest: { dayHundredths: 0, minutes: null, overtimeMinutes: 0, meaning: 'rest' },
  leave: { dayHundredths: 0, minutes: null, overtimeMinutes: 0, meaning: 'leave' },
  absent: { dayHundredths: 0, minutes: null, overtimeMinutes: 0, meaning: 'absent' },
  'off-site': { dayHundredths: 0, minutes: null, overtimeMinutes: 0, meaning: 'off-site' },
}

/**
 * 考勤符号 — reads a mark of a month grid by the sheet's legend, then by what is common: √ ☑ ✓ worked, × absent,
 * 半 half, 休 事 病 旷 …, 8h hours, 0.5工 days, √+2 and 8+2 with overtime hours. Numbers alone come back as `plain`
 * and ○ △ as `uncertain`: only their row can tell what they mean.
 */
export function readMark(cell: Cell, legend: Legend): MarkReading {
  if (isCellDate(cell) || (typeof cell === 'object' && cell !== null)) {
    return { kind: 'unknown' }
  }
  const text = typeof cell === 'boolean' ? (cell ? '√' : '×') : compactText(cell)
  if (text === '') {
    return { kind: 'nothing' }
  }
  const told = legend.get(text)
  if (told !== undefined) {
    return { kind: 'certain', value: values[told] }
  }
  if (/^[-—–/\\_]+$/.test(text)) {
    return { kind: 'nothing' }
  }
  const known = symbols[text] ?? meaningOfWord(text)
  if (known !== undefined) {
    return { kind: 'certain', value: values[known] }
  }
  const doubtful = uncertain[text]
  return doubtful === undefined
    ? readNumberMark(text, legend)
    : { kind: 'uncertain', mark: { symbol: text, byDefault: values[doubtful] } }
}

function readNumberMark(text: string, legend: Legend): MarkReading {
  if (/^\d{1,2}(?:\.\d{1,2})?$/.test(text) && Number(text) <= largestPlain) {
    const number = Number(text)
    return number === 0 ? { kind: 'certain', value: values.absent } : { kind: 'plain', mark: { number } }
  }
  const hours = /^(\d{1,2}(?:\.\d{1,2})?)(?:h|小时|时)$/i.exec(text)?.[1]
  if (hours !== undefined && Number(hours) <= 24) {
    return { kind: 'certain', value: hoursMark(Number(hours)) }
  }
  const days = /^([0-3](?:\.\d{1,2})?)(?:天|工|个|个工|工日)$/.exec(text)?.[1]
  if (days !== undefined && Number(days) <= 3) {
    return { kind: 'certain', value: daysMark(Number(days)) }
  }
  return readOvertimeMark(text, legend)
}

/**
 * A mark with overtime hours behind it: √+2, √加2, 8+2, 加2, +3h. Parts of an hour below one could be parts of
 * a day.
 */
function readOvertimeMark(text: string, legend: Legend): MarkReading {
  const [, base = '', extra] = /^(.*?)(?:\+|加班?)(\d{1,2}(?:\.\d{1,2})?)(?:h|小时|时)?$/i.exec(text) ?? []
  const overtime = Number(extra)
  if (!(overtime >= 1 && overtime <= 16)) {
    return { kind: 'unknown' }
  }
  const minutes = Math.round(overtime * 60)
  if (base === '') {
    return {
      kind: 'certain',
      value: { ...values.overtime, dayHundredths: 0, minutes, overtimeMinutes: minutes },
    }
  }
  const first = readMark(base, legend)
  const value =
    first.kind === 'plain' ? plainBase(first.mark.number) : first.kind === 'certain' ? first.value : null
  return value === null ? { kind: 'unknown' } : { kind: 'certain', value: withOvertime(value, minutes) }
}

function plainBase(number: number): MarkValue | null {
  return number <= 1 ? daysMark(number) : number >= 4 ? hoursMark(number) : null
}

function withOvertime(value: MarkValue, overtimeMinutes: number): MarkValue {
  const minutes = value.minutes === null ? null : value.minutes + overtimeMinutes
  return { ...value, minutes, overtimeMinutes }
}

/** 小时标记 — hours of a day; eight of them are a day, more are no more than a day. */
export function hoursMark(hours: number): MarkValue {
  const minutes = Math.round(hours * 60)
  const dayHundredths = Math.min(100, Math.round((minutes * 100) / minutesOfDay))
  return { dayHundredths, minutes, overtimeMinutes: 0, meaning: dayHundredths === 50 ? 'half' : 'worked' }
}

/** 工日标记 — days of labour done in a day; 1.5 is a day and a half. */
export function daysMark(days: number): MarkValue {
  const dayHundredths = Math.round(days * 100)
  return {
    dayHundredths,
    minutes: null,
    overtimeMinutes: 0,
    meaning: dayHundredths === 50 ? 'half' : 'worked',
  }
}

/** 文字含义 — what a word of a legend or a cell says of a day. */
export function meaningOfWord(word: string): MarkMeaning | undefined {
  return words.find(([, pattern]) => pattern.test(word))?.[0]
}

/**
 * 图例 — the marks that a line such as 「√出勤 ○休息 ×旷工」 or 「出勤：√，半天：○」 explains; null where the line is none.
 * A line counts from two explained marks on.
 */
export function readLegend(line: string): Legend | null {
  const text = line
    .normalize('NFKC')
    .replace(/\s+/g, ' ')
    .replace(/["“”'‘’「」『』]/g, '')
  const sign = '([√✓✔☑✅∨×✗✘╳☒☐○〇◯●△▲☆★◎⊙□■◇◆※#*¤/\\\\+-]|(?<![A-Za-z0-9])[A-Za-z0](?![A-Za-z0-9]))'
  const link = ' ?(?:[:=-]|表示|代表|为|是)? ?'
  const word = '(\\p{Script=Han}{1,6}?)'
  const end = '(?=$|[ ,;.、。()/]|\\P{Script=Han})'
  const signFirst = pairs(text, new RegExp(`${sign}${link}${word}${end}`, 'gu'), 1)
  const wordFirst = pairs(text, new RegExp(`${word}${link}${sign}`, 'gu'), 2)
  const best = wordFirst.size > signFirst.size ? wordFirst : signFirst
  return best.size >= 2 ? best : null
}

function pairs(text: string, pattern: RegExp, signAt: 1 | 2): Map<string, MarkMeaning> {
  const found = new Map<string, MarkMeaning>()
  for (const match of text.matchAll(pattern)) {
    const sign = match[signAt]
    const meaning = meaningOfWord((match[signAt === 1 ? 2 : 1] ?? '').replace(/(?<=.)的?符号$/, ''))
    if (sign !== undefined && meaning !== undefined) {
      found.set(sign, meaning)
    }
  }
  return found
}
