import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { Link, useNavigate } from '@tanstack/react-router'
import { Card, Empty, Input, Segmented, Select, Space, Table, type TableColumnsType, Tag } from 'antd'
import { useState } from 'react'

import type { FindingItem, FindingList, FindingQuery } from '../../../contract/endpoints/findings.ts'
import { messageCodes } from '../../../contract/messages/index.ts'
import { call, query } from '../../app/api.ts'
import { useLocale, useSay } from '../../app/locale.ts'
import { yuan } from '../../ui/format.ts'
import { LevelTag, levelNames } from '../../ui/level-tag.tsx'
import { Read } from '../../ui/state.tsx'

/** Every rule has a name in the catalogue of texts. */
const ruleIds = messageCodes().flatMap((code) => /^rule\.(.+)\.name$/.exec(code)?.[1] ?? [])

/** 命中列表 — filters, a page of findings, each opening its explanation. */
export function FindingListPage() {
  const say = useSay()
  const { locale } = useLocale()
  const navigate = useNavigate()
  const [filter, setFilter] = useState<FindingQuery>({ page: 1, pageSize: 20 })
  const asked = useQuery({
    queryKey: ['findings', filter, locale],
    queryFn: () => call<FindingList>(`/api/findings${query(filter)}`, { locale }),
    placeholderData: keepPreviousData,
  })
  const filtered = filter.level ?? filter.rule ?? filter.worksite ?? filter.state
  return (
    <>
      <h1>{say('findings.title')}</h1>
      <p className="lead">{say('findings.lead')}</p>
      <Card styles={{ body: { padding: 16 } }}>
        <Filters filter={filter} onChange={(change) => setFilter({ ...filter, ...change, page: 1 })} />
        <Read asked={asked}>
          {(list) => (
            <Table<FindingItem>
              rowKey="findingId"
              size="middle"
              loading={asked.isPlaceholderData}
              columns={columns(say)}
              dataSource={list.items}
              scroll={{ x: 900 }}
              locale={{
                emptyText: <Empty description={say(filtered ? 'findings.empty' : 'findings.empty-all')} />,
              }}
              onRow={(item) => ({
                onClick: () =>
                  void navigate({ to: '/findings/$findingId', params: { findingId: item.findingId } }),
                style: { cursor: 'pointer' },
              })}
              pagination={{
                current: filter.page ?? 1,
                pageSize: filter.pageSize ?? 20,
                total: list.total,
                showTotal: (total) => say('findings.total', { total }),
                onChange: (page, pageSize) => setFilter({ ...filter, page, pageSize }),
              }}
            />
          )}
        </Read>
      </Card>
    </>
  )
}

interface FiltersProps {
  filter: FindingQuery
  onChange(change: FindingQuery): void
}

function Filters({ filter, onChange }: FiltersProps) {
  const say = useSay()
  return (
    <Space wrap style={{ marginBottom: 16 }}>
      <Segmented
        value={filter.state ?? 'open'}
        onChange={(state) => onChange({ state })}
        options={(['open', 'cleared', 'all'] as const).map((value) => ({
          value,
          label: say(`findings.state.${value}`),
        }))}
      />
      <Select
        aria-label={say('findings.column.level')}
        style={{ width: 130 }}
        value={filter.level ?? ''}
        onChange={(level) => onChange({ level: level === '' ? undefined : level } as FindingQuery)}
        options={[
          { value: '' as const, label: say('findings.all-levels') },
          ...levelNames.map((value) => ({ value, label: say(`level.${value}`) })),
        ]}
      />
      <Select
        aria-label={say('findings.column.rule')}
        style={{ width: 200 }}
        value={filter.rule ?? ''}
        onChange={(rule) => onChange({ rule })}
        options={[
          { value: '', label: say('findings.all-rules') },
          ...ruleIds.map((value) => ({ value, label: say(`rule.${value}.name`) })),
        ]}
      />
      <Input.Search
        aria-label={say('findings.search')}
        placeholder={say('findings.search')}
        allowClear
        style={{ width: 240 }}
        onSearch={(worksite) => onChange({ worksite: worksite.trim() })}
      />
    </Space>
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
          {item.worksiteName}
          <div className="number" style={{ color: 'rgb(0 0 0 / 66%)', fontSize: 12 }}>
            {item.worksiteCode}
          </div>
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
