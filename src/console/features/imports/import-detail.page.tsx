import { ArrowLeftOutlined, DownloadOutlined } from '@ant-design/icons'
import { useQuery } from '@tanstack/react-query'
import { Link, useParams, useSearch } from '@tanstack/react-router'
import { Alert, Button, Card, Descriptions, Progress, Space, Table, Tag } from 'antd'
import { useState } from 'react'

import type { IntakeDetail, IntakeIssue, IntakeItem } from '../../../contract/endpoints/intake.ts'
import { call, query } from '../../app/api.ts'
import { useLocale, useSay } from '../../app/locale.ts'
import { Read } from '../../ui/state.tsx'
import { AnswerForm } from './answer-form.tsx'
import { SourceRowCard } from './source-row.tsx'
import { StateTag } from './state-tag.tsx'

/**
 * 回执 — one message: receipt, progress, what it asks, what was refused and why, and the row that a link
 * names.
 */
export function ImportDetailPage() {
  const say = useSay()
  const { locale } = useLocale()
  const { intakeId } = useParams({ from: '/imports/$intakeId' })
  const { sheet, row } = useSearch({ from: '/imports/$intakeId' })
  const [page, setPage] = useState(1)
  const asked = useQuery({
    queryKey: ['intake', intakeId, page, locale],
    queryFn: () => call<IntakeDetail>(`/api/intakes/${intakeId}${query({ page, pageSize: 50 })}`, { locale }),
    refetchInterval: (state) => (state.state.data?.intake.state === 'received' ? 800 : false),
  })
  return (
    <>
      <p style={{ margin: '0 0 12px' }}>
        <Link to="/imports">
          <ArrowLeftOutlined /> {say('page.back')}
        </Link>
      </p>
      <Read asked={asked}>
        {(detail) => (
          <Space orientation="vertical" size={16} style={{ width: '100%' }}>
            <ReceiptCard detail={detail} />
            {row !== undefined && <SourceRowCard intakeId={intakeId} sheet={sheet ?? ''} row={row} />}
            {detail.intake.problem !== null && <ProblemCard intake={detail.intake} />}
            {detail.issueTotal > 0 && <IssuesCard detail={detail} page={page} onPage={setPage} />}
          </Space>
        )}
      </Read>
    </>
  )
}

function ReceiptCard({ detail }: { detail: IntakeDetail }) {
  const say = useSay()
  const { intake, progress } = detail
  const items = [
    {
      key: 'kind',
      label: say('imports.column.kind'),
      children: intake.kind === null ? '—' : say(`intake.kind.${intake.kind}`),
    },
    { key: 'taken', label: say('imports.column.taken'), children: String(intake.rowsTaken) },
    { key: 'failed', label: say('imports.column.failed'), children: String(intake.rowsFailed) },
    { key: 'received', label: say('imports.column.received'), children: intake.receivedOn },
    { key: 'hash', label: say('imports.column.hash'), children: <code>{intake.hash}</code> },
    { key: 'id', label: say('imports.column.id'), children: <code>{intake.intakeId}</code> },
  ]
  return (
    <Card
      title={
        <Space wrap>
          <StateTag state={intake.state} />
          <h1 style={{ margin: 0, fontSize: 16 }}>{intake.fileName}</h1>
        </Space>
      }
      extra={
        intake.rowsFailed > 0 && (
          <Button icon={<DownloadOutlined />} href={`/api/intakes/${intake.intakeId}/reasons`}>
            {say('imports.reasons')}
          </Button>
        )
      }
    >
      {progress !== null && (
        <Progress
          percent={Math.floor(progress.share * 100)}
          status={progress.phase === 'failed' ? 'exception' : 'active'}
          aria-label={say(`imports.phase.${progress.phase}`)}
        />
      )}
      <Descriptions size="small" column={{ xs: 1, sm: 2, lg: 3 }} items={items} />
      {detail.groups.map((group) => (
        <Tag key={`${group.sheet} ${group.kind}`} style={{ marginTop: 8 }}>
          {say('imports.group', { ...group, kind: say(`intake.kind.${group.kind}`) })}
        </Tag>
      ))}
    </Card>
  )
}

function ProblemCard({ intake }: { intake: IntakeItem }) {
  const say = useSay()
  const { problem } = intake
  if (problem === null) {
    return null
  }
  return (
    <Card title={say(intake.state === 'asking' ? 'imports.asks' : 'imports.refused')}>
      <Alert type={intake.state === 'asking' ? 'warning' : 'error'} title={problem.message} showIcon />
      {intake.state === 'asking' && <AnswerForm intakeId={intake.intakeId} problem={problem} />}
    </Card>
  )
}

interface IssuesProps {
  detail: IntakeDetail
  page: number
  onPage(page: number): void
}

function IssuesCard({ detail, page, onPage }: IssuesProps) {
  const say = useSay()
  return (
    <Card title={say('imports.issues', { total: detail.issueTotal })}>
      <Table<IntakeIssue>
        rowKey={(issue) => `${issue.sheet} ${issue.row} ${issue.column} ${issue.code}`}
        size="small"
        dataSource={detail.issues}
        scroll={{ x: 720 }}
        pagination={{
          current: page,
          pageSize: 50,
          total: detail.issueTotal,
          onChange: onPage,
          hideOnSinglePage: true,
        }}
        columns={[
          {
            title: say('imports.issue.severity'),
            width: 90,
            render: (_, issue) => say(`imports.severity.${issue.severity}`),
          },
          { title: say('imports.issue.sheet'), width: 160, dataIndex: 'sheet' },
          {
            title: say('imports.issue.row'),
            width: 70,
            dataIndex: 'row',
            render: (row: number) => row || '—',
          },
          { title: say('imports.issue.column'), width: 110, dataIndex: 'column' },
          { title: say('imports.issue.message'), dataIndex: 'message' },
        ]}
      />
    </Card>
  )
}
