import { type ErrorKind, errorStatus, Refusal } from '../../contract/errors.ts'
import { type Locale, say } from '../../contract/messages/index.ts'
import { LawNotCovered } from '../../law/errors.ts'

/** 错误应答 — the form in which every error crosses the wire. */
interface WireError {
  readonly kind: ErrorKind
  readonly code: string
  readonly message: string
  readonly data: Readonly<Record<string, unknown>>
  readonly requestId: string
}

export interface PresentedError {
  readonly status: number
  readonly body: WireError
}

/**
 * 呈现错误 — any error as status and answer, in the caller's language. What nobody expected is a `bug`: its
 * answer tells the number of the request, by which the log has the rest, and nothing of the inside.
 */
export function presentError(
  error: unknown,
  to: { readonly locale: Locale; readonly requestId: string },
): PresentedError {
  const { kind, code, data } = asRefusal(error, to.locale)
  const shown = kind === 'bug' ? { requestId: to.requestId } : data
  return {
    status: errorStatus[kind],
    body: {
      kind,
      code,
      message: say(to.locale, code, shown),
      data: wireData(shown),
      requestId: to.requestId,
    },
  }
}

function asRefusal(error: unknown, locale: Locale): Refusal {
  if (error instanceof Refusal) {
    return error
  }
  if (error instanceof LawNotCovered) {
    const subject = locale === 'en' ? error.subject.en : error.subject.zh
    return new Refusal('law.not-covered', { subject, asked: error.asked }, 'law-not-covered')
  }
  if (!(error instanceof Error)) {
    return new Refusal('bug', {}, 'bug')
  }
  const { validation, validationContext, statusCode, code } = error as Error & HttpErrorFields
  if (validation !== undefined) {
    const where = [validationContext ?? '', validation[0]?.instancePath ?? ''].join('')
    return new Refusal('http.invalid-input', { where, rule: validation[0]?.keyword ?? '' }, 'invalid')
  }
  if (statusCode === 413) {
    return new Refusal('http.too-large', {}, 'too-large')
  }
  if (statusCode !== undefined && statusCode >= 400 && statusCode < 500) {
    return new Refusal('http.malformed', { reason: code ?? '' }, 'invalid')
  }
  return new Refusal('bug', {}, 'bug')
}

/** What Fastify puts on the errors that it makes itself. */
interface HttpErrorFields {
  readonly validation?: readonly { readonly instancePath: string; readonly keyword: string }[]
  readonly validationContext?: string
  readonly statusCode?: number
  readonly code?: string
}

/** JSON knows no bigint; sums cross the wire as digits. */
function wireData(data: Readonly<Record<string, unknown>>): Record<string, unknown> {
  return Object.fromEntries(
    Object.entries(data).map(([name, value]) => [name, typeof value === 'bigint' ? value.toString() : value]),
  )
}
