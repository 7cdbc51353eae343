import { invariant } from '../../contract/errors.ts'
import type { Truth } from './truth.ts'

/*
 * truth.json: the interfaces of truth.ts as JSON. Sums of fen are texts of digits, since JSON numbers are
 * floats; their keys end with `Fen`.
 */

/** 写真相 — as text; a line a worksite-month, so that it can be looked at and compared. */
export function formatTruth(truth: Truth): string {
  const { worksites, ...head } = truth
  const lines = worksites.map((worksite) => {
    const { months, ...rest } = worksite
    const body = months.map((month) => json(month)).join(',\n  ')
    return `${json(rest).slice(0, -1)},"months":[\n  ${body}]}`
  })
  return `${json(head).slice(0, -1)},"worksites":[\n${lines.join(',\n')}\n]}\n`
}

/** 读真相 — what `formatTruth` wrote. */
export function parseTruth(text: string): Truth {
  const truth: Truth = JSON.parse(text, (key, value: unknown) =>
    key.endsWith('Fen') && typeof value === 'string' ? BigInt(value) : value,
  )
  invariant(truth.version === 1, 'a truth file is of version 1')
  return truth
}

function json(value: unknown): string {
  return JSON.stringify(value, (_, part: unknown) => (typeof part === 'bigint' ? part.toString() : part))
}
