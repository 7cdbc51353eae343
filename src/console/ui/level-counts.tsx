import { Link } from '@tanstack/react-router'
import { Space } from 'antd'

import type { LevelCounts as Counts } from '../../contract/endpoints/levels.ts'
import { useSay } from '../app/locale.ts'
import { levelColors, levelNames } from './level-tag.tsx'

interface LevelCountsProps {
  open: Counts
  worksiteId?: string
  /** Levels without a finding as well. */
  all?: boolean
}

/** 各等级数 — how many findings there are at each level; each number opens its list. */
export function LevelCounts({ open, worksiteId, all = false }: LevelCountsProps) {
  const say = useSay()
  const shown = levelNames.filter((level) => all || open[level] > 0)
  if (shown.length === 0) {
    return '—'
  }
  return (
    <Space size={6} wrap>
      {shown.map((level) => (
        <Link
          key={level}
          to="/findings"
          search={{ level, ...(worksiteId === undefined ? {} : { worksiteId }) }}
          className={all ? 'count count-large' : 'count'}
          style={levelColors[level]}
        >
          {say(`level.${level}`)} <strong className="number">{open[level]}</strong>
        </Link>
      ))}
    </Space>
  )
}
