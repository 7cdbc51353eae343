import type { FastifyRequest } from 'fastify'

import { Refusal } from '../../contract/errors.ts'
import { type Locale, locales } from '../../contract/messages/index.ts'

/** 请求语言 — `?lang=`, then the first language in Accept-Language that we speak, then the server's own. */
export function localeOf(request: Pick<FastifyRequest, 'query' | 'headers'>, otherwise: Locale): Locale {
  const { query } = request
  const asked = typeof query === 'object' && query !== null && 'lang' in query ? String(query.lang) : ''
  const accepted = (request.headers['accept-language'] ?? '')
    .split(',')
    .map((part) => part.split(';')[0] ?? '')
  for (const language of [asked, ...accepted]) {
    const found = spoken(language.trim().toLowerCase())
    if (found !== undefined) {
      return found
    }
  }
  return otherwise
}

function spoken(language: string): Locale | undefined {
  return language === ''
    ? undefined
    : locales.find((locale) => language.split('-')[0] === locale.split('-')[0])
}

const loopbackHost = /^(127\.0\.0\.1|localhost|\[::1\])(:\d+)?$/

/**
 * 来源检查 — there is no login yet, so whatever page is open in a browser on this machine could act as the
 * operator: by a form sent across sites, or by a name of its own that it lets point here. Both are
 * refused: the host must be this machine by its own name, and a page that sends something must come from
 * that host.
 */
export function checkOrigin(request: Pick<FastifyRequest, 'headers'>): void {
  const { host, origin } = request.headers
  if (host === undefined || !loopbackHost.test(host)) {
    throw new Refusal('http.foreign-host', {}, 'forbidden')
  }
  if (origin !== undefined && origin !== `http://${host}`) {
    throw new Refusal('http.foreign-origin', {}, 'forbidden')
  }
}
