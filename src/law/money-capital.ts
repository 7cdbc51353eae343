import { capitalNumerals, chineseNumeral } from './numeral.ts'

const digitValues = new Map(
  ['零〇', '壹一弌', '贰二貳两', '叁三參', '肆四', '伍五', '陆六陸', '柒七', '捌八', '玖九'].flatMap(
    (writings, value) => [...writings].map((each): [string, bigint] => [each, BigInt(value)]),
  ),
)
const smallUnits = new Map([...'拾十佰百仟千'].map((unit, index) => [unit, 10n ** BigInt((index >> 1) + 1)]))
const capitals = new Map([
  ...[...digitValues].map(([writing, value]): [string, string] => [
    writing,
    capitalNumerals.digits.charAt(Number(value)),
  ]),
  ...[...'十拾百佰千仟圆元圓元萬万億亿'.matchAll(/../gu)].map(([pair]): [string, string] => [
    pair.charAt(0),
    pair.charAt(1),
  ]),
])

/**
 * 金额大写 — the amount in capital Chinese characters, as contracts and vouchers write it: 壹万贰仟叁佰元整. An amount
 * without fen ends in 整; 零 stands for the places that are skipped; a negative amount opens with 负. A
 * RangeError from 10^16 yuan on.
 */
export function capitalYuan(fen: bigint): string {
  const amount = fen < 0n ? -fen : fen
  const [yuan, jiao, rest] = [amount / 100n, Number((amount / 10n) % 10n), Number(amount % 10n)]
  const digit = (value: number) => capitalNumerals.digits.charAt(value)
  const whole = yuan > 0n || amount === 0n ? `${chineseNumeral(yuan, capitalNumerals)}元` : ''
  const gap = whole !== '' && rest > 0 && jiao === 0 ? '零' : ''
  const small = (jiao > 0 ? `${digit(jiao)}角` : gap) + (rest > 0 ? `${digit(rest)}分` : '整')
  return (fen < 0n ? '负' : '') + whole + small
}

/**
 * 大写金额解析 — fen of an amount in capital or everyday Chinese characters, or null where the text is none. The
 * text must be what we would write for that amount, but for 整 and for the 零 that the banks' rules leave to
 * the writer.
 */
export function parseChineseYuan(written: string): bigint | null {
  const capital = [...written].map((each) => capitals.get(each) ?? each).join('')
  const body = capital
    .replace(/^(负)?人民币/, '$1')
    .replace(/^负/, '')
    .replace(/[整正]$/, '')
  const fen = sumParts(/^拾/.test(body) ? `壹${body}` : body)
  if (fen === null || canonical(capitalYuan(fen)) !== canonical(/^拾/.test(body) ? `壹${body}` : body)) {
    return null
  }
  return capital.startsWith('负') ? -fen : fen
}

function canonical(capital: string): string {
  return capital
    .replace(/整$/, '')
    .replace(/万零(?=.仟)/, '万')
    .replace(/元零(?=.角)/, '元')
}

function sumParts(body: string): bigint | null {
  const match = /^(?:([^元角分]+)元)?(?:零?(.)角)?(?:零?(.)分)?$/u.exec(body)
  if (match === null || body === '') {
    return null
  }
  const [yuan, jiao, fen] = [
    sumWhole(match[1] ?? '零'),
    sumWhole(match[2] ?? '零'),
    sumWhole(match[3] ?? '零'),
  ]
  return yuan === null || jiao === null || fen === null ? null : yuan * 100n + jiao * 10n + fen
}

function sumWhole(body: string): bigint | null {
  let [total, group, digit] = [0n, 0n, 0n]
  for (const each of body) {
    const value = digitValues.get(each)
    const unit = smallUnits.get(each)
    if (value !== undefined) {
      digit = value
    } else if (unit !== undefined) {
      group += digit * unit
      digit = 0n
    } else if (each === '万') {
      group = (group + digit) * 10_000n
      digit = 0n
      total += group
      group = 0n
    } else if (each === '亿') {
      total = (total + group + digit) * 100_000_000n
      group = 0n
      digit = 0n
    } else {
      return null
    }
  }
  return total + group + digit
}
