import { Card, Table, type TableColumnsType } from 'antd'

import type { CauseScore } from '../../../contract/endpoints/score.ts'
import { useSay } from '../../app/locale.ts'
import { yuan } from '../../ui/format.ts'
import { Wide } from '../../ui/wide.tsx'
import { Count, Share } from './cells.tsx'

type Say = ReturnType<typeof useSay>

/** 按成因 — how well months of each cause were found, and how often warnings at its worksites were true. */
export function CauseCard({ causes }: { causes: readonly CauseScore[] }) {
  const say = useSay()
  const title = say('score-page.by-cause')
  return (
    <Card title={<h2>{title}</h2>} className="flush" styles={{ body: { padding: 0 } }}>
      <p className="lead">{say('score-page.by-cause-note')}</p>
      <Wide label={title}>
        <Table<CauseScore>
          rowKey="cause"
          size="small"
          dataSource={causes}
          columns={columns(say)}
          pagination={false}
          style={{ minWidth: 1060 }}
        />
      </Wide>
    </Card>
  )
}

function columns(say: Say): TableColumnsType<CauseScore> {
  const at = (code: string, level: string) =>
    say(`score-page.column.${code}`, { level: say(`level.${level}`) })
  return [
    {
      title: say('score-page.column.cause'),
      key: 'cause',
      width: 220,
      render: (_, { cause }) => say(`cause.${cause}`),
    },
    {
      title: say('score-page.column.worksites'),
      key: 'worksites',
      align: 'right',
      render: (_, { worksites }) => <Count of={worksites} />,
    },
    {
      title: say('score-page.column.judged'),
      key: 'judged',
      align: 'right',
      render: (_, { judged }) => <Count of={judged} />,
    },
    ...(['yellow', 'orange'] as const).map((level) => ({
      title: at('recall-at', level),
      key: `recall ${level}`,
      align: 'right' as const,
      render: (_: unknown, { figures: { recall } }: CauseScore) => (
        <Share part={recall[level].found} whole={recall[level].of} />
      ),
    })),
    ...(['yellow', 'orange'] as const).map((level) => ({
      title: at('precision-at', level),
      key: `precision ${level}`,
      align: 'right' as const,
      render: (_: unknown, { figures: { precision } }: CauseScore) => (
        <Share part={precision[level].correct} whole={precision[level].of} />
      ),
    })),
    {
      title: at('lead-at', 'orange'),
      key: 'lead',
      align: 'right',
      render: (_, { figures }) => <Count of={figures.lead.orange.median} />,
    },
    {
      title: say('score-page.column.missed'),
      key: 'missed',
      align: 'right',
      render: (_, { figures: { recall } }) => (
        <span className={recall.orange.missedFen === '0' ? 'number' : 'number short'}>
          {recall.orange.of === 0 ? '—' : yuan(recall.orange.missedFen)}
        </span>
      ),
    },
  ]
}
