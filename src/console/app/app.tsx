import { QueryClient, QueryClientProvider } from '@tanstack/react-query'
import { RouterProvider } from '@tanstack/react-router'
import { ConfigProvider } from 'antd'
import enUS from 'antd/locale/en_US'
import zhCN from 'antd/locale/zh_CN'
import { useEffect, useState } from 'react'

import type { Locale } from '../../contract/messages/index.ts'
import { keepLocale, LocaleContext, startLocale } from './locale.ts'
import { router } from './routes.tsx'

const client = new QueryClient({ defaultOptions: { queries: { retry: 1, staleTime: 5_000 } } })

/**
 * Ant Design's own secondary texts are too pale for WCAG AA; these are dark enough on white and on its gray.
 */
const theme = {
  token: {
    colorPrimary: '#0b5cad',
    colorLink: '#0b5cad',
    colorLinkHover: '#084580',
    colorTextSecondary: 'rgba(0,0,0,0.68)',
    colorTextTertiary: 'rgba(0,0,0,0.62)',
    colorTextDescription: 'rgba(0,0,0,0.66)',
    colorTextPlaceholder: 'rgba(0,0,0,0.60)',
    borderRadius: 6,
  },
}

export function App() {
  const [locale, setLocale] = useState<Locale>(startLocale)
  useEffect(() => {
    document.documentElement.lang = locale
    keepLocale(locale)
  }, [locale])
  return (
    <LocaleContext.Provider value={{ locale, setLocale }}>
      <ConfigProvider
        locale={locale === 'en' ? enUS : zhCN}
        theme={theme}
        button={{ autoInsertSpace: false }}
      >
        <QueryClientProvider client={client}>
          <RouterProvider router={router} />
        </QueryClientProvider>
      </ConfigProvider>
    </LocaleContext.Provider>
  )
}
