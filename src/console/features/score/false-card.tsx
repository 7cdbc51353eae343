import { Link } from '@tanstack/react-router'
import { Card, Table, type TableColumnsType } from 'antd'

import type { FalseAlarm } from '../../../contract/endpoints/score.ts'
import { useSay } from '../../app/locale.ts'
import { LevelTag } from '../../ui/level-tag.tsx'
import { Wide } from '../../ui/wide.tsx'
import { Place } from './place.tsx'

/** 误报 — each opens its finding. */
export function FalseCard({ alarms }: { alarms: readonly FalseAlarm[] }) {
  const say = useSay()
  const title = say('score-page.false', { total: alarms.length })
  return (
    <Card title={<h2>{title}</h2>} className="flush" styles={{ body: { padding: 0 } }}>
      <p className={alarms.length === 0 ? 'lead only' : 'lead'}>
        {say(alarms.length === 0 ? 'score-page.false-none' : 'score-page.false-lead')}
      </p>
      {alarms.length > 0 && (
        <Wide label={title}>
          <Table<FalseAlarm>
            rowKey={({ ruleId, worksiteCode, month }) => `${ruleId} ${worksiteCode} ${month}`}
            size="small"
            dataSource={alarms}
            columns={columns(say)}
            pagination={{ pageSize: 20, hideOnSinglePage: true, showSizeChanger: false }}
            style={{ minWidth: 820 }}
          />
        </Wide>
      )}
    </Card>
  )
}

function columns(say: ReturnType<typeof useSay>): TableColumnsType<FalseAlarm> {
  return [
    {
      title: say('findings.column.level'),
      key: 'level',
      width: 90,
      render: (_, { highest }) => <LevelTag level={highest} />,
    },
    {
      title: say('findings.column.rule'),
      key: 'rule',
      width: 200,
      render: (_, { ruleId, findingId }) => {
        const name = say(`rule.${ruleId}.name`)
        return findingId === null ? (
          name
        ) : (
          <Link to="/findings/$findingId" params={{ findingId }}>
            {name}
          </Link>
        )
      },
    },
    { title: say('findings.column.worksite'), key: 'worksite', render: (_, of) => <Place of={of} /> },
    {
      title: say('findings.column.month'),
      key: 'month',
      width: 110,
      render: (_, { month }) => <span className="number">{month ?? '—'}</span>,
    },
    {
      title: say('score-page.column.cause'),
      key: 'cause',
      width: 150,
      render: (_, { cause }) => say(`cause.${cause}`),
    },
    {
      title: say('score-page.column.opened'),
      key: 'openedOn',
      width: 120,
      render: (_, { openedOn }) => <span className="number">{openedOn}</span>,
    },
  ]
}
