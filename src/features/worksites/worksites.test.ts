import { type RawBuilder, sql } from 'kysely'
import { describe, expect, it } from 'vitest'

import { inspector } from '../../../testkit/actors.ts'
import { useDatabase } from '../../../testkit/database.ts'
import { day } from '../../law/day.ts'
import { creditCodeCheckDigit } from '../../law/identifiers/index.ts'
import { newId } from '../../platform/ids.ts'
import { localOperator, type NewEvent, type Tx } from '../../platform/transact.ts'
import {
  addPause,
  findOrAddOrganization,
  findUnit,
  findWorksite,
  personPinyin,
  pinyinOf,
  registerLoader,
} from './index.ts'
import { loadOf, testVault } from './testing/load.ts'
import { registerRow } from './testing/register-row.ts'

const database = useDatabase()
const vault = testVault()

async function worldOf(given: Tx) {
  const events: NewEvent[] = []
  const tx: Tx = { ...given, record: (event) => events.push(event) }
  const records = [
    registerRow({ code: 'HZ-a1', name: '西湖区文化中心（一标段）', deviceSerials: [] }),
    registerRow({ code: 'HZ-A2', name: '西湖区文化中心（二标段）', deviceSerials: [] }),
    registerRow({ code: 'NB-1', name: '滨江一号', areaCode: '330203', deviceSerials: [] }),
    registerRow({ code: 'NB-2', name: '滨江一号', areaCode: '330203', deviceSerials: [] }),
  ]
  const deps = { lockWorksite: async () => undefined, touchWorksite: async () => undefined }
  await registerLoader(deps).load(loadOf(tx, vault, { kind: 'worksite-register', records }))
  return { tx, events, rows: async <T>(query: RawBuilder<T>) => (await query.execute(tx.k)).rows }
}

type World = Awaited<ReturnType<typeof worldOf>>

function inWorld(work: (world: World) => Promise<void>): () => Promise<void> {
  return () => database.withTx(localOperator, async (tx) => work(await worldOf(tx)))
}

describe('findWorksite', () => {
  it(
    'finds by code, however it is written',
    inWorld(async ({ tx }) => {
      for (const code of ['HZ-a1', 'hz-A1', ' ＨＺ－ａ１ ']) {
        expect((await findWorksite(tx, { code, options: {} })).code).toBe('HZ-a1')
      }
    }),
  )

  it(
    'finds by a name that one worksite bears, whatever its blanks, brackets and width',
    inWorld(async ({ tx }) => {
      for (const name of [
        '西湖区文化中心（一标段）',
        '西湖区 文化中心(一标段)',
        ' 西湖区文化中心（一标段） ',
      ]) {
        expect(await findWorksite(tx, { name, options: {} })).toMatchObject({
          code: 'HZ-a1',
          kind: 'project',
          areaCode: '330106',
          sector: 'housing',
          payDay: 15,
          payMonthOffset: 1,
        })
      }
    }),
  )

  it(
    'asks where two bear the name, with both first among the candidates',
    inWorld(async ({ tx }) => {
      await expect(findWorksite(tx, { name: '滨江一号', options: {} })).rejects.toMatchObject({
        code: 'ask.worksite',
        data: {
          asked: '滨江一号',
          candidates: [{ code: 'NB-1', name: '滨江一号' }, { code: 'NB-2' }, {}, {}],
        },
      })
      expect(await findWorksite(tx, { name: '滨江一号', options: { worksite: 'nb-2' } })).toMatchObject({
        code: 'NB-2',
      })
    }),
  )

  it(
    'asks for a code that nobody knows, even where the name is known',
    inWorld(async ({ tx }) => {
      const named = { code: 'HZ-A3', name: '西湖区文化中心（一标段）' }
      await expect(findWorksite(tx, { ...named, options: {} })).rejects.toMatchObject({
        code: 'ask.worksite',
      })
      expect((await findWorksite(tx, { ...named, options: { worksite: 'HZ-A2' } })).code).toBe('HZ-A2')
      await expect(findWorksite(tx, { options: { worksite: 'HZ-A3' } })).rejects.toMatchObject({
        code: 'ask.worksite',
        data: { asked: 'HZ-A3' },
      })
    }),
  )

  it(
    'refuses where file and sender name two different ones',
    inWorld(async ({ tx }) => {
      await expect(findWorksite(tx, { code: 'HZ-A2', options: { worksite: 'NB-1' } })).rejects.toMatchObject({
        code: 'worksites.differs',
        data: { said: 'HZ-A2', chosen: 'NB-1' },
      })
    }),
  )

  it(
    'neither finds nor offers what is out of scope',
    inWorld(async ({ tx }) => {
      // The first lock alone: the transaction runs as the operator, whom the second one lets see everything.
      const ningbo: Tx = { ...tx, actor: inspector('3302') }
      const asked = findWorksite(ningbo, { code: 'HZ-A2', options: {} })
      await expect(asked).rejects.toMatchObject({
        code: 'ask.worksite',
        data: { candidates: [{ code: 'NB-1' }, { code: 'NB-2' }] },
      })
      expect((await findWorksite(ningbo, { code: 'NB-1', options: {} })).name).toBe('滨江一号')
    }),
  )
})

