import { useQuery } from '@tanstack/react-query'
import { Card, Empty, Space, Table, type TableColumnsType } from 'antd'
import type { ReactNode } from 'react'

import type { AccountFlow, FlowDay } from '../../../contract/endpoints/worksites.ts'
import { call } from '../../app/api.ts'
import { useLocale, useSay } from '../../app/locale.ts'
import { yuan } from '../../ui/format.ts'
import { Read } from '../../ui/state.tsx'
import { Wide } from '../../ui/wide.tsx'
import { FlowChart } from './flow-chart.tsx'
import { MovementsCard } from './movements-card.tsx'

type Say = ReturnType<typeof useSay>

interface AccountTabProps {
  place: { worksiteId: string; month: string }
  picker: ReactNode
}

/** 专户资金 — a month of the wage account by day, then its movements one by one. */
export function AccountTab({ place, picker }: AccountTabProps) {
  const say = useSay()
  const { locale } = useLocale()
  const { worksiteId, month } = place
  const asked = useQuery({
    queryKey: ['flow', worksiteId, month, locale],
    queryFn: () => call<AccountFlow>(`/api/worksites/${worksiteId}/months/${month}/flow`, { locale }),
  })
  return (
    <Space orientation="vertical" size={16} style={{ width: '100%' }}>
      <Card
        title={<h2>{say('account.by-day', { month })}</h2>}
        extra={picker}
        className="flush"
        styles={{ body: { padding: 0 } }}
      >
        <Read asked={asked}>
          {({ bankUntil, days }) => (
            <>
              <p className="lead">
                {say('account.lead')} {bankUntil !== null && say('account.until', { day: bankUntil })}
              </p>
              {days.length > 0 && (
                <div className="plot">
                  <FlowChart month={month} days={days} />
                </div>
              )}
              <Wide label={say('account.by-day', { month })}>
                <Table<FlowDay>
                  rowKey="day"
                  size="small"
                  dataSource={days}
                  columns={columns(say)}
                  pagination={false}
                  style={{ minWidth: 900 }}
                  locale={{ emptyText: <Empty description={say('account.empty')} /> }}
                  summary={() => (days.length === 0 ? null : <Sum days={days} />)}
                />
              </Wide>
            </>
          )}
        </Read>
      </Card>
      <MovementsCard key={month} place={place} />
    </Space>
  )
}

function Amount({ fen }: { fen: string | null }) {
  return <span className="number">{fen === null || fen === '0' ? '—' : yuan(fen)}</span>
}

const sums = ['laborCostFen', 'inFen', 'outFen', 'payoutFen', 'returnedFen'] as const
const titles: Readonly<Record<(typeof sums)[number], string>> = {
  laborCostFen: 'labor-cost',
  inFen: 'in',
  outFen: 'out',
  payoutFen: 'payouts',
  returnedFen: 'returned',
}

function columns(say: Say): TableColumnsType<FlowDay> {
  return [
    { title: say('account.column.day'), key: 'day', dataIndex: 'day', width: 110 },
    ...sums.map((key) => ({
      title: say(`account.column.${titles[key]}`),
      key,
      align: 'right' as const,
      render: (_: unknown, of: FlowDay) => (
        <>
          <Amount fen={of[key]} />
          {key === 'payoutFen' && of.payouts > 0 && (
            <div className="quiet">{say('account.payouts', { count: of.payouts })}</div>
          )}
        </>
      ),
    })),
    {
      title: say('account.column.balance'),
      key: 'balance',
      align: 'right',
      render: (_, { balanceFen }) => (
        <span className="number">{balanceFen === null ? '—' : yuan(balanceFen)}</span>
      ),
    },
  ]
}

function Sum({ days }: { days: readonly FlowDay[] }) {
  const say = useSay()
  return (
    <Table.Summary.Row>
      <Table.Summary.Cell index={0}>
        <strong>{say('account.sum')}</strong>
      </Table.Summary.Cell>
      {sums.map((key, index) => (
        <Table.Summary.Cell key={key} index={index + 1} align="right">
          <strong>
            <Amount fen={String(days.reduce((sum, day) => sum + BigInt(day[key]), 0n))} />
          </strong>
        </Table.Summary.Cell>
      ))}
      <Table.Summary.Cell index={sums.length + 1} />
    </Table.Summary.Row>
  )
}
