/** 数字写法 — the ten digits and the units of ten, hundred and thousand, in everyday or in capital characters. */
export interface NumeralStyle {
  readonly digits: string
  readonly units: readonly [string, string, string, string]
}

export const capitalNumerals: NumeralStyle = { digits: '零壹贰叁肆伍陆柒捌玖', units: ['', '拾', '佰', '仟'] }
export const everydayNumerals: NumeralStyle = {
  digits: '零一二三四五六七八九',
  units: ['', '十', '百', '千'],
}

const groupUnits = ['', '万', '亿', '万亿'] as const
const groupSize = 10_000n

/** 中文数字 — a whole number below 10^16 in Chinese; a RangeError where it is negative or larger. */
export function chineseNumeral(value: bigint, style: NumeralStyle): string {
  if (value < 0n || value >= groupSize ** 4n) {
    throw new RangeError(`${value} is outside the numbers that are written in Chinese here`)
  }
  let written = ''
  for (let place = groupUnits.length - 1; place >= 0; place -= 1) {
    const group = (value / groupSize ** BigInt(place)) % groupSize
    if (group === 0n) {
      continue
    }
    const gap = written !== '' && (group < 1000n || skipsGroup(value, place))
    written += (gap ? style.digits.charAt(0) : '') + writeGroup(group, style) + unitOf(value, place)
  }
  return written === '' ? style.digits.charAt(0) : written
}

/** 序数 — an everyday numeral as in 第十四条: 10 to 19 drop the leading 一. */
export function everydayNumeral(value: number): string {
  return chineseNumeral(BigInt(value), everydayNumerals).replace(/^一十/, '十')
}

function skipsGroup(value: bigint, place: number): boolean {
  return (value / groupSize ** BigInt(place + 1)) % groupSize === 0n
}

function unitOf(value: bigint, place: number): string {
  if (place === 3) {
    return (value / groupSize ** 2n) % groupSize === 0n ? '万亿' : '万'
  }
  return groupUnits[place] ?? ''
}

function writeGroup(group: bigint, style: NumeralStyle): string {
  let written = ''
  for (let place = 3; place >= 0; place -= 1) {
    const digit = Number((group / 10n ** BigInt(place)) % 10n)
    if (digit !== 0) {
      written += style.digits.charAt(digit) + style.units[place]
    } else if (
      written !== '' &&
      group % 10n ** BigInt(place) !== 0n &&
      !written.endsWith(style.digits.charAt(0))
    ) {
      written += style.digits.charAt(0)
    }
  }
  return written
}
