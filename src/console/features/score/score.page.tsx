import { useQuery } from '@tanstack/react-query'
import { Alert, Col, Row } from 'antd'

import type { ScoreAnswer } from '../../../contract/endpoints/score.ts'
import { ApiError, call } from '../../app/api.ts'
import { useLocale, useSay } from '../../app/locale.ts'
import { Figure } from '../../ui/figure.tsx'
import { percent, yuan } from '../../ui/format.ts'
import { Read } from '../../ui/state.tsx'
import { CauseCard } from './cause-card.tsx'
import { FalseCard } from './false-card.tsx'
import { LevelCard } from './level-card.tsx'
import { MissedCard } from './missed-card.tsx'
import { RuleCard } from './rule-card.tsx'

/** 评分 — the warnings against the truth of a simulated county, with what was missed and what was false. */
export function ScorePage() {
  const say = useSay()
  const { locale } = useLocale()
  const asked = useQuery({
    queryKey: ['score', locale],
    queryFn: () => call<ScoreAnswer>('/api/score', { locale }),
    retry: false,
  })
  const { error } = asked
  const refusal = error instanceof ApiError && error.code.startsWith('score.') ? error.message : null
  return (
    <>
      <h1>{say('score-page.title')}</h1>
      <p className="lead">{say('score-page.lead')}</p>
      {refusal !== null ? (
        <Alert type="info" showIcon title={refusal} />
      ) : (
        <Read asked={asked} loading={say('score-page.reading')}>
          {(score) => <Scored score={score} />}
        </Read>
      )}
    </>
  )
}

function Scored({ score }: { score: ScoreAnswer }) {
  const say = useSay()
  const { county, watched, months } = score
  return (
    <>
      {!county.isWhole && (
        <Alert type="warning" showIcon title={say('score-page.not-whole')} style={{ marginBottom: 16 }} />
      )}
      <p className="lead">{say('score-page.basis', { ...months, ...watched, ...county })}</p>
      <Row gutter={[16, 16]}>
        <Headline score={score} />
        <Col span={24}>
          <LevelCard score={score} />
        </Col>
        <Col span={24}>
          <CauseCard causes={score.byCause} />
        </Col>
        <Col span={24}>
          <MissedCard missed={score.missed} />
        </Col>
        <Col span={24}>
          <FalseCard alarms={score.falseAlarms} />
        </Col>
        <Col span={24}>
          <RuleCard score={score} />
        </Col>
      </Row>
    </>
  )
}

/** Orange is the level from which somebody is sent to look. */
function Headline({ score: { total } }: { score: ScoreAnswer }) {
  const say = useSay()
  const { recall, precision, lead } = total
  const share = (part: number, whole: number) => (whole === 0 ? '—' : percent(part, whole))
  const { median, p10 } = lead.orange
  return (
    <>
      <Figure
        title={say('score-page.recall')}
        note={say('score-page.recall-note', recall.orange)}
        spans={[12, 6]}
      >
        <div className="figure">{share(recall.orange.found, recall.orange.of)}</div>
      </Figure>
      <Figure
        title={say('score-page.precision')}
        note={say('score-page.precision-note', precision.orange)}
        spans={[12, 6]}
      >
        <div className="figure">{share(precision.orange.correct, precision.orange.of)}</div>
      </Figure>
      <Figure title={say('score-page.lead-days')} note={say('score-page.lead-note', { p10 })} spans={[12, 6]}>
        <div className="figure">{median === null ? '—' : say('score-page.days', { days: median })}</div>
      </Figure>
      <Figure
        title={say('score-page.missed-sum')}
        note={say('score-page.missed-note', { found: yuan(recall.orange.foundFen) })}
        spans={[12, 6]}
      >
        <div className="figure">{yuan(recall.orange.missedFen)}</div>
      </Figure>
    </>
  )
}
