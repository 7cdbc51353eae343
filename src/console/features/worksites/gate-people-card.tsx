import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { Button, Card, Checkbox, Space, Table } from 'antd'
import { useState } from 'react'

import type { GatePerson, GatePersonList } from '../../../contract/endpoints/worksites.ts'
import { call, query } from '../../app/api.ts'
import { useLocale, useSay } from '../../app/locale.ts'
import { Read } from '../../ui/state.tsx'
import { Wide } from '../../ui/wide.tsx'

interface GatePeopleCardProps {
  worksiteId: string
  day: string
  onClose(): void
}

/** 门禁人员 — whom the gate saw on a day, from when to when, and which passage is missing. */
export function GatePeopleCard({ worksiteId, day, onClose }: GatePeopleCardProps) {
  const say = useSay()
  const { locale } = useLocale()
  const [asking, setAsking] = useState({ missing: false, page: 1, pageSize: 20 })
  const { missing, ...page } = asking
  const address = `/api/worksites/${worksiteId}/days/${day}/people`
  const asked = useQuery({
    queryKey: ['gate-people', worksiteId, day, asking, locale],
    queryFn: () =>
      call<GatePersonList>(`${address}${query({ ...page, missing: missing ? 'true' : undefined })}`, {
        locale,
      }),
    placeholderData: keepPreviousData,
  })
  return (
    <Card
      title={<h2>{say('gate.day-title', { day })}</h2>}
      extra={
        <Space>
          <Checkbox
            checked={asking.missing}
            onChange={({ target }) => setAsking({ ...asking, missing: target.checked, page: 1 })}
          >
            {say('gate.only-missing')}
          </Checkbox>
          <Button size="small" onClick={onClose}>
            {say('gate.close-day')}
          </Button>
        </Space>
      }
      className="flush"
      styles={{ body: { padding: 0 } }}
    >
      <Read asked={asked}>
        {(list) => (
          <Wide label={say('gate.day-title', { day })}>
            <People
              list={list}
              asking={asking}
              onPage={(page, pageSize) => setAsking({ ...asking, page, pageSize })}
            />
          </Wide>
        )}
      </Read>
    </Card>
  )
}

interface PeopleProps {
  list: GatePersonList
  asking: { page: number; pageSize: number }
  onPage(page: number, pageSize: number): void
}

function People({ list, asking, onPage }: PeopleProps) {
  const say = useSay()
  const missing = ({ missingIn, missingOut }: GatePerson) =>
    [...(missingIn ? [say('gate.missing-in')] : []), ...(missingOut ? [say('gate.missing-out')] : [])].join(
      ' ',
    )
  return (
    <Table<GatePerson>
      rowKey="personId"
      size="small"
      dataSource={list.items}
      style={{ minWidth: 920 }}
      pagination={{
        current: asking.page,
        pageSize: asking.pageSize,
        total: list.total,
        hideOnSinglePage: true,
        onChange: onPage,
        style: { paddingInline: 24 },
      }}
      columns={[
        { title: say('gate.column.name'), key: 'name', dataIndex: 'name', width: 110 },
        {
          title: say('gate.column.id'),
          key: 'id',
          width: 100,
          render: (_, { idTail }) => <span className="number">{idTail === '' ? '—' : idTail}</span>,
        },
        { title: say('gate.column.unit'), key: 'unit', dataIndex: 'unitName', width: 220 },
        {
          title: say('gate.column.first'),
          key: 'first',
          dataIndex: 'firstAt',
          width: 80,
          className: 'number',
        },
        { title: say('gate.column.last'), key: 'last', dataIndex: 'lastAt', width: 80, className: 'number' },
        {
          title: say('gate.column.hours'),
          key: 'hours',
          width: 120,
          align: 'right',
          render: (_, { minutes }) => (
            <span className="number">
              {Math.floor(minutes / 60)}:{String(minutes % 60).padStart(2, '0')}
            </span>
          ),
        },
        {
          title: say('gate.column.punches'),
          key: 'punches',
          dataIndex: 'punches',
          width: 90,
          align: 'right',
        },
        {
          title: say('gate.column.missing'),
          key: 'missing',
          width: 110,
          render: (_, of) => missing(of) || '—',
        },
      ]}
    />
  )
}
