import { Card, Segmented, Table, type TableColumnsType } from 'antd'
import { useState } from 'react'

import type { ScoreAnswer, ScoreFigures } from '../../../contract/endpoints/score.ts'
import { useSay } from '../../app/locale.ts'
import { yuan } from '../../ui/format.ts'
import { type Level, LevelTag, levelNames } from '../../ui/level-tag.tsx'
import { Wide } from '../../ui/wide.tsx'
import { Count, Share } from './cells.tsx'

const parts = ['total', 'wageRules', 'traced'] as const

/** 按等级 — recall, precision and lead at each level, of all rules or of a part of them. */
export function LevelCard({ score }: { score: ScoreAnswer }) {
  const say = useSay()
  const [part, setPart] = useState<(typeof parts)[number]>('total')
  const title = say('score-page.by-level')
  return (
    <Card
      title={<h2>{title}</h2>}
      extra={
        <Segmented
          size="small"
          aria-label={title}
          value={part}
          onChange={setPart}
          options={parts.map((value) => ({ value, label: say(`score-page.part.${value}`) }))}
        />
      }
      className="flush"
      styles={{ body: { padding: 0 } }}
    >
      <p className="lead">{say('score-page.by-level-note')}</p>
      <Wide label={title}>
        <Table<Level>
          rowKey={(level) => level}
          size="small"
          dataSource={levelNames}
          columns={columns(score[part], say)}
          pagination={false}
          style={{ minWidth: 820 }}
        />
      </Wide>
    </Card>
  )
}

function columns(
  { recall, precision, lead }: ScoreFigures,
  say: ReturnType<typeof useSay>,
): TableColumnsType<Level> {
  const leadOf = (level: Level) => (level === 'yellow' || level === 'orange' ? lead[level] : null)
  return [
    {
      title: say('score-page.column.level'),
      key: 'level',
      width: 130,
      render: (_, level) => <LevelTag level={level} />,
    },
    {
      title: say('score-page.column.recall'),
      key: 'recall',
      align: 'right',
      render: (_, level) => <Share part={recall[level].found} whole={recall[level].of} />,
    },
    {
      title: say('score-page.column.precision'),
      key: 'precision',
      align: 'right',
      render: (_, level) =>
        level === 'notice' ? '—' : <Share part={precision[level].correct} whole={precision[level].of} />,
    },
    {
      title: say('score-page.column.open'),
      key: 'open',
      align: 'right',
      render: (_, level) => <Count of={level === 'notice' ? null : precision[level].open} />,
    },
    {
      title: say('score-page.column.lead'),
      key: 'lead',
      align: 'right',
      render: (_, level) => <Count of={leadOf(level)?.median ?? null} />,
    },
    {
      title: say('score-page.column.p10'),
      key: 'p10',
      align: 'right',
      render: (_, level) => <Count of={leadOf(level)?.p10 ?? null} />,
    },
    ...(['found', 'missed'] as const).map((key) => ({
      title: say(`score-page.column.${key}`),
      key,
      align: 'right' as const,
      render: (_: unknown, level: Level) => (
        <span className="number">{yuan(recall[level][`${key}Fen`])}</span>
      ),
    })),
  ]
}
