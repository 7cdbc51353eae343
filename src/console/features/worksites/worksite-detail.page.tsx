import { ArrowLeftOutlined } from '@ant-design/icons'
import { useQuery } from '@tanstack/react-query'
import { Link, useNavigate, useParams, useSearch } from '@tanstack/react-router'
import { Empty, Space, Tabs, Tag } from 'antd'

import type { WorksiteDetail } from '../../../contract/endpoints/worksites.ts'
import { call } from '../../app/api.ts'
import { useLocale, useSay } from '../../app/locale.ts'
import { LevelTag } from '../../ui/level-tag.tsx'
import { Read } from '../../ui/state.tsx'
import { AccountTab } from './account-tab.tsx'
import { ClaimsTab } from './claims-tab.tsx'
import { FactsTab } from './facts-tab.tsx'
import { GateTab } from './gate-tab.tsx'
import { MonthPicker } from './month-picker.tsx'
import { type WorksitePlace, worksiteTabs } from './search.ts'

/** 用工点 — one worksite: facts and findings, claims side by side, the gate's calendar, the wage account. */
export function WorksiteDetailPage() {
  const say = useSay()
  const { locale } = useLocale()
  const { worksiteId } = useParams({ from: '/worksites/$worksiteId' })
  const asked = useQuery({
    queryKey: ['worksite', worksiteId, locale],
    queryFn: () => call<WorksiteDetail>(`/api/worksites/${worksiteId}`, { locale }),
  })
  return (
    <>
      <p style={{ margin: '0 0 12px' }}>
        <Link to="/worksites">
          <ArrowLeftOutlined aria-hidden /> {say('page.back')}
        </Link>
      </p>
      <Read asked={asked}>{(detail) => <Worksite detail={detail} />}</Read>
    </>
  )
}

function Worksite({ detail }: { detail: WorksiteDetail }) {
  const say = useSay()
  const { worksite } = detail
  const place = useSearch({ from: '/worksites/$worksiteId' })
  const navigate = useNavigate({ from: '/worksites/$worksiteId' })
  const go = (next: WorksitePlace) => void navigate({ search: next })
  return (
    <>
      <h1>
        <Space wrap>
          <span>{worksite.name}</span>
          {worksite.level !== null && <LevelTag level={worksite.level} />}
          <Tag>{say(`worksite.kind.${worksite.kind}`)}</Tag>
        </Space>
      </h1>
      <p className="lead">
        <span className="number">{worksite.code}</span> · {worksite.contractorName} · {worksite.areaName}
      </p>
      <Tabs
        aria-label={say('worksite.tabs')}
        activeKey={place.tab ?? 'facts'}
        onChange={(tab) => go({ tab: worksiteTabs.find((each) => each === tab), month: place.month })}
        items={worksiteTabs.map((tab) => ({
          key: tab,
          label: say(`worksite.tab.${tab}`),
          children: <TabContent detail={detail} place={{ ...place, tab }} go={go} />,
        }))}
      />
    </>
  )
}

interface TabProps {
  detail: WorksiteDetail
  place: WorksitePlace
  go(next: WorksitePlace): void
}

function TabContent({ detail, place, go }: TabProps) {
  const say = useSay()
  const { worksiteId } = detail.worksite
  const month = place.month ?? detail.months[0]
  if (place.tab === 'facts') {
    return <FactsTab detail={detail} />
  }
  if (month === undefined) {
    return <Empty description={say('worksite.no-months')} />
  }
  const picker = (
    <MonthPicker
      month={month}
      months={detail.months}
      onPick={(picked) => go({ tab: place.tab, month: picked, differs: place.differs })}
    />
  )
  switch (place.tab) {
    case 'gate':
      return (
        <GateTab
          place={{ worksiteId, month, day: place.day }}
          picker={picker}
          onDay={(day) => go({ tab: 'gate', month, day })}
        />
      )
    case 'account':
      return <AccountTab place={{ worksiteId, month }} picker={picker} />
    default:
      return (
        <ClaimsTab
          place={{ worksiteId, month, differs: place.differs }}
          picker={picker}
          onDiffers={(differs) => go({ tab: 'claims', month, differs })}
        />
      )
  }
}
