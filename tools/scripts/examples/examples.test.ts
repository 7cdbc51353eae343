import { describe, expect, it } from 'vitest'

import { staleExamples } from '../examples.ts'
import { encodeGb18030 } from './gb18030.ts'

describe('examples/', () => {
  it('holds what its generator makes, byte for byte', async () => {
    expect(await staleExamples()).toEqual([])
  })
})

describe('encodeGb18030', () => {
  it('writes what a decoder reads back', () => {
    const text = '姓名,身份证\r\n张磊·艾力,="33010619900101123X"\r\n'
    expect(new TextDecoder('gb18030', { fatal: true }).decode(encodeGb18030(text))).toBe(text)
  })

  it('refuses a character that needs four bytes', () => {
    expect(() => encodeGb18030('𬭎')).toThrow(RangeError)
  })
})
