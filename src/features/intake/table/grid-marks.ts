import type { Day } from '../../../law/day.ts'
import { compactText, shown } from './text.ts'
import type { RowContext, SeriesCell } from './types.ts'
import {
  daysMark,
  hoursMark,
  type MarkMeaning,
  type MarkReading,
  type MarkValue,
  readMark,
} from './values/mark-values.ts'

/** 日标记 — a day of a person on a month grid; `mark` is what stands in the cell, lines of a day apart by /. */
export interface DayMark extends MarkValue {
  readonly day: Day
  readonly mark: string
}

interface Stated {
  readonly series: readonly SeriesCell[]
  readonly statedDays: number | null
  readonly statedMinutes: number | null
}

type Part = 'whole' | 'half' | 'overtime'

interface DayCell {
  readonly cell: SeriesCell
  readonly day: Day
  readonly part: Part
  readonly reading: Exclude<MarkReading, { kind: 'nothing' | 'unknown' }>
}

interface Units {
  readonly plain: 'days' | 'hours' | 'unclear'
  /** Hours beyond eight count as more than a day, because the sheet's own total says so. */
  readonly uncapped: boolean
  readonly uncertain: ReadonlyMap<string, number>
}

const minutesOfDay = 480
const mostHundredths = 300

/** 时段种类 — what a line of a person stands for: half a day, overtime, or all of it. */
export function partOf(text: string): Part {
  if (/^(?:上午|下午|早上|早班|中午|中班|上|下|早)$/.test(text)) {
    return 'half'
  }
  return /加班|晚|夜|延时|^加$/.test(text) ? 'overtime' : 'whole'
}

/** 是否时段 — whether a text names a line of a person on a grid, as in a column without a title. */
export function isPart(text: string): boolean {
  return partOf(text) !== 'whole' || /^(?:出勤|白天|正常|工日|工时|白班|日勤|考勤)$/.test(text)
}

/**
 * 月考勤标记 — the days of one person. Marks that one cell can't explain are explained by the row: plain numbers
 * are days or hours for the whole row, and ○ is what makes the stated total come true. What stays unclear
 * refuses the row at that cell (null); a symbol taken by its documented default is reported once a sheet.
 */
export function readGridMarks(stated: Stated, context: RowContext): readonly DayMark[] | null {
  const cells = readCells(stated.series, context)
  if (cells === null) {
    return null
  }
  const units = unitsOf(cells, stated)
  const byDay = new Map<Day, { values: MarkValue[]; marks: string[] }>()
  for (const { cell, day, part, reading } of cells) {
    const value = readingValue(reading, part, units)
    if (value === null) {
      const data = { value: shown(cell.cell), day }
      context.report({ severity: 'error', code: 'cell.mark-unclear', data, index: cell.index })
      return null
    }
    if (reading.kind === 'uncertain' && !units.uncertain.has(reading.mark.symbol)) {
      reportDefault(reading.mark.symbol, cell, context)
    }
    const known = byDay.get(day) ?? { values: [], marks: [] }
    known.values.push(value)
    known.marks.push(compactText(cell.cell))
    byDay.set(day, known)
  }
  return [...byDay].map(([day, { values, marks }]) => ({ day, mark: marks.join('/'), ...combine(values) }))
}

function readCells(series: readonly SeriesCell[], context: RowContext): DayCell[] | null {
  const cells: DayCell[] = []
  for (const cell of series) {
    const reading = readMark(cell.cell, context.legend)
    if (reading.kind === 'nothing') {
      continue
    }
    const code =
      reading.kind === 'unknown' ? 'cell.mark-unknown' : cell.day === null ? 'cell.day-not-in-month' : null
    if (reading.kind === 'unknown' || cell.day === null) {
      const data = { value: shown(cell.cell), day: cell.title, month: context.month }
      context.report({ severity: 'error', code: code ?? 'cell.mark-unknown', data, index: cell.index })
      return null
    }
    cells.push({ cell, day: cell.day, part: partOf(cell.part), reading })
  }
  return cells
}

/** What the row as a whole says of its plain numbers and of its uncertain symbols. */
function unitsOf(cells: readonly DayCell[], stated: Stated): Units {
  const numbers = cells.flatMap(({ reading, part }) =>
    reading.kind === 'plain' && part === 'whole' ? [reading.mark.number] : [],
  )
  const rest = cells.reduce((sum, { reading, part }) => sum + certainDays(reading, part), 0)
  const asDays = rest + sumOf(numbers, (number) => Math.round(number * 100))
  const asHours = rest + sumOf(numbers, hourHundredths)
  const uncapped = stated.statedDays !== null && stated.statedDays === asHours
  const plain = plainUnit(numbers, stated, { asDays, asHours })
  const known =
    plain === 'hours' ? rest + sumOf(numbers, (number) => hoursMark(number).dayHundredths) : asDays
  return { plain, uncapped, uncertain: settleUncertain(cells, stated.statedDays, known) }
}

