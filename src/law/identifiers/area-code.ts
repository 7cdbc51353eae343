import { packedAreas } from '../data/areas.ts'
import { type Area, type AreaLevel, parseAreas } from './area-list.ts'

const listed: ReadonlyMap<string, Area> = new Map(parseAreas(packedAreas).map((area) => [area.code, area]))

/**
 * 行政区划代码前缀 — cuts a code to the prefix that its whole area shares: 330000 → 33, 330100 → 3301,
 * 330106 → 330106, 330106001 (township) → itself. Prefixes of 2, 4, 6 or 9 digits are accepted as they are.
 * Undefined for anything else, 000000 included: an empty prefix would contain the whole country.
 */
export function trimAreaCode(code: string): string | undefined {
  if (!/^(?:\d{2}|\d{4}|\d{6}|\d{9})$/.test(code)) {
    return undefined
  }
  let prefix = code.length === 9 && code.endsWith('000') ? code.slice(0, 6) : code
  while (prefix.length <= 6 && prefix.endsWith('00')) {
    prefix = prefix.slice(0, -2)
  }
  return /^0/.test(prefix) || prefix === '' ? undefined : prefix
}

/** 行政区划级别 — the level a code or prefix names; undefined where `trimAreaCode` is. */
export function areaLevel(code: string): AreaLevel | undefined {
  const levels: Record<number, AreaLevel> = { 2: 'province', 4: 'prefecture', 6: 'county', 9: 'township' }
  return levels[trimAreaCode(code)?.length ?? 0]
}

/**
 * 行政区划包含 — whether an area lies in the area of a prefix, or is that area. Either may be a full code or
 * a prefix. A malformed one contains nothing and lies nowhere.
 */
export function isWithin(code: string, prefix: string): boolean {
  const inner = trimAreaCode(code)
  const outer = trimAreaCode(prefix)
  return inner !== undefined && outer !== undefined && inner.startsWith(outer)
}

/** 行政区划 — the listed area of a code or prefix of province, prefecture or county; townships are not listed. */
export function findArea(code: string): Area | undefined {
  const prefix = trimAreaCode(code)
  return prefix === undefined ? undefined : listed.get(prefix.padEnd(6, '0'))
}

/** 全部行政区划 — every listed area in the order of codes, withdrawn and statistical ones included. */
export function listAreas(): readonly Area[] {
  return [...listed.values()]
}

/** 上级行政区划 — the listed areas that contain an area, outermost first, without the area itself. */
export function areaParents(code: string): readonly Area[] {
  const prefix = trimAreaCode(code) ?? ''
  return [2, 4, 6]
    .filter((length) => length < prefix.length && !prefix.slice(0, length).endsWith('00'))
    .map((length) => listed.get(prefix.slice(0, length).padEnd(6, '0')))
    .filter((area) => area !== undefined)
}

/** 行政区划名称 — the area's own name, such as 西湖区; undefined for a code that is not listed, or a township. */
export function areaName(code: string): string | undefined {
  return findArea(code)?.name
}

/**
 * 行政区划全称 — the names from province down to the area, such as 浙江省杭州市西湖区. Headings are left out;
 * a township reads as the county it belongs to. Undefined where not even the province is listed.
 */
export function areaFullName(code: string): string | undefined {
  const own = findArea(code)
  const path = own === undefined ? areaParents(code) : [...areaParents(code), own]
  const names = path.filter((area) => !area.name.endsWith('直辖县级行政区划')).map((area) => area.name)
  return names.length === 0 ? undefined : names.join('')
}
