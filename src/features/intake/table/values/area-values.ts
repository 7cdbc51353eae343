import { areaParents, findArea, listAreas, trimAreaCode } from '../../../../law/identifiers/area-code.ts'
import type { Cell } from '../../../../platform/sheets/cell.ts'
import { compactText, shown } from '../text.ts'
import type { Reading } from '../types.ts'

let codesByName: ReadonlyMap<string, readonly string[]> | undefined

/**
 * 行政区划 — a code of 6 digits, or 9 with the township, or a name: 西湖区, 杭州市西湖区, 浙江省杭州市西湖区 (with or
 * without strokes between). A name that several areas bear is refused with the ways to write it in full.
 */
export function readArea(cell: Cell): Reading<string> {
  const text = compactText(cell).replace(/[-/\\,>·]/g, '')
  if (/^\d+$/.test(text)) {
    const isListed = /^\d{6}(?:\d{3})?$/.test(text) && findArea(text.slice(0, 6)) !== undefined
    return isListed && trimAreaCode(text) !== undefined
      ? { value: text }
      : { problem: 'cell.area-code-unknown', data: { value: shown(cell) } }
  }
  codesByName ??= indexNames()
  const codes = codesByName.get(text) ?? []
  const [only] = codes
  if (only === undefined || codes.length > 1) {
    const problem = codes.length > 1 ? 'cell.area-ambiguous' : 'cell.area-unknown'
    return { problem, data: { value: shown(cell), codes: codes.slice(0, 5) } }
  }
  return { value: only }
}

/**
 * Every way to write a name: alone, and after its prefecture, its province, or both. Areas in use come
 * before old ones.
 */
function indexNames(): ReadonlyMap<string, readonly string[]> {
  const names = new Map<string, { current: string[]; other: string[] }>()
  for (const area of listAreas()) {
    const parents = areaParents(area.code).map((parent) => parent.name)
    const [province = '', prefecture = ''] = parents
    for (const written of new Set(
      ['', prefecture, province, province + prefecture].map((each) => each + area.name),
    )) {
      const entry = names.get(written) ?? { current: [], other: [] }
      const list = area.standing === 'current' ? entry.current : entry.other
      list.push(area.code)
      names.set(written, entry)
    }
  }
  return new Map([...names].map(([name, { current, other }]) => [name, current.length > 0 ? current : other]))
}
