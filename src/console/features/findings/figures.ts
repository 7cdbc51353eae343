import type { FindingItem } from '../../../contract/endpoints/findings.ts'
import { yuan } from '../../ui/format.ts'

type Say = (code: string, data?: Readonly<Record<string, unknown>>) => string

interface Figure {
  key: string
  label: string
  children: string
}

/** 数字 — what was measured, then the figures of the evidence; sums in yuan, yes and no in words. */
export function figures(finding: FindingItem, say: Say): Figure[] {
  const measured = finding.measures.flatMap(({ name, value }) =>
    value === null
      ? []
      : [{ key: `measure-${name}`, label: say(`figure.${name}`), children: rounded(value) }],
  )
  const shownOnce = new Set(finding.measures.map(({ name }) => name))
  const figured = Object.entries(finding.evidence)
    .filter(([key, value]) => value !== null && !shownOnce.has(key))
    .sort(([one], [other]) => one.localeCompare(other))
    .map(([key, value]) => ({ key, label: say(`figure.${key}`), children: shown(key, value, say) }))
  return [...measured, ...figured]
}

function rounded(value: number): string {
  return String(Math.round(value * 100) / 100)
}

function shown(key: string, value: unknown, say: Say): string {
  if (typeof value === 'boolean') {
    return say(value ? 'figure.yes' : 'figure.no')
  }
  if (key.endsWith('Fen') && typeof value === 'string') {
    return `${yuan(value)} ${say('unit.yuan')}`
  }
  if (key === 'minimumStatus') {
    return say(`finding.status.${String(value)}`)
  }
  return String(value)
}
