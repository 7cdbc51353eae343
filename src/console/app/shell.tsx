import { AlertOutlined, ImportOutlined } from '@ant-design/icons'
import { Outlet, useNavigate, useRouterState } from '@tanstack/react-router'
import { Button, Layout, Menu, App as Toasts } from 'antd'

import markUrl from '../mark.svg'
import { useLocale, useSay } from './locale.ts'

/** 外壳 — the frame of every page: name, menu, language. */
export function Shell() {
  const say = useSay()
  const { locale, setLocale } = useLocale()
  const navigate = useNavigate()
  const path = useRouterState({ select: (state) => state.location.pathname })
  const selected = path.startsWith('/imports') ? '/imports' : '/findings'
  return (
    <Toasts>
      <a className="skip" href="#content">
        {say('shell.skip')}
      </a>
      <Layout style={{ minHeight: '100%' }}>
        <Layout.Header
          style={{
            background: '#fff',
            padding: '0 24px',
            display: 'flex',
            alignItems: 'center',
            gap: 24,
            borderBottom: '1px solid #e4e7ec',
            height: 56,
            lineHeight: '56px',
          }}
        >
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
              items={[
                { key: '/findings', icon: <AlertOutlined />, label: say('shell.findings') },
                { key: '/imports', icon: <ImportOutlined />, label: say('shell.imports') },
              ]}
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
