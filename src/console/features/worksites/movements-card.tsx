import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { Card, Table, type TableColumnsType } from 'antd'
import { useState } from 'react'

import type { Movement, MovementList } from '../../../contract/endpoints/worksites.ts'
import { call, query } from '../../app/api.ts'
import { useLocale, useSay } from '../../app/locale.ts'
import { yuan } from '../../ui/format.ts'
import { Read } from '../../ui/state.tsx'
import { Wide } from '../../ui/wide.tsx'

interface MovementsCardProps {
  place: { worksiteId: string; month: string }
}

/** 流水明细 — the booked movements of a month, each with the row of the statement that told it. */
export function MovementsCard({ place: { worksiteId, month } }: MovementsCardProps) {
  const say = useSay()
  const { locale } = useLocale()
  const [asking, setAsking] = useState({ page: 1, pageSize: 20 })
  const asked = useQuery({
    queryKey: ['movements', worksiteId, month, asking, locale],
    queryFn: () =>
      call<MovementList>(`/api/worksites/${worksiteId}/months/${month}/movements${query(asking)}`, {
        locale,
      }),
    placeholderData: keepPreviousData,
  })
  const title = say('account.movements', { month, total: asked.data?.total ?? 0 })
  if (asked.data?.total === 0) {
    return null
  }
  return (
    <Card title={<h2>{title}</h2>} className="flush" styles={{ body: { padding: 0 } }}>
      <Read asked={asked}>
        {(list) => (
          <Wide label={title}>
            <Table<Movement>
              rowKey="movementId"
              size="small"
              dataSource={list.items}
              columns={columns(say)}
              style={{ minWidth: 860 }}
              pagination={{
                current: asking.page,
                pageSize: asking.pageSize,
                total: list.total,
                hideOnSinglePage: true,
                onChange: (page, pageSize) => setAsking({ page, pageSize }),
                style: { paddingInline: 24 },
              }}
            />
          </Wide>
        )}
      </Read>
    </Card>
  )
}

function columns(say: ReturnType<typeof useSay>): TableColumnsType<Movement> {
  return [
    { title: say('account.column.day'), key: 'day', dataIndex: 'bookedOn', width: 110 },
    {
      title: say('account.column.kind'),
      key: 'kind',
      width: 130,
      render: (_, { kind }) => say(`account.kind.${kind}`),
    },
    {
      title: say('account.column.amount'),
      key: 'amount',
      width: 160,
      align: 'right',
      render: (_, { direction, amountFen }) => (
        <span className="number">
          {say(direction === 'credit' ? 'account.in' : 'account.out')} {yuan(amountFen)}
        </span>
      ),
    },
    {
      title: say('account.column.counterparty'),
      key: 'counterparty',
      render: (_, { counterpartyName, counterpartyTail }) => (
        <>
          {counterpartyName === '' ? '—' : counterpartyName}{' '}
          {counterpartyTail !== '' && (
            <span className="quiet number">{say('account.tail', { tail: counterpartyTail })}</span>
          )}
        </>
      ),
    },
    {
      title: say('account.column.reference'),
      key: 'reference',
      render: (_, { bankReference }) => <span className="number quiet">{bankReference}</span>,
    },
    {
      title: say('account.column.source'),
      key: 'source',
      width: 100,
      render: (_, { intakeId, sheet, row }) => (
        <Link to="/imports/$intakeId" params={{ intakeId }} search={{ sheet, row }}>
          {say('account.source-link', { row })}
        </Link>
      ),
    },
  ]
}
