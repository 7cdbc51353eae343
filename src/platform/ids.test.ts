import { describe, expect, it } from 'vitest'

import { newId } from './ids.ts'

describe('newId', () => {
  it('makes UUIDs of version 7 and the RFC variant', () => {
    for (let made = 0; made < 1000; made += 1) {
      expect(newId()).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/)
    }
  })

  it('increases strictly and never repeats, many within one millisecond', () => {
    const ids = Array.from({ length: 100_000 }, () => newId())
    expect(ids.every((id, at) => at === 0 || id > (ids[at - 1] ?? ''))).toBe(true)
  })

  it('carries the time it was made', () => {
    const before = Date.now()
    const carried = Number.parseInt(newId().replaceAll('-', '').slice(0, 12), 16)
    expect(carried).toBeGreaterThanOrEqual(before)
    expect(carried).toBeLessThanOrEqual(Date.now() + 1000)
  })
})
