import { useQuery } from '@tanstack/react-query'
import { Link, useNavigate } from '@tanstack/react-router'
import { Card, Col, Empty, Segmented, Table, type TableColumnsType } from 'antd'
import { type ReactNode, useState } from 'react'

import type { History, HistoryDay } from '../../../contract/endpoints/overview.ts'
import { call } from '../../app/api.ts'
import { useLocale, useSay } from '../../app/locale.ts'
import { DayChart } from '../../ui/chart/day-chart.tsx'
import { useNumbers, yuan, yuanNumber } from '../../ui/format.ts'
import { levelFills, levelNames } from '../../ui/level-tag.tsx'
import { Read } from '../../ui/state.tsx'
import { Wide } from '../../ui/wide.tsx'

const moneyFill = '#0b5cad'

/** 走势 — findings by level and what is owed, by day: each as a chart, and the same numbers as a table. */
export function HistoryCards() {
  const say = useSay()
  const { locale } = useLocale()
  const asked = useQuery({
    queryKey: ['history', locale],
    queryFn: () => call<History>('/api/overview/history', { locale }),
  })
  return (
    <>
      <Col xs={24} xl={12}>
        <ChartCard
          title={say('overview.levels')}
          chart={<Read asked={asked}>{({ days }) => <LevelChart days={days} />}</Read>}
          table={<Read asked={asked}>{({ days }) => <LevelTable days={days} />}</Read>}
        />
      </Col>
      <Col xs={24} xl={12}>
        <ChartCard
          title={say('overview.money')}
          chart={<Read asked={asked}>{({ days }) => <MoneyChart days={days} />}</Read>}
          table={<Read asked={asked}>{({ days }) => <MoneyTable days={days} />}</Read>}
        />
      </Col>
    </>
  )
}

interface ChartCardProps {
  title: string
  chart: ReactNode
  table: ReactNode
}

function ChartCard({ title, chart, table }: ChartCardProps) {
  const say = useSay()
  const [shown, setShown] = useState<'chart' | 'table'>('chart')
  return (
    <Card
      title={<h2>{title}</h2>}
      style={{ height: '100%' }}
      extra={
        <Segmented
          size="small"
          aria-label={title}
          value={shown}
          onChange={setShown}
          options={[
            { value: 'chart', label: say('overview.as-chart') },
            { value: 'table', label: say('overview.as-table') },
          ]}
        />
      }
    >
      {shown === 'chart' ? chart : table}
      {shown === 'chart' && <div className="quiet">{say('overview.chart-hint')}</div>}
    </Card>
  )
}

interface DaysProps {
  days: readonly HistoryDay[]
}

function LevelChart({ days }: DaysProps) {
  const say = useSay()
  const numbers = useNumbers()
  const navigate = useNavigate()
  const span = spanOf(days)
  if (span === null) {
    return <Empty description={say('overview.no-history')} />
  }
  return (
    <DayChart
      days={days.map(({ day }) => day)}
      // The gravest stand at the foot, where columns of different days can be compared.
      series={levelNames.map((level) => ({
        name: say(`level.${level}`),
        color: levelFills[level],
        shape: 'column',
        values: days.map(({ open }) => open[level]),
      }))}
      description={say('overview.levels-chart', span)}
      whole
      tick={numbers.short}
      exact={numbers.whole}
      onPick={(asOf) => void navigate({ to: '/findings', search: { asOf } })}
    />
  )
}

function MoneyChart({ days }: DaysProps) {
  const say = useSay()
  const numbers = useNumbers()
  const navigate = useNavigate()
  const span = spanOf(days)
  if (span === null) {
    return <Empty description={say('overview.no-history')} />
  }
  return (
    <DayChart
      days={days.map(({ day }) => day)}
      series={[
        {
          name: say('overview.owed'),
          color: moneyFill,
          shape: 'area',
          values: days.map(({ owedFen }) => yuanNumber(owedFen)),
        },
      ]}
      description={say('overview.money-chart', span)}
      tick={numbers.short}
      exact={numbers.money}
      onPick={(asOf) => void navigate({ to: '/findings', search: { asOf, rule: 'wage-unpaid' } })}
    />
  )
}

function spanOf(days: readonly HistoryDay[]): { from: string; until: string } | null {
  const [first, last] = [days[0], days.at(-1)]
  return first === undefined || last === undefined ? null : { from: first.day, until: last.day }
}

/** The latest day first, as whoever looks for a number wants it. */
function HistoryTable({
  days,
  label,
  columns,
}: DaysProps & { label: string; columns: TableColumnsType<HistoryDay> }) {
  const say = useSay()
  const day = { title: say('overview.day'), dataIndex: 'day', width: 120 }
  return (
    <Wide label={label}>
      <Table<HistoryDay>
        rowKey="day"
        size="small"
        dataSource={days.toReversed()}
        columns={[day, ...columns]}
        pagination={{ pageSize: 8, size: 'small', showSizeChanger: false, hideOnSinglePage: true }}
      />
    </Wide>
  )
}

function LevelTable({ days }: DaysProps) {
  const say = useSay()
  const columns: TableColumnsType<HistoryDay> = levelNames.map((level) => ({
    title: say(`level.${level}`),
    key: level,
    align: 'right',
    render: (_, { day: asOf, open }) => (
      <Link className="number" to="/findings" search={{ asOf, level }}>
        {open[level]}
      </Link>
    ),
  }))
  const total: TableColumnsType<HistoryDay>[number] = {
    title: say('overview.total'),
    key: 'total',
    align: 'right',
    render: (_, { day: asOf, open }) => (
      <Link className="number" to="/findings" search={{ asOf }}>
        {levelNames.reduce((sum, level) => sum + open[level], 0)}
      </Link>
    ),
  }
  return <HistoryTable days={days} label={say('overview.levels')} columns={[...columns, total]} />
}

function MoneyTable({ days }: DaysProps) {
  const say = useSay()
  const columns: TableColumnsType<HistoryDay> = [
    {
      title: say('overview.owed'),
      key: 'owed',
      align: 'right',
      render: (_, { day: asOf, owedFen }) => (
        <Link className="number" to="/findings" search={{ asOf, rule: 'wage-unpaid' }}>
          {yuan(owedFen)}
        </Link>
      ),
    },
  ]
  return <HistoryTable days={days} label={say('overview.money')} columns={columns} />
}
