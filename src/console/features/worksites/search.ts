import {
  type ClaimDifference,
  claimDifferences,
  type WorksiteQuery,
  worksiteKinds,
  worksiteSorts,
} from '../../../contract/endpoints/worksites.ts'
import { countOf, given, oneOf, type RawSearch, textOf } from '../../app/search.ts'
import { levelNames } from '../../ui/level-tag.tsx'

/** 列表地址 — filters, order and page of the list of worksites. */
export type WorksiteSearch = { readonly [Key in keyof WorksiteQuery]: WorksiteQuery[Key] | undefined }

export function worksiteSearch(raw: RawSearch): WorksiteSearch {
  return given({
    text: textOf(raw['text']),
    kind: oneOf(raw['kind'], worksiteKinds),
    level: oneOf(raw['level'], [...levelNames, 'clear']),
    sort: oneOf(raw['sort'], worksiteSorts),
    page: countOf(raw['page']),
    pageSize: countOf(raw['pageSize']),
  })
}

export const worksiteTabs = ['facts', 'claims', 'gate', 'account'] as const
export type WorksiteTab = (typeof worksiteTabs)[number]

/** 用工点地址 — which part of a worksite is shown, of which month, and what was opened in it. */
export interface WorksitePlace {
  readonly tab?: WorksiteTab | undefined
  readonly month?: string | undefined
  readonly differs?: ClaimDifference | 'any' | undefined
  readonly day?: string | undefined
}

export function worksitePlace(raw: RawSearch): WorksitePlace {
  const month = textOf(raw['month'])
  const day = textOf(raw['day'])
  return given({
    tab: oneOf(raw['tab'], worksiteTabs),
    month: month !== undefined && /^\d{4}-\d{2}$/.test(month) ? month : undefined,
    differs: oneOf(raw['differs'], [...claimDifferences, 'any']),
    day: day !== undefined && /^\d{4}-\d{2}-\d{2}$/.test(day) ? day : undefined,
  })
}

/** 说法位置 — whose claims are shown: of a worksite's month, perhaps only those that disagree in one way. */
export interface ClaimsPlace {
  readonly worksiteId: string
  readonly month: string
  readonly differs: ClaimDifference | 'any' | undefined
}