function plainUnit(
  numbers: readonly number[],
  stated: Stated,
  sums: { asDays: number; asHours: number },
): Units['plain'] {
  const [most, least] = [Math.max(0, ...numbers), Math.min(24, ...numbers)]
  if (most <= 1.75) {
    return 'days'
  }
  // Nobody does four days' labour in one day, so a row with such a number counts hours.
  if (most >= 4 || least >= 4) {
    return 'hours'
  }
  if (stated.statedDays !== null && stated.statedDays === sums.asDays) {
    return 'days'
  }
  const hours = sumOf(numbers, (number) => number * 60)
  return stated.statedMinutes === hours || stated.statedDays === sums.asHours ? 'hours' : 'unclear'
}

/** ○ and the like: the one value (none, half, whole) that makes the row's stated total come true. */
function settleUncertain(
  cells: readonly DayCell[],
  total: number | null,
  known: number,
): ReadonlyMap<string, number> {
  const counts = new Map<string, number>()
  for (const { reading, part } of cells) {
    if (reading.kind === 'uncertain') {
      counts.set(reading.mark.symbol, (counts.get(reading.mark.symbol) ?? 0) + (part === 'half' ? 0.5 : 1))
    }
  }
  const [first] = counts
  if (counts.size !== 1 || first === undefined || total === null) {
    return new Map()
  }
  const [symbol, count] = first
  const each = (total - known) / count
  return each === 0 || each === 50 || each === 100 ? new Map([[symbol, each]]) : new Map()
}

function certainDays(reading: DayCell['reading'], part: Part): number {
  const value = reading.kind === 'certain' ? partValue(reading.value, part) : null
  return value?.dayHundredths ?? 0
}

function readingValue(reading: DayCell['reading'], part: Part, units: Units): MarkValue | null {
  if (reading.kind === 'certain') {
    return partValue(reading.value, part)
  }
  if (reading.kind === 'plain') {
    return plainValue(reading.mark.number, part, units)
  }
  const settled = units.uncertain.get(reading.mark.symbol)
  const value =
    settled === undefined ? reading.mark.byDefault : settledMark(settled, reading.mark.byDefault.meaning)
  return partValue(value, part)
}

function settledMark(hundredths: number, byDefault: MarkMeaning): MarkValue {
  const meaning = hundredths === 0 ? byDefault : hundredths === 50 ? 'half' : 'worked'
  return { dayHundredths: hundredths, minutes: null, overtimeMinutes: 0, meaning }
}

/** A mark on a line of its own kind: half of a day in the morning; overtime is no day. */
function partValue(value: MarkValue, part: Part): MarkValue {
  if (part === 'half' && value.minutes === null) {
    return { ...value, dayHundredths: Math.round(value.dayHundredths / 2) }
  }
  if (part === 'overtime' && value.dayHundredths > 0) {
    const overtimeMinutes = value.minutes ?? 0
    return { dayHundredths: 0, minutes: value.minutes, overtimeMinutes, meaning: 'overtime' }
  }
  return value
}

function plainValue(number: number, part: Part, units: Units): MarkValue | null {
  if (part === 'overtime') {
    const minutes = Math.round(number * 60)
    return { dayHundredths: 0, minutes, overtimeMinutes: minutes, meaning: 'overtime' }
  }
  if (part === 'half') {
    return number === 1 || number === 0.5 ? daysMark(0.5) : number >= 2 ? hoursMark(number) : null
  }
  if (units.plain === 'unclear') {
    return number <= 1 ? daysMark(number) : null
  }
  if (units.plain === 'days') {
    return daysMark(number)
  }
  const mark = hoursMark(number)
  return units.uncapped ? { ...mark, dayHundredths: Math.min(mostHundredths, hourHundredths(number)) } : mark
}

function hourHundredths(hours: number): number {
  return Math.round((hours * 60 * 100) / minutesOfDay)
}

function sumOf(numbers: readonly number[], value: (number: number) => number): number {
  return numbers.reduce((sum, number) => sum + value(number), 0)
}

/** The lines of one day together. Minutes are known only where every line that counts states them. */
function combine(values: readonly MarkValue[]): MarkValue {
  const dayHundredths = Math.min(
    mostHundredths,
    sumOfMarks(values, (value) => value.dayHundredths),
  )
  const isTimed = values.every(
    (value) => value.minutes !== null || value.dayHundredths + value.overtimeMinutes === 0,
  )
  const timed = values.some((value) => value.minutes !== null)
  const main = values.find((value) => value.dayHundredths > 0) ?? values[0]
  const meaning =
    main === undefined || (main.meaning === 'half' && dayHundredths > 50) ? 'worked' : main.meaning
  return {
    dayHundredths,
    minutes: isTimed && timed ? sumOfMarks(values, (value) => value.minutes ?? 0) : null,
    overtimeMinutes: sumOfMarks(values, (value) => value.overtimeMinutes),
    meaning: meaning === 'worked' && dayHundredths === 50 ? 'half' : meaning,
  }
}

function sumOfMarks(values: readonly MarkValue[], part: (value: MarkValue) => number): number {
  return values.reduce((sum, value) => sum + part(value), 0)
}

function reportDefault(symbol: string, cell: SeriesCell, context: RowContext): void {
  if (context.once(`mark ${symbol}`)) {
    const data = { value: symbol, day: cell.day }
    context.report({ severity: 'warning', code: 'cell.mark-by-default', data, index: cell.index })
  }
}
