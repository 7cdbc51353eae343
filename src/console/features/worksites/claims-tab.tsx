import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { Card, Space, Table, type TableColumnsType } from 'antd'
import type { ReactNode } from 'react'

import type { ClaimDifference, MonthClaims, MonthClaimsList } from '../../../contract/endpoints/worksites.ts'
import { call } from '../../app/api.ts'
import { useLocale, useSay } from '../../app/locale.ts'
import { yuan } from '../../ui/format.ts'
import { Read } from '../../ui/state.tsx'
import { Wide } from '../../ui/wide.tsx'
import { PeopleCard } from './people-card.tsx'
import type { ClaimsPlace } from './search.ts'

type Say = ReturnType<typeof useSay>

interface ClaimsTabProps {
  place: ClaimsPlace
  picker: ReactNode
  onDiffers(differs: ClaimDifference | 'any' | undefined): void
}

/** 各方说法 — the claims of each month side by side, then those of each person in the chosen month. */
export function ClaimsTab({ place, picker, onDiffers }: ClaimsTabProps) {
  const say = useSay()
  const { locale } = useLocale()
  const { worksiteId } = place
  const asked = useQuery({
    queryKey: ['claims', worksiteId, locale],
    queryFn: () => call<MonthClaimsList>(`/api/worksites/${worksiteId}/months`, { locale }),
  })
  return (
    <Space orientation="vertical" size={16} style={{ width: '100%' }}>
      <Card title={<h2>{say('claims.months')}</h2>} className="flush" styles={{ body: { padding: 0 } }}>
        <Read asked={asked}>
          {({ bankUntil, items }) => (
            <>
              <p className="lead">
                {say('claims.lead')}{' '}
                {bankUntil === null ? say('claims.bank-never') : say('claims.bank-until', { day: bankUntil })}
              </p>
              <Wide label={say('claims.months')}>
                <Table<MonthClaims>
                  rowKey="month"
                  size="small"
                  dataSource={items}
                  columns={columns(place, say)}
                  pagination={{ pageSize: 12, hideOnSinglePage: true, showSizeChanger: false }}
                  rowClassName={({ month }) => (month === place.month ? 'chosen-row' : '')}
                  style={{ minWidth: 1020 }}
                />
              </Wide>
            </>
          )}
        </Read>
      </Card>
      <PeopleCard
        key={`${place.month} ${place.differs}`}
        place={place}
        picker={picker}
        onDiffers={onDiffers}
      />
    </Space>
  )
}

/** What one party says: lines, or that it has said nothing. */
function Said({ lines }: { lines: readonly (string | null)[] | null }) {
  const say = useSay()
  if (lines === null) {
    return <span className="quiet">{say('claims.nothing')}</span>
  }
  return <div className="claim">{lines.map((line) => line !== null && <div key={line}>{line}</div>)}</div>
}

function columns({ worksiteId, month: chosen }: ClaimsPlace, say: Say): TableColumnsType<MonthClaims> {
  const party = (key: string, width: number, lines: (of: MonthClaims) => (string | null)[] | null) => ({
    title: say(`claims.column.${key}`),
    key,
    width,
    render: (_: unknown, of: MonthClaims) => <Said lines={lines(of)} />,
  })
  const people = (count: number) => say('claims.people', { people: count })
  const days = (count: number | null) => (count === null ? null : say('claims.person-days', { days: count }))
  return [
    {
      title: say('claims.column.month'),
      key: 'month',
      width: 150,
      render: (_, { month, open }) => (
        <>
          <Link
            to="/worksites/$worksiteId"
            params={{ worksiteId }}
            search={{ tab: 'claims', month }}
            {...(month === chosen ? { 'aria-current': 'true' as const } : {})}
          >
            {month}
          </Link>
          {open.dueOn !== null && (
            <div className="quiet number">{say('claims.due-on', { day: open.dueOn })}</div>
          )}
        </>
      ),
    },
    party('gate', 92, ({ gate }) => gate && [people(gate.people), days(gate.days)]),
    party('sheet', 100, ({ sheet }) => sheet && [people(sheet.people), days(sheet.days)]),
    party(
      'payroll',
      160,
      ({ payroll }) =>
        payroll && [
          [people(payroll.people), days(payroll.days)].filter((part) => part !== null).join(' · '),
          say('claims.due', { amount: yuan(payroll.dueFen) }),
          say('claims.net', { amount: yuan(payroll.netFen) }),
        ],
    ),
    party(
      'bank',
      150,
      ({ bank }) =>
        bank && [
          people(bank.people),
          say('claims.paid', { amount: yuan(bank.paidFen) }),
          bank.returnedFen === '0' ? null : say('claims.returned', { amount: yuan(bank.returnedFen) }),
        ],
    ),
    party('worker', 120, ({ worker }) => {
      const said = (['confirmed', 'declared', 'contested', 'silent'] as const).flatMap((key) =>
        worker[key] === 0 ? [] : [say(`claims.${key}`, { people: worker[key] })],
      )
      return worker.confirmed + worker.declared + worker.contested === 0 ? null : said
    }),
    {
      title: say('claims.column.differences'),
      key: 'differences',
      className: 'last',
      width: 220,
      render: (_, of) => <Differences of={of} worksiteId={worksiteId} />,
    },
  ]
}

function Differences({ of, worksiteId }: { of: MonthClaims; worksiteId: string }) {
  const say = useSay()
  const { month, open, differences } = of
  return (
    <>
      {differences.length === 0 && <span className="quiet">{say('claims.agree')}</span>}
      {differences.map(({ code, people }) => (
        <Link
          key={code}
          className="differs"
          to="/worksites/$worksiteId"
          params={{ worksiteId }}
          search={{ tab: 'claims', month, differs: code }}
        >
          {say('claims.differs-people', { what: say(`claims.differs.${code}`), people })}
        </Link>
      ))}
      {open.people > 0 && <div>{say('claims.open', { amount: yuan(open.fen), people: open.people })}</div>}
    </>
  )
}
