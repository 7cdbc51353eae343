import { describe, expect, it } from 'vitest'

import { defaultLimits } from './limits.ts'
import { type CraftedPart, craftZip } from './testing/craft-zip.ts'
import { checkZip } from './zip-check.ts'
import { inflateText } from './zip-inflate.ts'

const plain: CraftedPart[] = [
  { name: 'xl/workbook.xml', content: '<workbook/>' },
  { name: 'xl/media/seal.png', content: Buffer.from([1, 2, 3]), stored: true },
]

function refusalOf(parts: readonly CraftedPart[], limits = {}): unknown {
  try {
    checkZip(craftZip(parts), { ...defaultLimits, ...limits })
  } catch (error) {
    return error
  }
  return undefined
}

describe('checkZip', () => {
  it('lists the parts with their sizes', () => {
    const entries = checkZip(craftZip(plain), defaultLimits)
    expect(entries.map(({ name, method, inflatedBytes }) => [name, method, inflatedBytes])).toEqual([
      ['xl/workbook.xml', 'deflated', 11],
      ['xl/media/seal.png', 'stored', 3],
    ])
  })

  it('reads the large form of the directory, as streaming writers use it for small files too', async () => {
    const bytes = craftZip(plain, { zip64: true })
    const [first] = checkZip(bytes, defaultLimits)
    expect(first?.inflatedBytes).toBe(11)
    expect(first && (await inflateText(bytes, first))).toBe('<workbook/>')
  })

  it('accepts line ends that a server appended to the download', () => {
    const bytes = Buffer.concat([craftZip(plain), Buffer.from('\r\n')])
    expect(checkZip(bytes, defaultLimits)).toHaveLength(2)
  })

  it('reads names with backward slashes', () => {
    const bytes = craftZip([{ name: 'xl\\workbook.xml', content: 'x' }])
    expect(checkZip(bytes, defaultLimits)[0]?.name).toBe('xl/workbook.xml')
  })

  it.each([
    ['more than the allowed sum', [{ name: 'a', content: 'x'.repeat(3000) }], { inflatedBytes: 2999 }],
    ['more than the allowed number of parts', plain, { zipEntries: 1 }],
    ['a ratio that no table has', [{ name: 'a', content: Buffer.alloc(5_000_000) }], {}],
  ] as const)('refuses %s as a bomb', (_, parts, limits) => {
    expect(refusalOf(parts, limits)).toMatchObject({ code: 'file.zip-bomb' })
  })

  it('refuses parts that overlap, by which a small file holds many large parts', () => {
    const inner = { name: 'b', content: 'x'.repeat(100) }
    const outer = { name: 'a', content: craftZip([inner]), stored: true }
    const firstByteInside = 30 + outer.name.length
    expect(refusalOf([outer, { ...inner, statedAt: firstByteInside }])).toMatchObject({
      code: 'file.zip-bomb',
      data: { reason: 'overlap' },
    })
  })

  it.each([
    ['a path that leaves the folder', { name: '../evil', content: 'x' }],
    ['an absolute path', { name: '/etc/passwd', content: 'x' }],
    ['a drive', { name: 'C:/evil', content: 'x' }],
    ['a packing method that no spreadsheet uses', { name: 'a', content: 'x', method: 12 }],
    ['a stored part of another size than stated', { name: 'a', content: 'xx', stored: true, statedBytes: 9 }],
    ['the same name twice', { name: 'XL/workbook.xml', content: 'x' }],
  ])('refuses %s', (_, part) => {
    expect(refusalOf([...plain, part])).toMatchObject({ code: 'file.zip-damaged' })
  })

  it('refuses an archive inside, but not an object pasted into a sheet', () => {
    const nested = { name: 'xl/more.zip', content: 'x' }
    expect(refusalOf([...plain, nested])).toMatchObject({
      code: 'file.zip-nested',
      data: { entry: 'xl/more.zip' },
    })
    expect(refusalOf([...plain, { name: 'xl/embeddings/Sheet1.xlsx', content: 'x' }])).toBeUndefined()
  })

  it('refuses a part that is locked with a password', () => {
    expect(refusalOf([{ name: 'a', content: 'x', flags: 1 }])).toMatchObject({ code: 'file.encrypted' })
  })

  it('refuses a container that is cut off anywhere', () => {
    const bytes = craftZip(plain)
    for (let length = 4; length < bytes.length - 1; length += 7) {
      expect(() => checkZip(bytes.subarray(0, length), defaultLimits)).toThrow(
        expect.objectContaining({ code: 'file.zip-damaged' }),
      )
    }
  })
})

describe('inflateText', () => {
  async function inflateFirst(part: CraftedPart): Promise<string> {
    const bytes = craftZip([part])
    const [entry] = checkZip(bytes, defaultLimits)
    return entry === undefined ? '' : await inflateText(bytes, entry)
  }

  it('stops at the stated size when a part is larger than it says', async () => {
    const lying = { name: 'a', content: Buffer.alloc(50_000_000), statedBytes: 1_000 }
    await expect(inflateFirst(lying)).rejects.toMatchObject({
      code: 'file.zip-bomb',
      data: { reason: 'lying-size' },
    })
  })

  it('refuses a part that is smaller than it says, or has another checksum', async () => {
    const damaged = { code: 'file.zip-damaged' }
    await expect(inflateFirst({ name: 'a', content: 'x', statedBytes: 9 })).rejects.toMatchObject(damaged)
    await expect(inflateFirst({ name: 'a', content: 'x', statedCrc: 1 })).rejects.toMatchObject(damaged)
  })

  it('refuses packed bytes that cannot be unpacked', async () => {
    const junk = { name: 'a', content: Buffer.from([0xff, 0xff, 0xff]), stored: true, method: 8 }
    await expect(inflateFirst(junk)).rejects.toMatchObject({ code: 'file.zip-damaged' })
  })
})
