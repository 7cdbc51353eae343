import { Link } from '@tanstack/react-router'
import { Card, Table, type TableColumnsType } from 'antd'

import type { RuleScore, ScoreAnswer } from '../../../contract/endpoints/score.ts'
import { useSay } from '../../app/locale.ts'
import { Wide } from '../../ui/wide.tsx'
import { Count, Share } from './cells.tsx'

type Say = ReturnType<typeof useSay>

/** 按规则 — what each rule finds by itself, and how often it is right, by level. */
export function RuleCard({ score: { byRule, apart } }: { score: ScoreAnswer }) {
  const say = useSay()
  const title = say('score-page.by-rule')
  return (
    <Card title={<h2>{title}</h2>} className="flush" styles={{ body: { padding: 0 } }}>
      <p className="lead">{say('score-page.by-rule-note')}</p>
      <Wide label={title}>
        <Table<RuleScore>
          rowKey="ruleId"
          size="small"
          dataSource={byRule}
          columns={columns(say)}
          pagination={false}
          style={{ minWidth: 1060 }}
        />
      </Wide>
      {apart.map(({ ruleId, findings }) => (
        <p key={ruleId} className="foot quiet">
          {say('score-page.apart', { rule: say(`rule.${ruleId}.name`), ...findings })}
        </p>
      ))}
    </Card>
  )
}

function columns(say: Say): TableColumnsType<RuleScore> {
  const at = (code: string, level: string) =>
    say(`score-page.column.${code}`, { level: say(`level.${level}`) })
  return [
    {
      title: say('score-page.column.rule'),
      key: 'rule',
      width: 220,
      render: (_, { ruleId }) => (
        <Link to="/findings" search={{ rule: ruleId, state: 'all' }}>
          {say(`rule.${ruleId}.name`)}
        </Link>
      ),
    },
    {
      title: say('score-page.column.part'),
      key: 'part',
      width: 80,
      render: (_, { part }) => say(`score-page.rule-part.${part}`),
    },
    ...(['yellow', 'orange', 'red'] as const).map((level) => ({
      title: at('recall-at', level),
      key: `recall ${level}`,
      align: 'right' as const,
      render: (_: unknown, { figures: { recall } }: RuleScore) => (
        <Found found={recall[level].found} of={recall[level].of} />
      ),
    })),
    ...(['yellow', 'orange', 'red'] as const).map((level) => ({
      title: at('precision-at', level),
      key: `precision ${level}`,
      align: 'right' as const,
      render: (_: unknown, { figures: { precision } }: RuleScore) => (
        <Share part={precision[level].correct} whole={precision[level].of} />
      ),
    })),
    {
      title: say('score-page.column.notices'),
      key: 'notices',
      align: 'right',
      render: (_, { figures }) => <Count of={figures.notices} />,
    },
  ]
}

/** No rule is meant to find every month, so that finding a few is no failing of it. */
function Found({ found, of }: { found: number; of: number }) {
  return of === 0 ? (
    '—'
  ) : (
    <span className="number">
      {found}
      <span className="quiet">/{of}</span>
    </span>
  )
}
