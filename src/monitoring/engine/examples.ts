import type { Level, Rule } from './rule.ts'

/** 期望 — what a rule must say of a world: a level, nothing, or that it cannot tell. */
export type Expected = Level | 'clear' | 'unknown'

/** 规则样例 — [what it shows, as of which day, the world, what the rule must say of it]. */
export type Example<World> = readonly [name: string, asOf: string, world: World, expected: Expected]

/** 所见 — a day, and the world as of it. */
export type Seen<World> = readonly [asOf: string, world: World]

/** 消除样例 — what raises a finding, and what the same worksite must look like for it to be cleared. */
export interface Clearing<World> {
  readonly raised: Seen<World>
  readonly cleared: Seen<World>
}

/** 样例集 — the examples of one rule; every band, every edge, one clear, one after clearing. */
export interface Examples<World> {
  readonly rule: Rule
  readonly list: readonly Example<World>[]
  readonly clearing: Clearing<World>
}
