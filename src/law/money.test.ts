import fc from 'fast-check'
import Nzh from 'nzh'
import { describe, expect, it } from 'vitest'
import {
  compareRatios,
  divideFen,
  fenOfNumber,
  fenOfYuan,
  formatYuan,
  multiplyFen,
  parseYuan,
  percent,
  plainYuan,
  sumFen,
} from './money.ts'
import { capitalYuan } from './money-capital.ts'

const seed = 20260212
const amounts = fc.bigInt({ min: -(10n ** 15n), max: 10n ** 15n })

describe('parseYuan', () => {
  it.each([
    ['1234.5', 123450n],
    ['1,234.56', 123456n],
    ['12,345,678', 1234567800n],
    ['1 234 567.89', 123456789n],
    ['１２，３４５．６７', 1234567n],
    ['¥ 1,234.56 元', 123456n],
    ['￥-5', -500n],
    ['-￥5.00', -500n],
    ['－100', -10000n],
    ['人民币100元', 10000n],
    ['RMB 100', 10000n],
    ['1.2万元', 1200000n],
    ['0.000001万', 1n],
    ['3亿元', 30000000000n],
    ['.5', 50n],
    ['5.', 500n],
    ['12.3000', 1230n],
    ['0', 0n],
    ['  88 ', 8800n],
  ])('reads %j', (written, fen) => {
    expect(parseYuan(written)).toBe(fen)
  })

  it.each([
    '',
    ' ',
    '元',
    '.',
    '-',
    '1,23',
    '1,2345',
    '1 2',
    '12 34',
    '1.2.3',
    '1.005',
    '0.0000001万',
    '1e3',
    '0x10',
    '12abc',
    '--5',
    '1/2',
    'NaN',
    '一百',
    '壹仟伍元',
    '壹佰零元',
    '壹亿壹仟元',
    '仟元',
    '壹佰佰元',
    '伍分伍角',
    '壹元拾角',
    '负元',
  ])('refuses %j', (written) => {
    expect(parseYuan(written)).toBeNull()
  })

  it.each([
    ['壹万贰仟叁佰元整', 1230000n],
    ['人民币壹万贰仟叁佰圆正', 1230000n],
    ['壹拾万零柒仟元零伍角叁分', 10700053n],
    ['壹拾万柒仟元伍角叁分', 10700053n],
    ['拾元整', 1000n],
    ['贰拾元', 2000n],
    ['一万二千三百元', 1230000n],
    ['貳仟陸佰圓整', 260000n],
    ['壹佰元零伍分', 10005n],
    ['伍角', 50n],
    ['负壹佰元整', -10000n],
  ])('reads the capitals %s', (written, fen) => {
    expect(parseYuan(written)).toBe(fen)
  })

  it('reads back every amount that is written, plain, separated or in capitals', () => {
    fc.assert(
      fc.property(amounts, (fen) => {
        expect(parseYuan(plainYuan(fen))).toBe(fen)
        expect(parseYuan(formatYuan(fen))).toBe(fen)
        expect(parseYuan(`${formatYuan(fen)}元`)).toBe(fen)
        expect(parseYuan(capitalYuan(fen))).toBe(fen)
      }),
      { seed, numRuns: 1000 },
    )
  })

  it('never throws on any text', () => {
    const texts = fc.oneof(
      fc.string(),
      fc.string({ unit: fc.constantFrom(...'壹贰十拾佰仟万亿元角分零整负-1.,５ ') }),
    )
    fc.assert(
      fc.property(texts, (written) => {
        const fen = parseYuan(written)
        expect(fen === null || typeof fen === 'bigint').toBe(true)
      }),
      { seed, numRuns: 2000 },
    )
  })
})

