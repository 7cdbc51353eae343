import { sql } from 'kysely'
import { describe, expect, it } from 'vitest'

import { useDatabase } from '../../../testkit/database.ts'
import { defaultLimits } from '../../platform/sheets/limits.ts'
import { localOperator, type Tx } from '../../platform/transact.ts'
import { createInventor } from '../../simulate/invent/index.ts'
import type { Group, Loaded, Loader, RowIssue, SourceRow } from '../intake/importer.ts'
import { readTables } from '../intake/reader.ts'
import { registerLoader } from '../worksites/index.ts'
import { loadOf, testVault } from '../worksites/testing/load.ts'
import { rosterLoader } from './index.ts'

const database = useDatabase()
const vault = testVault()
const nothing = async () => undefined

/** A file as an office writes it, through the reader of tables into a loader. */
async function take(
  tx: Tx,
  loader: Loader,
  lines: readonly string[],
): Promise<Loaded & { issues: RowIssue[] }> {
  const bytes = Buffer.from(lines.join('\n'))
  const rows: SourceRow[] = []
  const issues: RowIssue[] = []
  let group: Group | undefined
  const options = { options: {}, remembered: {} }
  for await (const message of readTables({ bytes, name: 'a.csv', options, limits: defaultLimits }, 'csv')) {
    if (message.type === 'group') {
      group = message.group
    } else if (message.type === 'rows') {
      rows.push(...message.rows)
    } else if (message.type === 'issues') {
      issues.push(...message.issues)
    }
  }
  const load = loadOf(tx, vault, { kind: loader.kind, records: [] })
  async function* batches() {
    yield rows
  }
  expect(group?.kind).toBe(loader.kind)
  const loaded = await loader.load({ ...load, group: group ?? load.group, rows: batches() })
  expect([...load.rejected, ...load.warned]).toEqual([])
  return { ...loaded, issues }
}

const register = [
  '项目编码,项目名称,类型,行业,行政区划,建设单位,施工总承包单位,统一社会信用代码,合同价(万元),合同签订日期,' +
    '施工许可日期,人工费用拨付周期,人工费用拨付比例,工资发放日,专户账号,开户行,专户开立日期,三方协议日期,' +
    '保证金形式,保证金金额(元),保证金存储日期,劳资专管员,劳资专管员电话,考勤设备序列号',
  'A-1,西湖区文化中心,工程项目,房屋建筑,杭州市西湖区,西湖城投有限公司,浙江建工有限公司,91350100M000100Y44,1200,' +
    '2026-01-05,2026年1月15日,每月,20%,次月15日,33001616727053000188,工商银行西湖支行,2026/1/10,2026.1.12,' +
    '银行保函,"180,000.00",2026-01-20,李专管,13812345678,"CK1、CK2,CK3"',
]

describe('files as offices write them', () => {
  it('become a worksite and its people', async () => {
    const { name, idNumber, phone, bankCard } = createInventor('reading').person()
    const roster = [
      '农民工花名册,,,,,,,,,,',
      '项目名称：西湖区 文化中心,,,,,,,,,,',
      '班组,姓名,身份证号,联系电话,工种,工号,进场时间,合同签订时间,日工资标准,发薪日,银行卡号',
      `木工班,${name},${idNumber},${phone},木工,17,2026-01-05,2026-01-04,300,每周五,${bankCard}`,
    ]
    await database.withTx(localOperator, async (given) => {
      const tx: Tx = { ...given, record: () => undefined }
      const registered = await take(
        tx,
        registerLoader({ lockWorksite: nothing, touchWorksite: nothing }),
        register,
      )
      expect(registered.issues).toMatchObject([
        { severity: 'warning', code: 'cell.credit-code-check-digit', row: 2 },
      ])
      expect(registered.taken).toBe(1)
      const deps = { lockWorksite: nothing, touchPeople: nothing, resolveWaitingPunches: nothing }
      const enrolled = await take(tx, rosterLoader(deps), roster)
      expect(enrolled).toMatchObject({ taken: 1, issues: [] })
      const { rows } = await sql`
        select w.area_code, w.contract_fen, w.labor_cost_share_hundredths, w.pay_day, w.pay_month_offset,
               o.credit_code, o.credit_code_valid, a.number_tail, d.amount_fen, p.name, p.enrolled, u.pin,
               c.rate_kind, c.rate_fen, c.pay_cycle, c.pay_day as weekday,
               (select count(*)::int from device x where x.worksite_id = w.worksite_id) as devices
          from worksite w join organization o on o.organization_id = w.general_contractor_id
          join wage_account a using (worksite_id) join wage_deposit d using (worksite_id)
          join worksite_person p using (worksite_id) join device_user u using (worksite_id, person_id)
          join labor_contract c using (worksite_id, person_id)`.execute(tx.k)
      expect(rows).toEqual([
        {
          area_code: '330106',
          contract_fen: 1_200_000_000n,
          labor_cost_share_hundredths: 2000,
          pay_day: 15,
          pay_month_offset: 1,
          credit_code: '91350100M000100Y44',
          credit_code_valid: false,
          number_tail: '0188',
          amount_fen: 18_000_000n,
          name,
          enrolled: true,
          pin: '17',
          rate_kind: 'day',
          rate_fen: 30_000n,
          pay_cycle: 'week',
          weekday: 5,
          devices: 3,
        },
      ])
    })
  })
})
