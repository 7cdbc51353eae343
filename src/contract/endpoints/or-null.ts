import { Type } from 'typebox'

/** 可空 — the schema, or null where there is nothing to say. */
export function orNull<T extends Parameters<typeof Type.Union>[0][number]>(schema: T) {
  return Type.Union([schema, Type.Null()])
}
