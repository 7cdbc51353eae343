import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { Card, Col, Row, Space, Table, type TableColumnsType } from 'antd'

import type { FindingItem, FindingList } from '../../../contract/endpoints/findings.ts'
import type { WorksiteDetail } from '../../../contract/endpoints/worksites.ts'
import { call, query } from '../../app/api.ts'
import { useLocale, useSay } from '../../app/locale.ts'
import { yuan } from '../../ui/format.ts'
import { LevelTag } from '../../ui/level-tag.tsx'
import { Read } from '../../ui/state.tsx'
import { Wide } from '../../ui/wide.tsx'
import { RegisterCard } from './register-card.tsx'

const findingsShown = 10

/** 概况 — what is open at a worksite, what the register says, which units and feeds there are. */
export function FactsTab({ detail }: { detail: WorksiteDetail }) {
  return (
    <Row gutter={[16, 16]}>
      <Col xs={24} xl={14}>
        <Space orientation="vertical" size={16} style={{ width: '100%' }}>
          <OpenFindings worksiteId={detail.worksite.worksiteId} />
          <Units detail={detail} />
        </Space>
      </Col>
      <Col xs={24} xl={10}>
        <Space orientation="vertical" size={16} style={{ width: '100%' }}>
          <RegisterCard detail={detail} />
          <Feeds detail={detail} />
        </Space>
      </Col>
    </Row>
  )
}

function OpenFindings({ worksiteId }: { worksiteId: string }) {
  const say = useSay()
  const { locale } = useLocale()
  const asked = useQuery({
    queryKey: ['worksite-findings', worksiteId, locale],
    queryFn: () =>
      call<FindingList>(`/api/findings${query({ worksiteId, pageSize: findingsShown })}`, { locale }),
  })
  const total = asked.data?.total ?? 0
  return (
    <Card
      title={<h2>{say('worksite.findings', { total })}</h2>}
      extra={
        total > 0 && (
          <Link to="/findings" search={{ worksiteId }}>
            {say('worksite.findings-all')}
          </Link>
        )
      }
      className="flush"
      styles={{ body: { padding: 0 } }}
    >
      <Read asked={asked}>
        {(list) => (
          <Wide label={say('worksite.findings', { total })}>
            <Table<FindingItem>
              rowKey="findingId"
              size="small"
              pagination={false}
              dataSource={list.items}
              locale={{ emptyText: say('worksite.findings-none') }}
              style={{ minWidth: 560 }}
              columns={findingColumns(say)}
            />
          </Wide>
        )}
      </Read>
    </Card>
  )
}

function findingColumns(say: ReturnType<typeof useSay>): TableColumnsType<FindingItem> {
  return [
    {
      title: say('findings.column.level'),
      key: 'level',
      width: 90,
      render: (_, { level }) => <LevelTag level={level} />,
    },
    {
      title: say('findings.column.rule'),
      key: 'rule',
      render: (_, { findingId, ruleName }) => (
        <Link to="/findings/$findingId" params={{ findingId }}>
          {ruleName}
        </Link>
      ),
    },
    {
      title: say('findings.column.month'),
      key: 'month',
      width: 90,
      render: (_, { month }) => month ?? '—',
    },
    {
      title: say('findings.column.people'),
      key: 'people',
      width: 70,
      align: 'right',
      render: (_, { people }) => <span className="number">{people === 0 ? '—' : people}</span>,
    },
    {
      title: say('findings.column.amount'),
      key: 'amount',
      width: 130,
      align: 'right',
      render: (_, { amountFen }) => (
        <span className="number">{amountFen === '0' ? '—' : yuan(amountFen)}</span>
      ),
    },
    {
      title: say('findings.column.since'),
      key: 'since',
      width: 110,
      render: (_, { sinceOn }) => <span className="number">{sinceOn}</span>,
    },
  ]
}

function Units({ detail }: { detail: WorksiteDetail }) {
  const say = useSay()
  return (
    <Card title={<h2>{say('worksite.units')}</h2>} className="flush" styles={{ body: { padding: 0 } }}>
      <Table<WorksiteDetail['units'][number]>
        rowKey="unitId"
        size="small"
        pagination={false}
        dataSource={detail.units}
        columns={[
          { title: say('worksite.unit.name'), key: 'name', dataIndex: 'name' },
          {
            title: say('worksite.unit.role'),
            key: 'role',
            width: 160,
            render: (_, { role }) => say(`worksite.role.${role}`),
          },
          {
            title: say('worksites.column.people'),
            key: 'people',
            width: 120,
            align: 'right',
            dataIndex: 'people',
          },
        ]}
      />
    </Card>
  )
}

function Feeds({ detail }: { detail: WorksiteDetail }) {
  const say = useSay()
  return (
    <Card title={<h2>{say('worksite.feeds')}</h2>} className="flush" styles={{ body: { padding: 0 } }}>
      <Table<WorksiteDetail['feeds'][number]>
        rowKey="feed"
        size="small"
        pagination={false}
        dataSource={detail.feeds}
        locale={{ emptyText: say('worksite.no-feeds') }}
        columns={[
          {
            title: say('worksite.feed.name'),
            key: 'feed',
            render: (_, { feed }) => say(`worksite.feed.${feed}`),
          },
          { title: say('worksite.feed.received'), key: 'received', width: 130, dataIndex: 'receivedOn' },
          { title: say('worksite.feed.until'), key: 'until', width: 130, dataIndex: 'coveredUntilOn' },
        ]}
      />
    </Card>
  )
}
