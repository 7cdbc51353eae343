export const errorKinds = [
  'invalid',
  'unauthenticated',
  'forbidden',
  'not-found',
  'conflict',
  'refused',
  'too-large',
  'too-many',
  'law-not-covered',
  'bug',
] as const

/** 错误种类 — the closed list of ways in which something can fail. */
export type ErrorKind = (typeof errorKinds)[number]

/** 错误状态码 — the HTTP status each kind is answered with. */
export const errorStatus: Readonly<Record<ErrorKind, number>> = {
  invalid: 400,
  unauthenticated: 401,
  forbidden: 403,
  'not-found': 404,
  conflict: 409,
  refused: 422,
  'too-large': 413,
  'too-many': 429,
  'law-not-covered': 422,
  bug: 500,
}

/**
 * 拒绝 — the only error we expect. `code` is a key of `messages/`, `data` fills its placeholders and holds ids,
 * sums and names of fields, never a personal value, since refusals are logged.
 */
export class Refusal extends Error {
  readonly code: string
  readonly data: Readonly<Record<string, unknown>>
  readonly kind: ErrorKind

  constructor(code: string, data: Record<string, unknown> = {}, kind: ErrorKind = 'refused') {
    super(code)
    this.name = 'Refusal'
    this.code = code
    this.data = data
    this.kind = kind
  }
}

/** 不变式 — throws an ordinary Error, a bug, when what must hold does not. `why` says why it must hold. */
export function invariant(condition: unknown, why: string): asserts condition {
  if (!condition) {
    throw new Error(`invariant broken: ${why}`)
  }
}
