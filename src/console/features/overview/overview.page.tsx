import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { Alert, Card, Col, Empty, Row } from 'antd'

import type { Overview } from '../../../contract/endpoints/overview.ts'
import { call } from '../../app/api.ts'
import { useLocale, useSay } from '../../app/locale.ts'
import { Figure } from '../../ui/figure.tsx'
import { useNumbers, yuan } from '../../ui/format.ts'
import { LevelCounts } from '../../ui/level-counts.tsx'
import { Read } from '../../ui/state.tsx'
import { WorksiteTable } from '../../ui/worksite-table.tsx'
import { HistoryCards } from './history-cards.tsx'

/** 总览 — what is watched, what is open, what is owed, how that came about, and where it is worst. */
export function OverviewPage() {
  const say = useSay()
  const { locale } = useLocale()
  const asked = useQuery({
    queryKey: ['overview', locale],
    queryFn: () => call<Overview>('/api/overview', { locale }),
  })
  return (
    <>
      <h1>{say('overview.title')}</h1>
      <Read asked={asked}>
        {(overview) => (
          <>
            {overview.watchedOn === null ? (
              <Alert
                type="info"
                showIcon
                title={say('overview.never-watched')}
                style={{ margin: '8px 0 16px' }}
              />
            ) : (
              <p className="lead">{say('overview.lead', { day: overview.watchedOn })}</p>
            )}
            <Row gutter={[16, 16]}>
              <Figures overview={overview} />
              {overview.watchedOn !== null && <HistoryCards />}
              {overview.watchedOn !== null && (
                <Col span={24}>
                  <Worst overview={overview} />
                </Col>
              )}
            </Row>
          </>
        )}
      </Read>
    </>
  )
}

function Figures({ overview }: { overview: Overview }) {
  const say = useSay()
  const numbers = useNumbers()
  const { worksites, people, open, owed } = overview
  return (
    <>
      <Figure title={say('overview.worksites')} spans={[12, 5]}>
        <Link className="figure" to="/worksites">
          {numbers.whole(worksites)}
        </Link>
      </Figure>
      <Figure title={say('overview.people')} note={say('overview.people-note')} spans={[12, 5]}>
        <Link className="figure" to="/worksites">
          {numbers.whole(people)}
        </Link>
      </Figure>
      <Figure title={say('overview.open')} spans={[12, 7]}>
        <div style={{ padding: '2px 0' }}>
          <LevelCounts open={open} all />
        </div>
      </Figure>
      <Figure
        title={say('overview.owed')}
        note={`${say('overview.owed-note', owed)} · ${say('overview.owed-meaning')}`}
        spans={[12, 7]}
      >
        <Link className="figure" to="/findings" search={{ rule: 'wage-unpaid' }}>
          {yuan(owed.fen)}
        </Link>
      </Figure>
    </>
  )
}

function Worst({ overview }: { overview: Overview }) {
  const say = useSay()
  return (
    <Card
      title={<h2>{say('overview.worst')}</h2>}
      extra={<Link to="/worksites">{say('overview.worst-all')}</Link>}
      className="flush"
      styles={{ body: { padding: 0 } }}
    >
      <WorksiteTable
        items={overview.worst}
        label={say('overview.worst')}
        empty={<Empty description={say('overview.worst-none')} />}
      />
    </Card>
  )
}
