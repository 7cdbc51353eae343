import type { FindingQuery } from '../../../contract/endpoints/findings.ts'
import { countOf, given, oneOf, type RawSearch, textOf } from '../../app/search.ts'
import { levelNames } from '../../ui/level-tag.tsx'

export const findingStates = ['open', 'cleared', 'all'] as const

/** 预警地址 — filters and page of the list of findings. */
export type FindingSearch = { readonly [Key in keyof FindingQuery]: FindingQuery[Key] | undefined }

export function findingSearch(raw: RawSearch): FindingSearch {
  const asOf = textOf(raw['asOf'])
  return given({
    asOf: asOf !== undefined && /^\d{4}-\d{2}-\d{2}$/.test(asOf) ? asOf : undefined,
    worksite: textOf(raw['worksite']),
    worksiteId: textOf(raw['worksiteId']),
    rule: textOf(raw['rule']),
    level: oneOf(raw['level'], levelNames),
    state: oneOf(raw['state'], findingStates),
    page: countOf(raw['page']),
    pageSize: countOf(raw['pageSize']),
  })
}
