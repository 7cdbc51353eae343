import { setTimeout as wait } from 'node:timers/promises'
import { describe, expect, it } from 'vitest'

import { atMost } from './at-most.ts'

describe('atMost', () => {
  it('lets the rest wait, in the order in which they came, also behind work that fails', async () => {
    const limited = atMost(2)
    const began: number[] = []
    let [running, highest] = [0, 0]
    const work = (at: number) => async () => {
      began.push(at)
      running += 1
      highest = Math.max(highest, running)
      await wait(5)
      running -= 1
      if (at === 1) {
        throw new Error('failed')
      }
      return at
    }
    const ended = await Promise.allSettled([0, 1, 2, 3, 4].map((at) => limited(work(at))))
    expect(ended.map((each) => each.status)).toEqual([
      'fulfilled',
      'rejected',
      'fulfilled',
      'fulfilled',
      'fulfilled',
    ])
    expect([began, highest]).toEqual([[0, 1, 2, 3, 4], 2])
  })
})
