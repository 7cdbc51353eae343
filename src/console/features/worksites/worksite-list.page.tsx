import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { useNavigate, useSearch } from '@tanstack/react-router'
import { Card, Empty, Input, Select, Space } from 'antd'

import {
  type WorksiteKind,
  type WorksiteList,
  worksiteKinds,
  worksiteSorts,
} from '../../../contract/endpoints/worksites.ts'
import { call, query } from '../../app/api.ts'
import { useLocale, useSay } from '../../app/locale.ts'
import { type Level, levelNames } from '../../ui/level-tag.tsx'
import { Read } from '../../ui/state.tsx'
import { WorksiteTable } from '../../ui/worksite-table.tsx'
import type { WorksiteSearch } from './search.ts'

const pageSize = 20

/** 用工点列表 — filters in the address, a page of worksites, the gravest first. */
export function WorksiteListPage() {
  const say = useSay()
  const { locale } = useLocale()
  const search = useSearch({ from: '/worksites' })
  const navigate = useNavigate({ from: '/worksites' })
  const asked = useQuery({
    queryKey: ['worksites', search, locale],
    queryFn: () => call<WorksiteList>(`/api/worksites${query({ pageSize, ...search })}`, { locale }),
    placeholderData: keepPreviousData,
  })
  const change = (next: WorksiteSearch) => void navigate({ search: next })
  const filtered = search.text ?? search.kind ?? search.level
  return (
    <>
      <h1>{say('worksites.title')}</h1>
      <p className="lead">{say('worksites.lead')}</p>
      <Card styles={{ body: { padding: 16 } }}>
        <Filters search={search} onChange={(changed) => change({ ...search, ...changed, page: undefined })} />
        <Read asked={asked}>
          {(list) => (
            <WorksiteTable
              items={list.items}
              label={say('worksites.title')}
              loading={asked.isPlaceholderData}
              empty={<Empty description={say(filtered ? 'worksites.empty' : 'worksites.empty-all')} />}
              pagination={{
                current: search.page ?? 1,
                pageSize: search.pageSize ?? pageSize,
                total: list.total,
                showTotal: (total) => say('worksites.total', { total }),
                onChange: (page, size) => change({ ...search, page, pageSize: size }),
              }}
            />
          )}
        </Read>
      </Card>
    </>
  )
}

interface FiltersProps {
  search: WorksiteSearch
  onChange(change: WorksiteSearch): void
}

function Filters({ search, onChange }: FiltersProps) {
  const say = useSay()
  return (
    <Space wrap style={{ marginBottom: 16 }}>
      <Select<WorksiteKind | ''>
        aria-label={say('worksites.column.kind')}
        style={{ width: 140 }}
        value={search.kind ?? ''}
        onChange={(kind) => onChange({ kind: kind === '' ? undefined : kind })}
        options={[
          { value: '', label: say('worksites.all-kinds') },
          ...worksiteKinds.map((value) => ({ value, label: say(`worksite.kind.${value}`) })),
        ]}
      />
      <Select<Level | 'clear' | ''>
        aria-label={say('findings.column.level')}
        style={{ width: 120 }}
        value={search.level ?? ''}
        onChange={(level) => onChange({ level: level === '' ? undefined : level })}
        options={[
          { value: '', label: say('worksites.all-levels') },
          ...levelNames.map((value) => ({ value, label: say(`level.${value}`) })),
          { value: 'clear', label: say('worksites.level-clear') },
        ]}
      />
      <Select
        aria-label={say('worksites.sort')}
        style={{ width: 160 }}
        value={search.sort ?? 'level'}
        onChange={(sort) => onChange({ sort })}
        options={worksiteSorts.map((value) => ({ value, label: say(`worksites.sort.${value}`) }))}
      />
      <Input.Search
        key={search.text ?? ''}
        aria-label={say('worksites.search')}
        placeholder={say('worksites.search')}
        defaultValue={search.text ?? ''}
        allowClear
        style={{ width: 280 }}
        onSearch={(text) => onChange({ text: text.trim() === '' ? undefined : text.trim() })}
      />
    </Space>
  )
}
