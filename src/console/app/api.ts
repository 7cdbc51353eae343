import type { Locale } from '../../contract/messages/index.ts'

/** 接口错误 — what the server answered instead of data, ready to be shown. */
export class ApiError extends Error {
  readonly code: string
  readonly status: number

  constructor(status: number, code: string, message: string) {
    super(message)
    this.name = 'ApiError'
    this.status = status
    this.code = code
  }
}

interface Call {
  locale: Locale
  method?: 'GET' | 'POST'
  json?: unknown
  form?: FormData
}

/** 调用接口 — asks the server and gives its answer; ApiError where it refuses. */
export async function call<T>(path: string, { locale, method = 'GET', json, form }: Call): Promise<T> {
  const headers: Record<string, string> = { 'Accept-Language': locale }
  if (json !== undefined) {
    headers['Content-Type'] = 'application/json'
  }
  const body = form ?? (json === undefined ? null : JSON.stringify(json))
  const response = await fetch(path, { method, headers, body })
  if (!response.ok) {
    const answer: unknown = await response.json().catch(() => null)
    throw toError(response.status, answer)
  }
  return response.json() as Promise<T>
}

function toError(status: number, answer: unknown): ApiError {
  if (typeof answer === 'object' && answer !== null && 'message' in answer && 'code' in answer) {
    return new ApiError(status, String(answer.code), String(answer.message))
  }
  return new ApiError(status, 'http', `HTTP ${status}`)
}

/** 查询串 — the given values as a query string, absent ones left out. */
export function query(values: Readonly<Record<string, string | number | undefined>>): string {
  const given = Object.entries(values).flatMap(([key, value]) =>
    value === undefined || value === '' ? [] : [[key, String(value)]],
  )
  return given.length === 0 ? '' : `?${new URLSearchParams(given)}`
}
