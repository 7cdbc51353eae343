/**
 * 提示 — something the one who starts the program must be told: a message code and its data, printed by the
 * starter.
 */
export interface Notice {
  readonly code: string
  readonly data: Readonly<Record<string, unknown>>
}
