import type { Level, Rule } from './rule.ts'

/** 期望 — what a rule must say of a world: a level, nothing, or that it cannot tell. */
export type Expected = Level | 'clear' | 'unknown'

/** 规则样例 — [what it shows, as of which day, the world, what the rule must say of it]. */
export type Example<World> = readonly [name: string, asOf: string, world: World, expected: Expected]

/** 样例集 — the examples of one rule; every band, every edge, one clear. */
export interface Examples<World> {
  readonly rule: Rule
  readonly list: readonly Example<World>[]
}