describe('capitalYuan', () => {
  it.each([
    [0n, '零元整'],
    [5n, '伍分'],
    [50n, '伍角整'],
    [1005n, '壹拾元零伍分'],
    [1050n, '壹拾元伍角整'],
    [1230000n, '壹万贰仟叁佰元整'],
    [10000100n, '壹拾万零壹元整'],
    [100000000n, '壹佰万元整'],
    [10000100000n, '壹亿零壹仟元整'],
    [-100n, '负壹元整'],
  ])('writes %s as %s', (fen, written) => {
    expect(capitalYuan(fen)).toBe(written)
  })

  it('agrees with nzh, which omits 整', () => {
    fc.assert(
      fc.property(fc.bigInt({ min: 0n, max: 10n ** 15n }), (fen) => {
        const other = Nzh.cn.toMoney(plainYuan(fen), { outSymbol: false })
        expect(capitalYuan(fen).replace(/整$/, '')).toBe(other.replace(/整$/, ''))
      }),
      { seed, numRuns: 3000 },
    )
  })

  it('refuses amounts from ten to the sixteenth yuan on', () => {
    expect(() => capitalYuan(10n ** 18n)).toThrow(RangeError)
  })
})

describe('fenOfNumber', () => {
  it.each([
    [12, 1200n],
    [1234.56, 123456n],
    [1.005, 101n],
    [-1.005, -101n],
    [0.1 + 0.2, 30n],
    [5333.329999999999, 533333n],
    [5333.333333333333, 533333n],
    [1e-7, 0n],
    [Number.NaN, null],
    [Number.POSITIVE_INFINITY, null],
    [1e13, null],
  ])('takes %d', (yuan, fen) => {
    expect(fenOfNumber(yuan)).toBe(fen)
  })

  it('keeps every amount of two decimals', () => {
    fc.assert(
      fc.property(fc.integer({ min: -(10 ** 13), max: 10 ** 13 }), (cents) => {
        expect(fenOfNumber(cents / 100)).toBe(BigInt(cents))
      }),
      { seed, numRuns: 2000 },
    )
  })
})

describe('ratios', () => {
  it('compares without floats', () => {
    expect(compareRatios({ part: 84_999n, whole: 100_000n }, percent(85))).toBe(-1)
    expect(compareRatios({ part: 85n, whole: 100n }, percent(85))).toBe(0)
    expect(compareRatios({ part: -1n, whole: -2n }, percent(49))).toBe(1)
    expect(() => compareRatios({ part: 1n, whole: 0n }, percent(1))).toThrow(RangeError)
  })

  it('rounds as stated', () => {
    const third = { part: 1n, whole: 3n }
    expect(multiplyFen(100n, third, 'down')).toBe(33n)
    expect(multiplyFen(100n, third, 'up')).toBe(34n)
    expect(multiplyFen(100n, third, 'half-up')).toBe(33n)
    expect(multiplyFen(5n, percent(50), 'half-up')).toBe(3n)
    expect(multiplyFen(-5n, percent(50), 'half-up')).toBe(-3n)
    expect(multiplyFen(-5n, percent(50), 'down')).toBe(-2n)
    expect(multiplyFen(-5n, percent(50), 'up')).toBe(-3n)
  })

  it('turns a month of 6525 yuan into a day of 300', () => {
    expect(divideFen(fenOfYuan(6525), { part: 87n, whole: 4n }, 'half-up')).toBe(fenOfYuan(300))
  })

  it('never rounds by a fen or more', () => {
    const ratios = fc.record({
      part: fc.bigInt({ min: 0n, max: 1000n }),
      whole: fc.bigInt({ min: 1n, max: 1000n }),
    })
    fc.assert(
      fc.property(fc.bigInt({ min: 0n, max: 10n ** 12n }), ratios, (fen, by) => {
        const exact = fen * by.part
        const [down, half, up] = [
          multiplyFen(fen, by, 'down'),
          multiplyFen(fen, by, 'half-up'),
          multiplyFen(fen, by, 'up'),
        ]
        expect(down * by.whole <= exact && exact - down * by.whole < by.whole).toBe(true)
        expect(up * by.whole >= exact && up * by.whole - exact < by.whole).toBe(true)
        expect(half === down || half === up).toBe(true)
      }),
      { seed },
    )
  })

  it('sums', () => {
    expect(sumFen([1n, 2n, -4n])).toBe(-1n)
    expect(sumFen([])).toBe(0n)
  })
})
