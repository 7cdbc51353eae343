import { Link } from '@tanstack/react-router'
import { Card, Table, type TableColumnsType } from 'antd'

import type { MissedMonth } from '../../../contract/endpoints/score.ts'
import { useSay } from '../../app/locale.ts'
import { yuan } from '../../ui/format.ts'
import { LevelTag } from '../../ui/level-tag.tsx'
import { Wide } from '../../ui/wide.tsx'
import { Place } from './place.tsx'

/** 漏报 — each opens the claims of its month, where one can see why nobody was warned. */
export function MissedCard({ missed }: { missed: readonly MissedMonth[] }) {
  const say = useSay()
  const title = say('score-page.missed', { total: missed.length })
  return (
    <Card title={<h2>{title}</h2>} className="flush" styles={{ body: { padding: 0 } }}>
      <p className={missed.length === 0 ? 'lead only' : 'lead'}>
        {say(missed.length === 0 ? 'score-page.missed-none' : 'score-page.missed-lead')}
      </p>
      {missed.length > 0 && (
        <Wide label={title}>
          <Table<MissedMonth>
            rowKey={({ worksiteCode, month }) => `${worksiteCode} ${month}`}
            size="small"
            dataSource={missed}
            columns={columns(say)}
            pagination={{ pageSize: 20, hideOnSinglePage: true, showSizeChanger: false }}
            style={{ minWidth: 820 }}
          />
        </Wide>
      )}
    </Card>
  )
}

function columns(say: ReturnType<typeof useSay>): TableColumnsType<MissedMonth> {
  return [
    {
      title: say('findings.column.worksite'),
      key: 'worksite',
      render: (_, of) => <Place of={of} />,
    },
    {
      title: say('findings.column.month'),
      key: 'month',
      width: 110,
      render: (_, { worksiteId, month }) =>
        worksiteId === null ? (
          month
        ) : (
          <Link
            className="number"
            to="/worksites/$worksiteId"
            params={{ worksiteId }}
            search={{ tab: 'claims', month }}
          >
            {month}
          </Link>
        ),
    },
    {
      title: say('score-page.column.cause'),
      key: 'cause',
      width: 150,
      render: (_, { cause }) => say(`cause.${cause}`),
    },
    {
      title: say('score-page.column.due-on'),
      key: 'dueOn',
      width: 110,
      render: (_, { dueOn }) => <span className="number">{dueOn}</span>,
    },
    {
      title: say('findings.column.people'),
      key: 'people',
      width: 80,
      align: 'right',
      render: (_, { people }) => <span className="number">{people}</span>,
    },
    {
      title: say('score-page.column.owed'),
      key: 'owed',
      width: 140,
      align: 'right',
      render: (_, { owedFen }) => <span className="number">{yuan(owedFen)}</span>,
    },
    {
      title: say('score-page.column.highest'),
      key: 'highest',
      width: 120,
      render: (_, { highest }) =>
        highest === null ? (
          <span className="quiet">{say('score-page.unseen')}</span>
        ) : (
          <LevelTag level={highest} />
        ),
    },
  ]
}
