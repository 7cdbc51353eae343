import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { Link, useNavigate, useSearch } from '@tanstack/react-router'
import { Card, Empty, Table, type TableColumnsType, Tag } from 'antd'

import type { FindingItem, FindingList } from '../../../contract/endpoints/findings.ts'
import { call, query } from '../../app/api.ts'
import { useLocale, useSay } from '../../app/locale.ts'
import { yuan } from '../../ui/format.ts'
import { LevelTag } from '../../ui/level-tag.tsx'
import { Read } from '../../ui/state.tsx'
import { Wide } from '../../ui/wide.tsx'
import { FindingFilters } from './finding-filters.tsx'
import type { FindingSearch } from './search.ts'

const pageSize = 20

/** 命中列表 — filters in the address, a page of findings, each opening its explanation. */
export function FindingListPage() {
  const say = useSay()
  const { locale } = useLocale()
  const search = useSearch({ from: '/findings' })
  const navigate = useNavigate({ from: '/findings' })
  const asked = useQuery({
    queryKey: ['findings', search, locale],
    queryFn: () => call<FindingList>(`/api/findings${query({ pageSize, ...search })}`, { locale }),
    placeholderData: keepPreviousData,
  })
  const change = (next: FindingSearch) => void navigate({ search: next })
  const { page = 1, pageSize: size = pageSize, ...filters } = search
  const filtered = Object.keys(filters).length > 0
  return (
    <>
      <h1>{say('findings.title')}</h1>
      <p className="lead">
        {search.asOf === undefined ? say('findings.lead') : say('findings.as-of-note', { day: search.asOf })}
      </p>
      <Card styles={{ body: { padding: 16 } }}>
        <FindingFilters
          search={search}
          worksiteName={asked.data?.items[0]?.worksiteName}
          onChange={(changed) => change({ ...search, ...changed, page: undefined })}
        />
        <Read asked={asked}>
          {(list) => (
            <Wide label={say('findings.title')}>
              <Table<FindingItem>
                rowKey="findingId"
                size="middle"
                loading={asked.isPlaceholderData}
                columns={columns(say)}
                dataSource={list.items}
                style={{ minWidth: 980 }}
                locale={{
                  emptyText: <Empty description={say(filtered ? 'findings.empty' : 'findings.empty-all')} />,
                }}
                pagination={{
                  current: page,
                  pageSize: size,
                  total: list.total,
                  showTotal: (total) => say('findings.total', { total }),
                  onChange: (next, nextSize) => change({ ...search, page: next, pageSize: nextSize }),
                }}
              />
            </Wide>
          )}
        </Read>
      </Card>
    </>
  )
}

function columns(say: ReturnType<typeof useSay>): TableColumnsType<FindingItem> {
  return [
    {
      title: say('findings.column.level'),
      width: 120,
      render: (_, item) => (
        <>
          <LevelTag level={item.level} />
          {item.breach && <Tag>{say('finding.breach-tag')}</Tag>}
        </>
      ),
    },
    {
      title: say('findings.column.rule'),
      width: 180,
      render: (_, item) => (
        <Link to="/findings/$findingId" params={{ findingId: item.findingId }}>
          {item.ruleName}
        </Link>
      ),
    },
    {
      title: say('findings.column.worksite'),
      render: (_, item) => (
        <>
          <Link to="/worksites/$worksiteId" params={{ worksiteId: item.worksiteId }}>
            {item.worksiteName}
          </Link>
          <div className="quiet number">{item.worksiteCode}</div>
        </>
      ),
    },
    { title: say('findings.column.month'), width: 100, render: (_, item) => item.month ?? '—' },
    {
      title: say('findings.column.people'),
      width: 80,
      align: 'right',
      render: (_, item) => <span className="number">{item.people === 0 ? '—' : item.people}</span>,
    },
    {
      title: say('findings.column.amount'),
      width: 140,
      align: 'right',
      render: (_, item) => (
        <span className="number">{item.amountFen === '0' ? '—' : yuan(item.amountFen)}</span>
      ),
    },
    { title: say('findings.column.since'), width: 120, dataIndex: 'sinceOn' },
    {
      title: say('findings.column.article'),
      width: 220,
      render: (_, item) => item.articles[0]?.label ?? '—',
    },
  ]
}
