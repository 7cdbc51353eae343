import {
  AimOutlined,
  AlertOutlined,
  DashboardOutlined,
  ImportOutlined,
  TeamOutlined,
} from '@ant-design/icons'
import { useQuery } from '@tanstack/react-query'
import { Outlet, useNavigate, useRouterState } from '@tanstack/react-router'
import { Button, Layout, Menu, App as Toasts } from 'antd'

import type { CountyAnswer } from '../../contract/endpoints/score.ts'
import markUrl from '../mark.svg'
import { call } from './api.ts'
import { useLocale, useSay } from './locale.ts'

const menu = [
  { key: '/', icon: <DashboardOutlined aria-hidden />, text: 'shell.overview' },
  { key: '/findings', icon: <AlertOutlined aria-hidden />, text: 'shell.findings' },
  { key: '/worksites', icon: <TeamOutlined aria-hidden />, text: 'shell.worksites' },
  { key: '/imports', icon: <ImportOutlined aria-hidden />, text: 'shell.imports' },
] as const

const score = { key: '/score', icon: <AimOutlined aria-hidden />, text: 'score-page.menu' } as const

/** 外壳 — the frame of every page: name, menu, language. */
export function Shell() {
  const say = useSay()
  const { locale, setLocale } = useLocale()
  const navigate = useNavigate()
  const path = useRouterState({ select: (state) => state.location.pathname })
  const entries = useHasTruth() ? [...menu, score] : menu
  const selected =
    entries.find(({ key }) => key !== '/' && path.startsWith(key))?.key ?? (path === '/' ? '/' : '')
  return (
    <Toasts>
      <a className="skip" href="#content">
        {say('shell.skip')}
      </a>
      <Layout style={{ minHeight: '100%' }}>
        <Layout.Header className="head">
          <div style={{ display: 'flex', alignItems: 'center', gap: 10, whiteSpace: 'nowrap' }}>
            <img src={markUrl} alt="" width={28} height={28} />
            <strong style={{ fontSize: 17 }}>{say('shell.name')}</strong>
          </div>
          <nav aria-label={say('shell.menu')} style={{ flex: 1, minWidth: 0 }}>
            <Menu
              mode="horizontal"
              selectedKeys={[selected]}
              onClick={({ key }) => void navigate({ to: key })}
              style={{ borderBottom: 'none', height: 54 }}
              items={entries.map(({ key, icon, text }) => ({ key, icon, label: say(text) }))}
            />
          </nav>
          <Button
            size="small"
            lang={locale === 'en' ? 'zh-CN' : 'en'}
            onClick={() => setLocale(locale === 'en' ? 'zh-CN' : 'en')}
          >
            {locale === 'en' ? '中文' : 'English'}
          </Button>
        </Layout.Header>
        <Layout.Content id="content" style={{ background: '#f5f6f8' }}>
          <div className="page">
            <Outlet />
          </div>
        </Layout.Content>
      </Layout>
    </Toasts>
  )
}

/** Only of a simulated county the truth is known, by which warnings can be scored. */
function useHasTruth(): boolean {
  const { locale } = useLocale()
  const asked = useQuery({
    queryKey: ['county'],
    queryFn: () => call<CountyAnswer>('/api/county', { locale }),
    staleTime: Number.POSITIVE_INFINITY,
  })
  return asked.data !== undefined && asked.data.county !== null
}
