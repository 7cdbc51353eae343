import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { Card, Empty, Input, Select, Space, Table, type TableColumnsType } from 'antd'
import { type ReactNode, useState } from 'react'

import {
  type ClaimDifference,
  claimDifferences,
  type PersonClaims,
  type PersonClaimsList,
} from '../../../contract/endpoints/worksites.ts'
import { call, query } from '../../app/api.ts'
import { useLocale, useSay } from '../../app/locale.ts'
import { yuan } from '../../ui/format.ts'
import { Read } from '../../ui/state.tsx'
import { Wide } from '../../ui/wide.tsx'
import type { ClaimsPlace } from './search.ts'

type Say = ReturnType<typeof useSay>

interface PeopleCardProps {
  place: ClaimsPlace
  picker: ReactNode
  onDiffers(differs: ClaimDifference | 'any' | undefined): void
}

/** 逐人对照 — the people of a month, what each party says of them, those first about whom they disagree. */
export function PeopleCard({ place, picker, onDiffers }: PeopleCardProps) {
  const say = useSay()
  const { locale } = useLocale()
  const { worksiteId, month, differs } = place
  const [asking, setAsking] = useState({ text: '', page: 1, pageSize: 20 })
  const asked = useQuery({
    queryKey: ['people', worksiteId, month, differs, asking, locale],
    queryFn: () =>
      call<PersonClaimsList>(
        `/api/worksites/${worksiteId}/months/${month}/people${query({ ...asking, differs })}`,
        { locale },
      ),
    placeholderData: keepPreviousData,
  })
  return (
    <Card
      title={<h2>{say('claims.by-worker', { month })}</h2>}
      extra={picker}
      className="flush"
      styles={{ body: { padding: 0 } }}
    >
      <Space wrap className="filters">
        <Select<ClaimDifference | 'any' | ''>
          aria-label={say('claims.filter')}
          style={{ width: 250 }}
          value={differs ?? ''}
          onChange={(value) => onDiffers(value === '' ? undefined : value)}
          options={[
            { value: '', label: say('claims.differs.all') },
            ...(['any', ...claimDifferences] as const).map((value) => ({
              value,
              label: say(`claims.differs.${value}`),
            })),
          ]}
        />
        <Input.Search
          aria-label={say('claims.search')}
          placeholder={say('claims.search')}
          allowClear
          style={{ width: 250 }}
          onSearch={(text) => setAsking({ ...asking, text: text.trim(), page: 1 })}
        />
      </Space>
      <Read asked={asked}>
        {(list) => (
          <Wide label={say('claims.by-worker', { month })}>
            <Table<PersonClaims>
              rowKey="personId"
              size="small"
              loading={asked.isPlaceholderData}
              dataSource={list.items}
              columns={columns(say)}
              style={{ minWidth: 1040 }}
              locale={{ emptyText: <Empty description={say('claims.empty')} /> }}
              pagination={{
                current: asking.page,
                pageSize: asking.pageSize,
                total: list.total,
                showTotal: (total) => say('claims.total', { total }),
                onChange: (page, pageSize) => setAsking({ ...asking, page, pageSize }),
                style: { paddingInline: 24 },
              }}
            />
          </Wide>
        )}
      </Read>
    </Card>
  )
}

function lines(texts: readonly (string | null)[]): ReactNode {
  return <div className="claim">{texts.map((text) => text !== null && <div key={text}>{text}</div>)}</div>
}

function columns(say: Say): TableColumnsType<PersonClaims> {
  const nothing = <span className="quiet">{say('claims.nothing')}</span>
  const days = (count: number) => say('claims.days', { days: count })
  const sum = (code: string, fen: string) => (fen === '0' ? null : say(code, { amount: yuan(fen) }))
  return [
    { title: say('claims.person'), key: 'person', width: 190, render: (_, of) => <Person of={of} /> },
    {
      title: say('claims.column.gate'),
      key: 'gate',
      width: 90,
      render: (_, { gateDays }) => (gateDays === 0 ? nothing : days(gateDays)),
    },
    {
      title: say('claims.column.sheet'),
      key: 'sheet',
      width: 96,
      render: (_, { sheetDays }) => (sheetDays === null ? nothing : days(sheetDays)),
    },
    {
      title: say('claims.column.payroll'),
      key: 'payroll',
      width: 170,
      render: (_, of) =>
        of.payrollLines === 0
          ? nothing
          : lines([
              of.payrollDays === null ? null : days(of.payrollDays),
              of.dueFen === null ? null : say('claims.due', { amount: yuan(of.dueFen) }),
              sum('claims.advance', of.advanceFen),
              sum('claims.deduction', of.deductionFen),
              of.netFen === null ? null : say('claims.net', { amount: yuan(of.netFen) }),
            ]),
    },
    {
      title: say('claims.column.bank'),
      key: 'bank',
      width: 170,
      render: (_, of) =>
        of.paidFen === '0' && of.returnedFen === '0'
          ? nothing
          : lines([
              say('claims.paid', { amount: yuan(of.paidFen) }),
              of.lastPaidOn === null ? null : say('claims.paid-on', { day: of.lastPaidOn }),
              sum('claims.returned', of.returnedFen),
              sum('claims.other-account', of.otherAccountFen),
            ]),
    },
    {
      title: say('claims.column.worker'),
      key: 'worker',
      width: 120,
      render: (_, { confirmation }) =>
        confirmation === 'not-reported' ? nothing : say(`claims.said.${confirmation}`),
    },
    {
      title: say('claims.column.differences'),
      key: 'differences',
      className: 'last',
      width: 210,
      render: (_, of) => <Differences of={of} />,
    },
  ]
}

function Differences({ of: { differences, accruedFen, openFen } }: { of: PersonClaims }) {
  const say = useSay()
  return (
    <>
      {differences.length === 0 && <span className="quiet">{say('claims.agree')}</span>}
      {differences.map((code) => (
        <span key={code} className="differs">
          {say(`claims.differs.${code}`)}
        </span>
      ))}
      {accruedFen !== null && differences.includes('due-below-accrued') && (
        <div className="number">{say('claims.accrued', { amount: yuan(accruedFen) })}</div>
      )}
      {openFen !== '0' && (
        <div className="number">{say('claims.open-person', { amount: yuan(openFen) })}</div>
      )}
    </>
  )
}

function Person({ of }: { of: PersonClaims }) {
  const say = useSay()
  const place = [of.crewName, of.workType].filter((text) => text !== '').join(' · ')
  return (
    <>
      <strong>{of.name}</strong>{' '}
      <span className="quiet number">
        {of.idTail === '' ? say('claims.id-unknown') : say('claims.id-tail', { tail: of.idTail })}
      </span>
      {!of.enrolled && <div className="quiet">{say('claims.not-enrolled')}</div>}
      <div className="quiet">{of.unitName}</div>
      {place !== '' && <div className="quiet">{place}</div>}
    </>
  )
}
