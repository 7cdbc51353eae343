/** 时钟 — the one door to the time of day. Logic is given a clock, so that a test can stop it. */
export interface Clock {
  /** The present instant, ISO 8601 in UTC with milliseconds. */
  now(): string
}

/** 系统时钟 — the machine's own clock. */
export function systemClock(): Clock {
  return { now: () => new Date().toISOString() }
}

/** 固定时钟 — a clock that stands still at `instant` until it is set; for tests, replays and the demo. */
export function fixedClock(instant: string): Clock & { set(next: string): void } {
  let current = new Date(instant).toISOString()
  return {
    now: () => current,
    set: (next) => {
      current = new Date(next).toISOString()
    },
  }
}

/** 毫秒时间戳 — milliseconds since 1970, for making ids and lock files; never for a judgement. */
export function systemMilliseconds(): number {
  return Date.now()
}
