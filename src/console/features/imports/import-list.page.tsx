import { DownloadOutlined, InboxOutlined } from '@ant-design/icons'
import { keepPreviousData, useQuery, useQueryClient } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { App, Card, Empty, Input, Select, Space, Table, type TableColumnsType, Upload } from 'antd'
import { useState } from 'react'

import type { IntakeItem, IntakeList, IntakeQuery, Receipt } from '../../../contract/endpoints/intake.ts'
import { intakeStates, templateKinds } from '../../../contract/intake.ts'
import { call, query } from '../../app/api.ts'
import { useLocale, useSay } from '../../app/locale.ts'
import { Read } from '../../ui/state.tsx'
import { StateTag } from './state-tag.tsx'

/** 数据导入 — drop files, see their receipts and what became of them. */
export function ImportListPage() {
  const say = useSay()
  const { locale } = useLocale()
  const [filter, setFilter] = useState<IntakeQuery>({ page: 1, pageSize: 20 })
  const asked = useQuery({
    queryKey: ['intakes', filter, locale],
    queryFn: () => call<IntakeList>(`/api/intakes${query(filter)}`, { locale }),
    placeholderData: keepPreviousData,
    refetchInterval: (state) =>
      state.state.data?.items.some((item) => item.state === 'received') === true ? 1_000 : false,
  })
  return (
    <>
      <h1>{say('imports.title')}</h1>
      <p className="lead">{say('imports.lead')}</p>
      <Space orientation="vertical" size={16} style={{ width: '100%' }}>
        <Card>
          <DropZone />
          <Templates />
        </Card>
        <Card styles={{ body: { padding: 16 } }}>
          <Filters filter={filter} onChange={(change) => setFilter({ ...filter, ...change, page: 1 })} />
          <Read asked={asked}>
            {(list) => (
              <Table<IntakeItem>
                rowKey="intakeId"
                size="middle"
                columns={columns(say)}
                dataSource={list.items}
                scroll={{ x: 860 }}
                locale={{ emptyText: <Empty description={say('imports.empty')} /> }}
                pagination={{
                  current: filter.page ?? 1,
                  pageSize: filter.pageSize ?? 20,
                  total: list.total,
                  showTotal: (total) => say('imports.total', { total }),
                  onChange: (page, pageSize) => setFilter({ ...filter, page, pageSize }),
                }}
              />
            )}
          </Read>
        </Card>
      </Space>
    </>
  )
}

function DropZone() {
  const say = useSay()
  const { locale } = useLocale()
  const { message } = App.useApp()
  const client = useQueryClient()
  return (
    <Upload.Dragger
      multiple
      showUploadList={{ showRemoveIcon: true }}
      customRequest={({ file, onSuccess, onError }) => {
        const form = new FormData()
        form.append('file', file)
        call<Receipt>('/api/intakes', { locale, method: 'POST', form })
          .then((receipt) => {
            onSuccess?.(receipt)
            void message.success(say('imports.receipt', { ...receipt }))
            return client.invalidateQueries({ queryKey: ['intakes'] })
          })
          .catch((error: Error) => {
            onError?.(error)
            void message.error(error.message)
          })
      }}
    >
      <p style={{ fontSize: 32, margin: 0, color: '#0b5cad' }}>
        <InboxOutlined />
      </p>
      <p style={{ fontSize: 16, margin: '4px 0' }}>{say('imports.drop')}</p>
      <p style={{ margin: 0, color: 'rgb(0 0 0 / 66%)' }}>{say('imports.formats')}</p>
    </Upload.Dragger>
  )
}

function Templates() {
  const say = useSay()
  return (
    <p style={{ margin: '16px 0 0' }}>
      {say('imports.templates')}{' '}
      <Space wrap size={[16, 4]}>
        {templateKinds.map((kind) => (
          <a key={kind} href={`/api/templates/${kind}`} download>
            <DownloadOutlined /> {say(`intake.kind.${kind}`)}
          </a>
        ))}
      </Space>
    </p>
  )
}

interface FiltersProps {
  filter: IntakeQuery
  onChange(change: IntakeQuery): void
}

function Filters({ filter, onChange }: FiltersProps) {
  const say = useSay()
  return (
    <Space wrap style={{ marginBottom: 16 }}>
      <Select
        aria-label={say('imports.column.state')}
        style={{ width: 150 }}
        value={filter.state ?? ''}
        onChange={(state) => onChange({ state: state === '' ? undefined : state } as IntakeQuery)}
        options={[
          { value: '' as const, label: say('imports.all-states') },
          ...intakeStates.map((value) => ({ value, label: say(`intake.state.${value}`) })),
        ]}
      />
      <Input.Search
        aria-label={say('imports.search')}
        placeholder={say('imports.search')}
        allowClear
        style={{ width: 260 }}
        onSearch={(text) => onChange({ text: text.trim() })}
      />
    </Space>
  )
}

function columns(say: ReturnType<typeof useSay>): TableColumnsType<IntakeItem> {
  return [
    {
      title: say('imports.column.file'),
      render: (_, item) => (
        <Link to="/imports/$intakeId" params={{ intakeId: item.intakeId }}>
          {item.fileName}
        </Link>
      ),
    },
    {
      title: say('imports.column.kind'),
      width: 150,
      render: (_, item) => (item.kind === null ? '—' : say(`intake.kind.${item.kind}`)),
    },
    {
      title: say('imports.column.state'),
      width: 110,
      render: (_, item) => <StateTag state={item.state} />,
    },
    { title: say('imports.column.taken'), width: 100, align: 'right', dataIndex: 'rowsTaken' },
    {
      title: say('imports.column.failed'),
      width: 100,
      align: 'right',
      render: (_, item) =>
        item.rowsFailed === 0 ? (
          '0'
        ) : (
          <a href={`/api/intakes/${item.intakeId}/reasons`} download>
            {item.rowsFailed}
          </a>
        ),
    },
    { title: say('imports.column.received'), width: 120, dataIndex: 'receivedOn' },
    {
      title: say('imports.column.hash'),
      width: 170,
      render: (_, item) => <code style={{ fontSize: 12 }}>{item.hash}</code>,
    },
  ]
}
