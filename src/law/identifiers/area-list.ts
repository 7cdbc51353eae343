/** 行政区划级别 — which level of division a code names; townships have nine digits. */
export type AreaLevel = 'province' | 'prefecture' | 'county' | 'township'

/**
 * 代码效力 — whether a listed code is in use. `current` and `withdrawn` are as of `areasEdition`;
 * `statistical` codes (市辖区 and other headings, development zones) serve statistics and name no division.
 */
export type AreaStanding = 'current' | 'withdrawn' | 'statistical'

/** 行政区划 — one listed division at county level or above, with its six-digit code (GB/T 2260). */
export interface Area {
  readonly code: string
  readonly name: string
  readonly level: Exclude<AreaLevel, 'township'>
  readonly standing: AreaStanding
}

const token = /^([@#]?)(\d\d)([^\d=~-]*)([=~-]?)$/u

function standingOf(mark: string | undefined): AreaStanding {
  if (mark === '-') {
    return 'withdrawn'
  }
  return mark === '' ? 'current' : 'statistical'
}

/**
 * 读取行政区划表 — reads the packed list written by tools/scripts/areas.ts, in its order.
 * Throws on a token it cannot read: the list is part of the program, so that is a bug.
 */
export function parseAreas(packed: string): Area[] {
  const areas: Area[] = []
  let province = ''
  let prefecture = ''
  for (const text of packed.split(/\s+/u).filter((each) => each !== '')) {
    const [, kind, digits, name, mark] = token.exec(text) ?? []
    if (digits === undefined || name === undefined) {
      throw new Error(`The area list has an unreadable entry: ${text}`)
    }
    const standing = standingOf(mark)
    if (kind === '@') {
      province = digits
      areas.push({ code: `${province}0000`, name, level: 'province', standing })
    } else if (kind === '#') {
      prefecture = digits
      // Districts of a municipality stand under a prefecture number that names nothing.
      if (name !== '') {
        areas.push({ code: `${province}${prefecture}00`, name, level: 'prefecture', standing })
      }
    } else {
      const county = `${province}${prefecture}${digits}`
      areas.push({ code: county, name: mark === '=' ? '市辖区' : name, level: 'county', standing })
    }
  }
  return areas
}
