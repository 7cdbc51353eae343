import { day } from '../src/law/index.ts'
import { writeLargeSheet } from '../src/platform/sheets/write.ts'
import { createInventor } from '../src/simulate/invent/index.ts'

/** The worksite of the benches; its register is imported before the clock starts. */
export const worksite = { code: '33010620260101001', name: '测速工程', serial: 'AXG1000000001' }

export function registerCsv(): Buffer {
  const inventor = createInventor(1)
  const contractor = inventor.company('general-contractor', '330106')
  const titles =
    '项目编码,项目名称,类型,行业,行政区划,施工总承包单位,施工总承包单位统一社会信用代码,工资发放日,考勤设备序列号'
  const { code, name, serial } = worksite
  const row = `${code},${name},工程项目,住建,330106,${contractor.name},${contractor.creditCode},15,${serial}`
  return Buffer.from(`${titles}\n${row}\n`)
}

const payrollTitles = [
  '序号',
  '工资月份',
  '姓名',
  '身份证号',
  '出勤天数',
  '工资标准(元/天)',
  '应发工资',
  '扣款',
  '实发工资',
  '银行卡号',
]

function payrollRows(lines: number): string[][] {
  const inventor = createInventor(2)
  return Array.from({ length: lines }, (_, index) => {
    const person = inventor.person()
    const [days, rate] = [inventor.int(15, 28), inventor.int(200, 500)]
    const due = days * rate
    return [
      String(index + 1),
      '2026-03',
      person.name,
      person.idNumber,
      String(days),
      String(rate),
      `${due}.00`,
      '0',
      `${due}.00`,
      person.bankCard,
    ]
  })
}

/** 工资表 of so many people, as csv. */
export function payrollCsv(lines: number): Buffer {
  const title = `${worksite.name}2026年3月工资表`
  return Buffer.from(
    [title, payrollTitles.join(','), ...payrollRows(lines).map((row) => row.join(','))].join('\n'),
  )
}

/** 工资表 of so many people, as a workbook. */
export async function payrollXlsx(lines: number): Promise<Buffer> {
  return await writeLargeSheet({
    name: '3月',
    rows: [payrollTitles, ...payrollRows(lines)],
    rowsInView: 1,
    textColumns: [3, 9],
  })
}

/** 花名册 that names the device numbers 1 to `people`. */
export function rosterCsv(people: number): Buffer {
  const inventor = createInventor(3)
  const rows = Array.from({ length: people }, (_, index) => {
    const person = inventor.person()
    return `${person.name},${person.idNumber},${index + 1},2026-01-01,按日,300`
  })
  const title = `项目名称：${worksite.name}`
  return Buffer.from([title, '姓名,身份证号,考勤号,进场日期,计薪方式,工资标准', ...rows].join('\n'))
}

/** 考勤机记录 — two punches a day of each person. */
export function attlog(people: number, days: number): Buffer {
  const first = day('2026-01-05')
  const lines: string[] = []
  for (let index = 0; index < days; index++) {
    const on = new Date(Date.parse(`${first}T00:00:00Z`) + index * 86_400_000).toISOString().slice(0, 10)
    for (let pin = 1; pin <= people; pin++) {
      const minute = String(pin % 60).padStart(2, '0')
      lines.push(`${pin}\t${on} 07:${minute}:00\t0\t15\t0\t0`, `${pin}\t${on} 17:${minute}:30\t1\t15\t0\t0`)
    }
  }
  return Buffer.from(`${lines.join('\n')}\n`)
}
