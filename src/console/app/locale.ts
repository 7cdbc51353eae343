import { createContext, useContext } from 'react'

import { type Locale, say } from '../../contract/messages/index.ts'

const kept = 'anxin.locale'

/** 界面语言 — Chinese unless the person chose English before. */
export function startLocale(): Locale {
  try {
    return localStorage.getItem(kept) === 'en' ? 'en' : 'zh-CN'
  } catch {
    return 'zh-CN' // storage is closed to us in a private window
  }
}

export function keepLocale(locale: Locale): void {
  try {
    localStorage.setItem(kept, locale)
  } catch {
    // Not kept: the choice holds until the page is closed.
  }
}

interface LocaleContext {
  locale: Locale
  setLocale(locale: Locale): void
}

export const LocaleContext = createContext<LocaleContext>({ locale: 'zh-CN', setLocale: () => undefined })

/** 取文案 — a function that gives texts of the shared catalog in the language of the page. */
export function useSay(): (code: string, data?: Readonly<Record<string, unknown>>) => string {
  const { locale } = useContext(LocaleContext)
  return (code, data) => say(locale, code, data)
}

export function useLocale(): LocaleContext {
  return useContext(LocaleContext)
}
