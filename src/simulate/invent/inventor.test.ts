import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { day } from '../../law/day.ts'
import {
  checkBankCard,
  checkCreditCode,
  checkIdNumber,
  checkPhone,
  findArea,
  isWithin,
} from '../../law/identifiers/index.ts'
import { createInventor, type Inventor } from './index.ts'
import { compoundSurnames } from './name-lists.ts'

const kinds = [
  'project-owner',
  'general-contractor',
  'subcontractor',
  'establishment',
  'labor-platform',
  'insurer',
] as const
const registeredOn = day('2025-03-01')
const areas = fc.constantFrom(
  '33',
  '330000',
  '3301',
  '330106',
  '110000',
  '500000',
  '429004',
  '441900',
  '810000',
)

function smallWorld(inventor: Inventor) {
  return {
    people: Array.from({ length: 20 }, () => inventor.person()),
    companies: kinds.map((kind) => inventor.company(kind, '330000')),
    project: inventor.project('330106', registeredOn),
    numbers: [inventor.accountNumber(), inventor.deviceSerial(), inventor.phone()],
  }
}

describe('createInventor', () => {
  it('gives the same world for the same seed, and another for another', () => {
    fc.assert(
      fc.property(fc.integer(), (seed) => {
        const world = smallWorld(createInventor(seed))
        expect(smallWorld(createInventor(String(seed)))).toEqual(world)
        expect(smallWorld(createInventor(seed + 1))).not.toEqual(world)
      }),
      { seed: 1, numRuns: 30 },
    )
  })

  it('gives the same world today as on the day this was written', () => {
    const inventor = createInventor(724)
    expect(inventor.person({ area: '5134', nameKind: 'minority' })).toEqual({
      name: '俄木尔哈',
      sex: 'male',
      ethnicity: '彝族',
      birthOn: '1988-12-03',
      idNumber: '513436198812034212',
      areaCode: '513436',
      address: '四川省凉山彝族自治州美姑县柳树沟村5组',
      phone: '17992807387',
      bankCard: '6299016537383110512',
      bankName: '禾垒银行',
    })
    expect(inventor.person().idNumber).toBe('510116198804085752')
    expect(inventor.company('general-contractor', '330100')).toEqual({
      kind: 'general-contractor',
      name: '杭州铭基建设集团有限公司',
      areaCode: '330109',
      creditCode: '91330109MA54QNRC47',
    })
  })

  it('keeps a fork apart: what it draws moves nothing elsewhere', () => {
    const quiet = createInventor('county')
    const busy = createInventor('county')
    busy.fork('site-1').person()
    expect(busy.person()).toEqual(quiet.person())
    expect(busy.fork('site-2').person()).toEqual(quiet.fork('site-2').person())
    expect(quiet.fork('site-1').project('33', registeredOn)).not.toEqual(
      quiet.fork('site-3').project('33', registeredOn),
    )
  })

  it('never gives a number twice, in forks neither', () => {
    const inventor = createInventor('crowd')
    const forks = [inventor, inventor.fork('a'), inventor.fork('b')]
    const birthOn = day('1980-05-05')
    const people = forks.flatMap((each) =>
      Array.from({ length: 130 }, () => each.person({ area: '330106', birthOn, sex: 'male' })),
    )
    for (const key of ['idNumber', 'phone', 'bankCard'] as const) {
      expect(new Set(people.map((person) => person[key])).size).toBe(390)
    }
    const names = Array.from({ length: 300 }, () => inventor.company('subcontractor', '330106').name)
    expect(new Set(names).size).toBe(300)
  })

  it('refuses when no different number is left', () => {
    const inventor = createInventor('full')
    const person = { area: '330106', birthOn: day('1980-05-05'), sex: 'female' } as const
    const drawAll = () => Array.from({ length: 501 }, () => inventor.idNumber(person))
    expect(drawAll).toThrow('no more different values')
  })

  it('refuses an area that is not listed', () => {
    expect(() => createInventor(1).person({ area: '99' })).toThrow('"99" is not a listed area')
    expect(() => createInventor(1).creditCode('')).toThrow(RangeError)
  })
})

