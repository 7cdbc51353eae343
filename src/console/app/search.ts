/** 地址参数 — what an address carries behind its question mark, before anybody has looked at it. */
export type RawSearch = Readonly<Record<string, unknown>>

/** 取文字 — of a parameter; undefined where it is absent or empty. Numbers in an address are read as text. */
export function textOf(value: unknown): string | undefined {
  const text = typeof value === 'number' ? String(value) : value
  return typeof text === 'string' && text !== '' ? text : undefined
}

/** 取一项 — of a parameter that has a few values; undefined where it is none of them. */
export function oneOf<const T extends string>(value: unknown, values: readonly T[]): T | undefined {
  return values.find((each) => each === value)
}

/** 取序数 — a whole number from 1 on; undefined where it is none. */
export function countOf(value: unknown): number | undefined {
  const number = Number(value)
  return Number.isInteger(number) && number >= 1 ? number : undefined
}

/** 去空 — leaves out what is not there, so that an address shows only what was chosen. */
export function given<T extends object>(search: T): T {
  return Object.fromEntries(Object.entries(search).filter(([, value]) => value !== undefined)) as T
}
