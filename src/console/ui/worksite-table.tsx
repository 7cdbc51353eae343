import { Link } from '@tanstack/react-router'
import { Table, type TableColumnsType, type TablePaginationConfig } from 'antd'
import type { ReactNode } from 'react'

import type { WorksiteItem } from '../../contract/endpoints/worksites.ts'
import { useSay } from '../app/locale.ts'
import { yuan } from './format.ts'
import { LevelCounts } from './level-counts.tsx'
import { Wide } from './wide.tsx'

interface WorksiteTableProps {
  items: readonly WorksiteItem[]
  label: string
  empty: ReactNode
  loading?: boolean
  pagination?: TablePaginationConfig
}

/** 用工点表 — worksites with their people, open findings and what is owed; each number opens its list. */
export function WorksiteTable({ items, label, empty, loading = false, pagination }: WorksiteTableProps) {
  const say = useSay()
  return (
    <Wide label={label}>
      <Table<WorksiteItem>
        rowKey="worksiteId"
        size="middle"
        loading={loading}
        columns={columns(say)}
        dataSource={items}
        locale={{ emptyText: empty }}
        pagination={pagination ?? false}
        style={{ minWidth: 640 }}
      />
    </Wide>
  )
}

function columns(say: ReturnType<typeof useSay>): TableColumnsType<WorksiteItem> {
  return [
    {
      title: say('worksites.column.name'),
      key: 'name',
      render: (_, { worksiteId, name, code, kind, contractorName, areaName }) => (
        <>
          <Link to="/worksites/$worksiteId" params={{ worksiteId }}>
            {name}
          </Link>
          <div className="quiet">
            {contractorName} · {areaName}
          </div>
          <div className="quiet">
            {say(`worksite.kind.${kind}`)} · <span className="number">{code}</span>
          </div>
        </>
      ),
    },
    {
      title: say('worksites.column.people'),
      key: 'people',
      width: 84,
      align: 'right',
      render: (_, { worksiteId, people }) => (
        <Link
          className="number"
          to="/worksites/$worksiteId"
          params={{ worksiteId }}
          search={{ tab: 'claims' }}
        >
          {people}
        </Link>
      ),
    },
    {
      title: say('worksites.column.open'),
      key: 'open',
      width: 216,
      render: (_, { worksiteId, open }) => <LevelCounts open={open} worksiteId={worksiteId} />,
    },
    {
      title: say('worksites.column.owed'),
      key: 'owed',
      width: 130,
      align: 'right',
      render: (_, { worksiteId, owedFen }) =>
        owedFen === '0' ? (
          '—'
        ) : (
          <Link className="number" to="/findings" search={{ worksiteId, rule: 'wage-unpaid' }}>
            {yuan(owedFen)}
          </Link>
        ),
    },
  ]
}
