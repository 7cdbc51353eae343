import { ArrowLeftOutlined } from '@ant-design/icons'
import { useQuery } from '@tanstack/react-query'
import { Link, useParams } from '@tanstack/react-router'
import { Card, Col, Descriptions, Row, Space, Table, Tag } from 'antd'

import type {
  ArticleCard,
  EvidenceSource,
  FindingDetail,
  FindingItem,
  FindingMember,
} from '../../../contract/endpoints/findings.ts'
import { call } from '../../app/api.ts'
import { useLocale, useSay } from '../../app/locale.ts'
import { yuan } from '../../ui/format.ts'
import { LevelTag } from '../../ui/level-tag.tsx'
import { Read } from '../../ui/state.tsx'
import { figures } from './figures.ts'

/**
 * 命中说明 — one finding: its figures and where they come from, the articles, the people, what would clear it.
 */
export function FindingDetailPage() {
  const say = useSay()
  const { locale } = useLocale()
  const { findingId } = useParams({ from: '/findings/$findingId' })
  const asked = useQuery({
    queryKey: ['finding', findingId, locale],
    queryFn: () => call<FindingDetail>(`/api/findings/${findingId}`, { locale }),
  })
  return (
    <>
      <p style={{ margin: '0 0 12px' }}>
        <Link to="/findings">
          <ArrowLeftOutlined /> {say('page.back')}
        </Link>
      </p>
      <Read asked={asked}>{(detail) => <Explained detail={detail} />}</Read>
    </>
  )
}

function Explained({ detail }: { detail: FindingDetail }) {
  const say = useSay()
  const { finding } = detail
  return (
    <>
      <h1>
        <Space wrap>
          <LevelTag level={finding.level} />
          <span>{finding.ruleName}</span>
          {finding.breach && <Tag>{say('finding.breach-tag')}</Tag>}
          {finding.codes.map((code) => (
            <Tag key={code}>{code}</Tag>
          ))}
        </Space>
      </h1>
      <p className="lead">{finding.question}</p>
      <Row gutter={[16, 16]}>
        <Col xs={24} lg={15}>
          <Space orientation="vertical" size={16} style={{ width: '100%' }}>
            <Figures finding={finding} />
            {detail.memberTotal > 0 && <Members detail={detail} />}
          </Space>
        </Col>
        <Col xs={24} lg={9}>
          <Space orientation="vertical" size={16} style={{ width: '100%' }}>
            <Card title={say('finding.clears-title')}>{detail.clears}</Card>
            <Articles articles={finding.articles} />
            <Card title={say('finding.sources-title')}>
              {finding.sources.length === 0 ? (
                say('finding.no-sources')
              ) : (
                <Sources sources={finding.sources} />
              )}
            </Card>
          </Space>
        </Col>
      </Row>
    </>
  )
}

function Figures({ finding }: { finding: FindingItem }) {
  const say = useSay()
  const items = [
    {
      key: 'worksite',
      label: say('findings.column.worksite'),
      children: `${finding.worksiteName}（${finding.worksiteCode}）`,
    },
    ...(finding.month === null
      ? []
      : [{ key: 'month', label: say('findings.column.month'), children: finding.month }]),
    ...(finding.people === 0
      ? []
      : [{ key: 'people', label: say('findings.column.people'), children: String(finding.people) }]),
    ...(finding.amountFen === '0'
      ? []
      : [{ key: 'amount', label: say('findings.column.amount'), children: yuan(finding.amountFen) }]),
    { key: 'since', label: say('findings.column.since'), children: finding.sinceOn },
    { key: 'opened', label: say('finding.opened'), children: finding.openedOn },
    ...(finding.clearedOn === null
      ? []
      : [{ key: 'cleared', label: say('finding.cleared'), children: finding.clearedOn }]),
    ...figures(finding, say),
  ]
  return (
    <Card title={say('finding.figures-title')}>
      <Descriptions column={{ xs: 1, sm: 2 }} size="small" items={items} />
    </Card>
  )
}

function Members({ detail }: { detail: FindingDetail }) {
  const say = useSay()
  return (
    <Card title={say('finding.people-title', { total: detail.memberTotal })}>
      <Table<FindingMember>
        rowKey="personId"
        size="small"
        dataSource={detail.members}
        scroll={{ x: 560 }}
        pagination={{ pageSize: 20, hideOnSinglePage: true }}
        columns={[
          {
            title: say('finding.member.name'),
            render: (_, member) => <span className="number">{member.name}</span>,
          },
          { title: say('finding.member.id'), dataIndex: 'idTail' },
          { title: say('finding.member.unit'), dataIndex: 'unitName' },
          {
            title: say('findings.column.amount'),
            align: 'right',
            render: (_, member) => <span className="number">{yuan(member.amountFen)}</span>,
          },
          {
            title: say('finding.member.sources'),
            render: (_, member) => <Sources sources={member.sources} />,
          },
        ]}
      />
    </Card>
  )
}

function Articles({ articles }: { articles: readonly ArticleCard[] }) {
  const say = useSay()
  return (
    <Card title={say('finding.articles-title')}>
      {articles.map((article) => (
        <div key={article.label} style={{ marginBottom: 12 }}>
          <strong>{article.label}</strong> <Tag>{say(`finding.status.${article.status}`)}</Tag>
          <div>{article.gist}</div>
        </div>
      ))}
    </Card>
  )
}

function Sources({ sources }: { sources: readonly EvidenceSource[] }) {
  const say = useSay()
  return (
    <ul style={{ margin: 0, paddingLeft: 18 }}>
      {sources.map((source) => (
        <li key={`${source.intakeId} ${source.sheet} ${source.row} ${source.what}`}>
          <Link
            to="/imports/$intakeId"
            params={{ intakeId: source.intakeId }}
            search={{ sheet: source.sheet, row: source.row }}
          >
            {say('finding.source-link', {
              what: say(`source.${source.what}`),
              place: source.sheet === source.file ? source.file : `${source.file} ${source.sheet}`,
              row: source.row,
            })}
          </Link>
        </li>
      ))}
    </ul>
  )
}
