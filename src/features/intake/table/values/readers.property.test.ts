import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { dayNumber, dayOfNumber } from '../../../../law/day.ts'
import { idNumberCheckDigit } from '../../../../law/identifiers/id-number.ts'
import { formatYuan, plainYuan } from '../../../../law/money.ts'
import { capitalYuan } from '../../../../law/money-capital.ts'
import type { Cell } from '../../../../platform/sheets/cell.ts'
import { tableDefinitions } from '../fields.ts'
import { isNothing } from '../text.ts'
import { readDay, readMoment } from './day-values.ts'
import { readIdNumber } from './identity-values.ts'
import { readMark } from './mark-values.ts'
import { readMoney } from './number-values.ts'
import { readName } from './text-values.ts'

const settings = { seed: 20260305, numRuns: 300 }
const yuan = { note: '元', month: null }

function wide(text: string): string {
  return text.replace(/[!-~]/g, (each) => String.fromCharCode(each.charCodeAt(0) + 0xfee0))
}

const fens = fc.bigInt({ min: 0n, max: 99_999_999_999n })
const days = fc
  .integer({ min: dayNumber(dayOfNumber(-7000)), max: dayNumber(dayOfNumber(40_000)) })
  .map(dayOfNumber)
const cells: fc.Arbitrary<Cell> = fc.oneof(
  fc.string({ maxLength: 30, unit: 'binary' }),
  fc.string({
    maxLength: 20,
    unit: fc.constantFrom(...'0123456789.,-/()（）年月日：:√○×天半工元万E+Xx 　张三'),
  }),
  fc.double(),
  fc.integer(),
  fc.boolean(),
  fc.record({ day: days, time: fc.constantFrom(null, '08:30:00') }),
)

describe('金额', () => {
  it('reads back every way in which an amount is written', () => {
    fc.assert(
      fc.property(fens, (fen) => {
        const plain = plainYuan(fen)
        const written = [
          plain,
          formatYuan(fen),
          `¥${formatYuan(fen)}`,
          `${plain}元`,
          wide(plain),
          ` ${plain} `,
        ]
        for (const text of [...written, capitalYuan(fen)]) {
          expect(readMoney(text, yuan)).toEqual({ value: fen })
        }
        expect(readMoney(`(${plain})`, yuan)).toEqual({ value: -fen })
      }),
      settings,
    )
  })

  it('reads the number cell of an amount, whatever binary noise it carries', () => {
    fc.assert(
      fc.property(fens, fc.double({ min: -0.0004, max: 0.0004, noNaN: true }), (fen, noise) => {
        expect(readMoney(Number(fen) / 100 + noise, yuan)).toEqual({ value: fen })
      }),
      settings,
    )
  })

  it('never rounds away a tenth of a fen or more', () => {
    fc.assert(
      fc.property(
        fc.bigInt({ min: 0n, max: 99_999_999n }),
        fc.integer({ min: 15, max: 85 }),
        (fen, hundredths) => {
          const number = (Number(fen) * 100 + hundredths) / 10_000
          expect(readMoney(number, yuan)).toMatchObject({ problem: 'cell.money-too-fine' })
        },
      ),
      settings,
    )
  })
})

describe('日期', () => {
  it('reads every form of a day as the same day', () => {
    fc.assert(
      fc.property(days, (day) => {
        const [year = '', month = '', date = ''] = day.split('-')
        const short = [year, String(Number(month)), String(Number(date))]
        const serial = dayNumber(day) + 25_569
        const forms: Cell[] = [
          day,
          short.join('.'),
          short.join('/'),
          `${year}${month}${date}`,
          serial,
          { day, time: null },
        ]
        for (const form of [...forms, wide(day), `${short[0]}年${short[1]}月${short[2]}日`]) {
          expect(readDay(form)).toEqual({ value: day })
        }
      }),
      settings,
    )
  })

  it('keeps the time beside a day to the second', () => {
    fc.assert(
      fc.property(days, fc.integer({ min: 0, max: 86_399 }), (day, seconds) => {
        const parts = [Math.floor(seconds / 3600), Math.floor(seconds / 60) % 60, seconds % 60]
        const time = parts.map((part) => String(part).padStart(2, '0')).join(':')
        expect(readMoment(`${day} ${time}`)).toEqual({ value: { day, time } })
        expect(readMoment({ day, time })).toEqual({ value: { day, time } })
        expect(readMoment(dayNumber(day) + 25_569 + seconds / 86_400)).toMatchObject({ value: { day } })
      }),
      settings,
    )
  })
})

