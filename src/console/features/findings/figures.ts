import type { FindingItem } from '../../../contract/endpoints/findings.ts'
import { yuan } from '../../ui/format.ts'

type Say = (code: string, data?: Readonly<Record<string, unknown>>) => string

interface Figure {
  key: string
  label: string
  children: string
}

/** 数字 — the figures of a finding's evidence, labeled; sums in yuan, yes and no in words. */
export function figures(finding: FindingItem, say: Say): Figure[] {
  return Object.entries(finding.evidence).flatMap(([key, value]) => {
    if (key === 'measures' || value === null) {
      return []
    }
    return [{ key, label: say(`figure.${key}`), children: shown(key, value, say) }]
  })
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
