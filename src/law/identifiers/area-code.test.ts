import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  areaFullName,
  areaLevel,
  areaName,
  areaParents,
  findArea,
  isWithin,
  listAreas,
  trimAreaCode,
} from './area-code.ts'
import { parseAreas } from './area-list.ts'

describe('the area list', () => {
  it('holds the provinces, prefectures and counties of its edition, each code once, in order', () => {
    const areas = listAreas()
    const codes = areas.map((area) => area.code)
    expect([...new Set(codes)].sort()).toEqual(codes)
    expect(areas.filter((area) => area.level === 'province')).toHaveLength(34)
    expect(areas.filter((area) => area.level === 'prefecture')).toHaveLength(337)
    expect(areas.filter((area) => area.level === 'county')).toHaveLength(3285)
  })

  it('marks the county codes withdrawn in 2021 and no others', () => {
    const withdrawn = listAreas().filter((area) => area.standing === 'withdrawn')
    expect(withdrawn).toHaveLength(18)
    expect(withdrawn.map((area) => area.name)).toContain('下城区')
    expect(findArea('350403')?.standing).toBe('withdrawn')
    expect(findArea('350404')?.standing).toBe('current')
    expect(findArea('350527')).toMatchObject({ name: '金门县', standing: 'current' })
  })

  it('tells codes that only serve statistics from divisions', () => {
    expect(findArea('330101')).toMatchObject({ name: '市辖区', standing: 'statistical' })
    expect(findArea('130171')?.standing).toBe('statistical')
    expect(findArea('429000')).toMatchObject({ name: '省直辖县级行政区划', standing: 'statistical' })
    expect(findArea('429004')).toMatchObject({ name: '仙桃市', standing: 'current' })
  })

  it('refuses an entry that cannot be read', () => {
    expect(() => parseAreas('@33浙江省 x1西湖区')).toThrow('x1西湖区')
  })
})

describe('trimAreaCode', () => {
  it.each([
    ['330000', '33'],
    ['330100', '3301'],
    ['330106', '330106'],
    ['330106001', '330106001'],
    ['330106000', '330106'],
    ['330100000', '3301'],
    ['441900003', '441900003'],
    ['33', '33'],
    ['3300', '33'],
    ['3301', '3301'],
  ])('cuts %s to %s', (code, prefix) => {
    expect(trimAreaCode(code)).toBe(prefix)
  })

  it.each([
    '',
    '*',
    '0',
    '00',
    '000000',
    '000000000',
    '3',
    '330',
    '33010',
    '33010600',
    '3301a6',
    ' 33',
    '33%',
  ])('has no prefix for "%s", so that nothing reads as everything', (code) => {
    expect(trimAreaCode(code)).toBeUndefined()
    expect(isWithin('330106', code)).toBe(false)
    expect(isWithin(code, '33')).toBe(false)
  })
})

describe('isWithin', () => {
  it.each([
    ['330106', '330000', true],
    ['330106', '3301', true],
    ['330106001', '330106', true],
    ['441900003', '441900', true],
    ['330106', '330106', true],
    ['330000', '330106', false],
    ['330200', '330100', false],
    ['330106', '330106001', false],
  ])('answers for %s in %s: %s', (code, prefix, answer) => {
    expect(isWithin(code, prefix)).toBe(answer)
  })

  it('agrees with the parents of every listed area', () => {
    const parts = fc.constantFrom(...listAreas())
    fc.assert(
      fc.property(parts, parts, (inner, outer) => {
        const path = [...areaParents(inner.code), inner].map((area) => area.code)
        expect(isWithin(inner.code, outer.code)).toBe(path.includes(outer.code))
      }),
      { seed: 2260, numRuns: 500 },
    )
  })
})

describe('names, levels and parents', () => {
  it('names an area and the path to it', () => {
    expect(areaName('330106')).toBe('西湖区')
    expect(areaFullName('330106')).toBe('浙江省杭州市西湖区')
    expect(areaFullName('110105')).toBe('北京市朝阳区')
    expect(areaFullName('429004')).toBe('湖北省仙桃市')
    expect(areaFullName('33')).toBe('浙江省')
  })

  it('reads a township as its county, and an unlisted county as its prefecture', () => {
    expect(areaName('330106001')).toBeUndefined()
    expect(areaFullName('330106001')).toBe('浙江省杭州市西湖区')
    expect(areaFullName('441900003')).toBe('广东省东莞市')
    expect(areaFullName('330199')).toBe('浙江省杭州市')
    expect(areaFullName('990101')).toBeUndefined()
  })

  it('knows the level of a code by its form', () => {
    expect(['330000', '3301', '330106', '330106001', 'x'].map(areaLevel)).toEqual([
      'province',
      'prefecture',
      'county',
      'township',
      undefined,
    ])
  })

  it('lists parents outermost first and leaves out prefectures that do not exist', () => {
    const codes = (code: string) => areaParents(code).map((area) => area.code)
    expect(codes('330106001')).toEqual(['330000', '330100', '330106'])
    expect(codes('110105')).toEqual(['110000'])
    expect(codes('441900003')).toEqual(['440000', '441900'])
    expect(codes('330000')).toEqual([])
    expect(codes('nonsense')).toEqual([])
  })
})