describe('findOrAddOrganization', () => {
  const right = '91350100M000100Y43'
  const wrong = '91350100M000100Y44'
  const valid = `91330106M000100Y4${creditCodeCheckDigit('91330106M000100Y4')}`

  it(
    'finds by name whatever its brackets and blanks, and by a valid code whatever the name',
    inWorld(async ({ tx }) => {
      const id = await findOrAddOrganization(tx, { name: '宏达(杭州)劳务 有限公司' })
      expect(await findOrAddOrganization(tx, { name: '宏达（杭州）劳务有限公司' })).toBe(id)
      const byCode = await findOrAddOrganization(tx, { name: '别名公司', creditCode: ' 91350100m000100y43' })
      expect(await findOrAddOrganization(tx, { name: '浙江建工有限公司' })).toBe(byCode)
    }),
  )

  it(
    'lets a unit known by its name take over a valid code, in place of one that fails too',
    inWorld(async ({ tx, rows }) => {
      const name = '新城建设有限公司'
      const other = '91330106MA27XXXX0' // not a code: too short
      const id = await findOrAddOrganization(tx, { name, creditCode: other })
      expect(await findOrAddOrganization(tx, { name, creditCode: wrong })).toBe(id)
      const code = sql<object>`select credit_code, credit_code_valid from organization
        where organization_id = ${id}::uuid`
      expect(await rows(code)).toEqual([{ credit_code: wrong, credit_code_valid: false }])
      expect(await findOrAddOrganization(tx, { name, creditCode: valid })).toBe(id)
      expect(await rows(code)).toEqual([{ credit_code: valid, credit_code_valid: true }])
    }),
  )

  it(
    'takes a unit of the same name with another valid code for another unit',
    inWorld(async ({ tx }) => {
      const first = await findOrAddOrganization(tx, { name: '浙江建工有限公司', creditCode: right })
      const second = await findOrAddOrganization(tx, {
        name: '浙江建工有限公司',
        creditCode: valid,
      })
      expect(second).not.toBe(first)
    }),
  )

  it(
    'leaves out a wrong code that another unit was reported with',
    inWorld(async ({ tx, rows }) => {
      await findOrAddOrganization(tx, { name: '甲公司', creditCode: wrong })
      const id = await findOrAddOrganization(tx, { name: '乙公司', creditCode: wrong })
      expect(
        await rows(
          sql`select name, credit_code, name_pinyin from organization where organization_id = ${id}::uuid`,
        ),
      ).toEqual([{ name: '乙公司', credit_code: null, name_pinyin: 'yigongsi' }])
    }),
  )
})

describe('findUnit', () => {
  it(
    'gives the general contractor without a name or for its own, and notes a new unit once',
    inWorld(async ({ tx, rows }) => {
      const worksite = await findWorksite(tx, { code: 'HZ-a1', options: {} })
      expect(await findUnit(tx, worksite, null)).toBe(worksite.generalContractorId)
      expect(await findUnit(tx, worksite, '浙江建工 有限公司')).toBe(worksite.generalContractorId)
      const added = await findUnit(tx, worksite, '新来劳务有限公司')
      expect(await findUnit(tx, worksite, '新来劳务有限公司')).toBe(added)
      expect(
        await rows(sql`select role from worksite_unit where employing_unit_id = ${added}::uuid`),
      ).toEqual([{ role: 'subcontractor' }])
    }),
  )
})

describe('addPause', () => {
  const pause = {
    fromOn: day('2026-02-10'),
    untilOn: day('2026-02-28'),
    reason: '春节',
    confirmedBy: '王监察',
  }

  it(
    'notes the pause and the event',
    inWorld(async ({ tx, rows, events }) => {
      const { worksiteId } = await findWorksite(tx, { code: 'HZ-a1', options: {} })
      const pauseId = await addPause(tx, { ...pause, worksiteId })
      expect(
        await rows(sql`select pause_id, from_on, until_on, reason, current, area_code from worksite_pause`),
      ).toEqual([
        {
          pause_id: pauseId,
          from_on: '2026-02-10',
          until_on: '2026-02-28',
          reason: '春节',
          current: true,
          area_code: '330106',
        },
      ])
      expect(events.at(-1)).toMatchObject({
        type: 'worksite.paused',
        stream: { id: worksiteId },
        data: { pauseId },
      })
    }),
  )

  it(
    'refuses a worksite that is not there, or out of scope, and a pause that ends before it begins',
    inWorld(async ({ tx }) => {
      const { worksiteId } = await findWorksite(tx, { code: 'HZ-a1', options: {} })
      const missing = { code: 'worksites.not-found', kind: 'not-found' }
      await expect(addPause(tx, { ...pause, worksiteId: newId() })).rejects.toMatchObject(missing)
      const ningbo: Tx = { ...tx, actor: inspector('3302') }
      await expect(addPause(ningbo, { ...pause, worksiteId })).rejects.toMatchObject(missing)
      const reversed = { ...pause, untilOn: day('2026-02-09'), worksiteId }
      await expect(addPause(tx, reversed)).rejects.toMatchObject({ code: 'worksites.pause-reversed' })
    }),
  )
})

describe('pinyin', () => {
  it.each([
    ['单雄信', 'shanxiongxin'],
    ['欧阳建', 'ouyangjian'],
    ['尉迟恭', 'yuchigong'],
    ['吕布', 'lvbu'],
    ['阿卜杜·热合曼', 'abudureheman'],
    ['Ali', 'ali'],
    ['张', 'zhang'],
  ])('reads the name %s', (name, pinyin) => {
    expect(personPinyin(name)).toBe(pinyin)
  })

  it('reads the name of a unit', () => {
    expect(pinyinOf('重庆ABC建工')).toBe('chongqingabcjiangong')
  })
})