describe('invented people', () => {
  it('have numbers that pass every check and agree with one another', () => {
    fc.assert(
      fc.property(fc.integer(), areas, (seed, area) => {
        const person = createInventor(seed).person({ area })
        const { idNumber, birthOn, sex, areaCode, phone, bankCard } = person
        expect(checkIdNumber(idNumber)).toEqual({
          ok: true,
          idNumber,
          birthOn,
          sex,
          areaCode,
          areaStanding: 'current',
        })
        expect(isWithin(areaCode, area)).toBe(true)
        expect(checkPhone(phone)).toEqual({ ok: true, phone })
        expect(checkBankCard(bankCard)).toEqual({ ok: true, bankCard })
        expect(bankCard).toMatch(/^62\d{17}$/)
        expect(person.name).toMatch(/^[\p{Script=Han}·]{2,16}$/u)
      }),
      { seed: 2, numRuns: 200 },
    )
  })

  it('are as asked', () => {
    const birthOn = day('2012-02-29')
    const child = createInventor(3).person({ area: '330106', sex: 'female', birthOn })
    expect(child).toMatchObject({ sex: 'female', birthOn, areaCode: '330106', ethnicity: '汉族' })
    expect(child.idNumber).toMatch(/^33010620120229\d\d[02468][\dX]$/)
  })

  it('have the kind of name that is asked for', () => {
    const inventor = createInventor('names')
    const named = (nameKind: 'compound-surname' | 'rare-character' | 'minority', area: string) =>
      Array.from({ length: 60 }, () => inventor.person({ nameKind, area }))
    expect(
      named('compound-surname', '33').every(({ name }) => compoundSurnames.includes(name.slice(0, 2))),
    ).toBe(true)
    const rare = named('rare-character', '33').map(({ name }) => name)
    expect(rare.some((name) => name.length > [...name].length)).toBe(true)
    expect(rare.some((name) => name.includes('䶮'))).toBe(true)
    expect(named('minority', '6531').every(({ name }) => /^\p{sc=Han}+·\p{sc=Han}+$/u.test(name))).toBe(true)
    expect(new Set(named('minority', '33').map(({ ethnicity }) => ethnicity)).size).toBe(3)
  })

  it('share names and are mostly men, as on a building site', () => {
    const inventor = createInventor('site')
    const people = Array.from({ length: 2000 }, () => inventor.person())
    expect(new Set(people.map(({ name }) => name)).size).toBeLessThan(1990)
    const men = people.filter(({ sex }) => sex === 'male').length
    expect(men).toBeGreaterThan(1700)
    expect(men).toBeLessThan(1900)
    expect(new Set(people.map(({ ethnicity }) => ethnicity)).size).toBeGreaterThan(2)
  })
})

describe('invented organizations and things', () => {
  it('have valid codes in the area asked for', () => {
    fc.assert(
      fc.property(fc.integer(), fc.constantFrom(...kinds), areas, (seed, kind, area) => {
        const inventor = createInventor(seed)
        const company = inventor.company(kind, area)
        const { creditCode, areaCode } = company
        expect(checkCreditCode(creditCode)).toEqual({ ok: true, creditCode, areaCode })
        expect(isWithin(areaCode, area)).toBe(true)
        expect(company.name).toMatch(/^\p{sc=Han}+(?:有限公司)$/u)
        const project = inventor.project(area, registeredOn)
        expect(project.code).toBe(`${project.areaCode}20250301${project.code.slice(-3)}`)
        expect(isWithin(project.areaCode, area)).toBe(true)
      }),
      { seed: 5, numRuns: 200 },
    )
  })

  it('write the organization code with its own check character (GB 11714)', () => {
    const inventor = createInventor('codes')
    for (let count = 0; count < 200; count += 1) {
      const organization = inventor.creditCode('330106').slice(8, 17)
      const values = [...organization].map((character) => Number.parseInt(character, 36))
      const check = organization.endsWith('X') ? 10 : (values[8] ?? 0)
      const sum = [3, 7, 9, 10, 5, 8, 4, 2].reduce(
        (total, weight, place) => total + weight * (values[place] ?? 0),
        0,
      )
      expect((sum + check) % 11).toBe(0)
    }
  })

  it('name a place once', () => {
    const inventor = createInventor('places')
    expect(inventor.project('429004', registeredOn).name).toMatch(/^仙桃市(?!仙桃)/)
    expect(inventor.project('441900', registeredOn).name).toMatch(/^东莞市(?!东莞)/)
    expect(inventor.project('110105', registeredOn).name).toMatch(/^北京朝阳区/)
    expect(inventor.company('subcontractor', '513436').name).toMatch(/^凉山彝族自治州/)
  })

  it('have device serials, accounts and permits of the usual forms', () => {
    const inventor = createInventor('things')
    expect(inventor.deviceSerial()).toMatch(/^AXG\d{10}$/)
    expect(checkBankCard(inventor.accountNumber()).ok).toBe(true)
    expect(inventor.permitNumber({ area: '330106', issuedOn: registeredOn })).toMatch(
      /^33010620250301\d\d01$/,
    )
    const bank = inventor.bank()
    expect(inventor.bankCard(bank.cardPrefix)).toMatch(new RegExp(`^${bank.cardPrefix}\\d{13}$`))
    expect(findArea(inventor.creditCode('3301').slice(2, 8))?.level).toBe('county')
  })
})
