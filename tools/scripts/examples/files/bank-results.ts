import { type Day, day, type Month } from '../../../../src/law/day.ts'
import { formatYuan, sumFen } from '../../../../src/law/money.ts'
import { groupBy } from '../../../../src/platform/group-by.ts'
import type { Inventor } from '../../../../src/simulate/invent/index.ts'
import { months } from '../attendance.ts'
import { writeBook } from '../book.ts'
import { monthText, spacedName, writtenCard } from '../looks.ts'
import type { Payment, SiteStory } from '../world.ts'
import { type MadeFile, madeFile } from './made-file.ts'
import { type Column, planTable } from './sheet-plan.ts'

const receivedIn: Readonly<Record<string, Day>> = {
  '2026-03': day('2026-04-16'),
  '2026-04': day('2026-05-18'),
}

/** 代发结果 — what the bank says of each payment, a book a batch; what failed comes again in another one. */
export async function bankResults(inventor: Inventor, story: SiteStory): Promise<MadeFile[]> {
  const files: MadeFile[] = []
  for (const of of months) {
    const own = story.payments.filter(({ line }) => line.month === of)
    const batches = groupBy(own, ({ on }) => on)
    for (const [on, payments] of [...batches].sort()) {
      files.push(await batchFile(inventor, story, { of, on, payments }))
    }
  }
  return files
}

interface Batch {
  readonly of: Month
  readonly on: Day
  readonly payments: readonly Payment[]
}

async function batchFile(inventor: Inventor, { site }: SiteStory, batch: Batch): Promise<MadeFile> {
  const { of, on, payments } = batch
  const failed = payments.filter(({ outcome }) => outcome === 'failed')
  const total = formatYuan(sumFen(payments.map(({ amountFen }) => amountFen)))
  const compact = on.replaceAll('-', '')
  const columns: readonly Column<Payment>[] = [
    { title: '明细序号', cell: (_, index) => index + 1, width: 8 },
    {
      title: '收款人户名',
      cell: ({ line }) => (inventor.chance(0.2) ? spacedName(line.worker) : line.worker.person.name),
    },
    { title: '收款账号', cell: ({ line }) => writtenCard(inventor, line.worker), width: 24 },
    { title: '收款行名称', cell: ({ line }) => line.worker.person.bankName, width: 18 },
    { title: '交易金额（元）', cell: ({ amountFen }) => formatYuan(amountFen), width: 14 },
    { title: '处理状态', cell: ({ outcome }) => (outcome === 'failed' ? '失败' : '成功') },
    { title: '失败原因', cell: ({ outcome }) => (outcome === 'failed' ? '账号户名不符' : null), width: 14 },
    { title: '交易日期', cell: () => compact },
    { title: '流水号', cell: ({ reference }) => ({ text: reference }), width: 18 },
    { title: '摘要', cell: () => `${monthText(of)}工资`, width: 14 },
  ]
  const plan = planTable<Payment>({
    name: 'Sheet0',
    title: '批量代发处理结果清单',
    above: [
      [`项目名称：${site.name}`, `批次号：${site.prefix}${compact}01`],
      [`总笔数：${payments.length}`, `总金额：${total}`, `失败笔数：${failed.length}`],
      [],
    ],
    columns,
    items: payments,
    below: [[], ['以上信息由银行系统生成，仅供对账使用。']],
  })
  const receivedOn = receivedIn[of] ?? on
  const bytes = await writeBook([plan.sheet], receivedOn)
  return madeFile({ kind: 'bank-payouts', receivedOn, name: `代发结果_${site.short}_${compact}.xlsx`, bytes })
}