describe('身份证号', () => {
  const numbers = fc
    .record({
      born: days.filter((day) => day >= '1930-01-01' && day < '2010-01-01'),
      serial: fc.integer({ min: 1, max: 999 }),
    })
    .map(({ born, serial }) => `330106${born.replaceAll('-', '')}${String(serial).padStart(3, '0')}`)
    .map((first) => `${first}${idNumberCheckDigit(first)}`)

  it('reads a number however it is typed', () => {
    fc.assert(
      fc.property(numbers, (number) => {
        for (const text of [number, number.toLowerCase(), wide(number), `'${number}`, ` ${number}　`]) {
          expect(readIdNumber(text)).toEqual({ value: number })
        }
      }),
      settings,
    )
  })

  it('refuses the number cell that Excel makes of it, and every single mistyped digit', () => {
    fc.assert(
      fc.property(numbers, fc.nat({ max: 16 }), fc.integer({ min: 1, max: 9 }), (number, at, by) => {
        const digits = number.replace('X', '0')
        expect(readIdNumber(Number(digits))).toMatchObject({ problem: 'cell.id-number-damaged' })
        const other = (Number(number[at]) + by) % 10
        const mistyped = number.slice(0, at) + other + number.slice(at + 1)
        expect('problem' in readIdNumber(mistyped)).toBe(true)
      }),
      settings,
    )
  })
})

describe('任意单元格', () => {
  it('gives every reader a value or a problem, and never throws', () => {
    const readers = tableDefinitions.flatMap(({ kind, fields }) =>
      Object.entries(fields).map(([name, field]) => ({ name: `${kind}.${name}`, field })),
    )
    fc.assert(
      fc.property(cells, (cell) => {
        if (!isNothing(cell)) {
          for (const { name, field } of readers) {
            const reading = field.read(cell, yuan)
            expect('problem' in reading ? reading.problem : name).toMatch(/^(?:cell\.[a-z-]+|[a-z-]+\.\w+)$/)
          }
        }
      }),
      settings,
    )
  })

  it('shows no run of nine digits in what it says of a cell', () => {
    const readers = tableDefinitions.flatMap(({ fields }) => Object.values(fields))
    fc.assert(
      fc.property(fc.integer({ min: 9, max: 20 }), fc.stringMatching(/^[1-9]\d{19}$/), (length, digits) => {
        for (const cell of [
          digits.slice(0, length),
          `号${digits.slice(0, length)}`,
          Number(digits.slice(0, length)),
        ]) {
          for (const { read } of readers) {
            const reading = read(cell, yuan)
            const said = 'problem' in reading ? reading.data : (reading.warning?.data ?? {})
            expect(JSON.stringify(said)).not.toMatch(/\d{9}/)
          }
        }
      }),
      { ...settings, numRuns: 60 },
    )
  })

  it('reads any name without blanks between Chinese characters', () => {
    fc.assert(
      fc.property(fc.stringMatching(/^[一-龥]{2,6}$/), (name) => {
        expect(readName([...name].join('　'))).toEqual({ value: name })
      }),
      settings,
    )
  })

  it('counts no day of a month grid as more than three', () => {
    fc.assert(
      fc.property(cells, (cell) => {
        const reading = readMark(cell, new Map())
        expect(reading.kind === 'certain' ? reading.value.dayHundredths : 0).toBeLessThanOrEqual(300)
      }),
      settings,
    )
  })
})
