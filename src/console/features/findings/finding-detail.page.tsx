import { ArrowLeftOutlined } from '@ant-design/icons'
import { useQuery } from '@tanstack/react-query'
import { Link, useParams } from '@tanstack/react-router'
import { Card, Col, Descriptions, Row, Space, Table, type TableColumnsType, Tag } from 'antd'

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
import { Wide } from '../../ui/wide.tsx'
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
          <ArrowLeftOutlined aria-hidden /> {say('page.back')}
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
            <Card title={<h2>{say('finding.clears-title')}</h2>}>{detail.clears}</Card>
            <Articles articles={finding.articles} />
            <Card title={<h2>{say('finding.sources-title')}</h2>}>
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
      children: (
        <Link to="/worksites/$worksiteId" params={{ worksiteId: finding.worksiteId }}>
          {finding.worksiteName} <span className="number">{finding.worksiteCode}</span>
        </Link>
      ),
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
    <Card title={<h2>{say('finding.figures-title')}</h2>}>
      <Descriptions column={{ xs: 1, sm: 2 }} size="small" items={items} />
    </Card>
  )
}

function Members({ detail }: { detail: FindingDetail }) {
  const say = useSay()
  const title = say('finding.people-title', { total: detail.memberTotal })
  return (
    <Card title={<h2>{title}</h2>} className="flush" styles={{ body: { padding: 0 } }}>
      <Wide label={title}>
        <Table<FindingMember>
          rowKey="personId"
          size="small"
          dataSource={detail.members}
          columns={memberColumns(say)}
          pagination={{ pageSize: 20, hideOnSinglePage: true, style: { paddingInline: 24 } }}
          style={{ minWidth: 640 }}
        />
      </Wide>
    </Card>
  )
}

function memberColumns(say: ReturnType<typeof useSay>): TableColumnsType<FindingMember> {
  return [
    {
      title: say('finding.member.name'),
      key: 'name',
      width: 130,
      render: (_, { name }) => <span className="number">{name}</span>,
    },
    { title: say('finding.member.id'), key: 'id', dataIndex: 'idTail', width: 90, className: 'number' },
    { title: say('finding.member.unit'), key: 'unit', dataIndex: 'unitName' },
    {
      title: say('findings.column.amount'),
      key: 'amount',
      width: 120,
      align: 'right',
      render: (_, { amountFen }) => <span className="number">{yuan(amountFen)}</span>,
    },
    {
      title: say('finding.member.sources'),
      key: 'sources',
      width: 190,
      render: (_, { sources }) => <Sources sources={sources} brief />,
    },
  ]
}

function Articles({ articles }: { articles: readonly ArticleCard[] }) {
  const say = useSay()
  return (
    <Card title={<h2>{say('finding.articles-title')}</h2>}>
      {articles.map((article) => (
        <div key={article.label} style={{ marginBottom: 12 }}>
          <strong>{article.label}</strong> <Tag>{say(`finding.status.${article.status}`)}</Tag>
          <div>{article.gist}</div>
        </div>
      ))}
    </Card>
  )
}

interface SourcesProps {
  sources: readonly EvidenceSource[]
  /** Without the names of the files where the rows can be told apart; they show when a row is pointed at. */
  brief?: boolean
}

function Sources({ sources, brief = false }: SourcesProps) {
  const say = useSay()
  return (
    <ul className={brief ? 'sources brief' : 'sources'}>
      {sources.map((source) => {
        const place = placeOf(source)
        const data = { what: say(`source.${source.what}`), place, row: source.row }
        return (
          <li key={`${source.intakeId} ${source.sheet} ${source.row} ${source.what}`}>
            <Link
              to="/imports/$intakeId"
              params={{ intakeId: source.intakeId }}
              search={{ sheet: source.sheet, row: source.row }}
              title={place}
            >
              {say(brief && isAlone(source, sources) ? 'finding.source-short' : 'finding.source-link', data)}
            </Link>
          </li>
        )
      })}
    </ul>
  )
}

/** Two files may speak of somebody in the same row. */
function isAlone(source: EvidenceSource, sources: readonly EvidenceSource[]): boolean {
  return sources.every((each) => each === source || each.what !== source.what || each.row !== source.row)
}

/** What has no sheets calls its only one by the name of the file, or by its kind. */
function placeOf({ file, sheet }: EvidenceSource): string {
  return file === sheet || file.toLowerCase().endsWith(`.${sheet}`) ? file : `${file} ${sheet}`
}
