import { addDays, type Day } from '../../law/day.ts'
import { sumFen } from '../../law/money.ts'
import { groupBy } from '../../platform/group-by.ts'
import type { County, Payment, Site } from '../county/model.ts'
import { createRandom, type Random } from '../invent/random.ts'
import { tellsOnlyTheSum } from './camt-xml.ts'
import { type CountyFile, countyFile } from './county-file.ts'
import { monthText, writtenCard, yuan } from './looks.ts'
import { drawFormat, extension, layTable, writeTables } from './office-table.ts'

/**
 * 代发结果 — who got what of a batch, from the bank, on the day after: where the account's statements tell the
 * sum only, and where there is no wage account and so no statement.
 */
export async function* payoutFiles({ seed, frame }: County, site: Site): AsyncGenerator<CountyFile> {
  const random = createRandom(`${seed}/payouts/${site.facts.code}`)
  for (const [on, payments] of groupBy(listed(site), (payment) => payment.on)) {
    const receivedOn = addDays(on, 1)
    if (receivedOn <= frame.until) {
      yield await payoutFile(random, site, { payments, receivedOn })
    }
  }
}

function listed({ facts, movements, payments }: Site): readonly Payment[] {
  const { account } = facts
  return account === null
    ? payments
    : movements.filter((each) => tellsOnlyTheSum(account.bank, each)).flatMap((each) => each.payments)
}

interface Batch {
  readonly payments: readonly Payment[]
  readonly receivedOn: Day
}

async function payoutFile(random: Random, site: Site, { payments, receivedOn }: Batch): Promise<CountyFile> {
  const { facts, plan } = site
  const format = drawFormat(random)
  const what = plan.kind === 'project' ? '项目' : '用工点'
  const hasSummary = random.chance(0.9)
  const came = ({ backOn }: Payment) => backOn === null || facts.account !== null
  const table = layTable<Payment>({
    name: '代发明细',
    title: '代发工资结果明细表',
    above: [`${what}名称：${facts.name}`, `${what}编码：${facts.code}`],
    columns: [
      { title: '序号', cell: (_, index) => index + 1 },
      { title: '收款账号', cell: ({ order }) => writtenCard(random, order.card), isText: true },
      { title: '户名', cell: ({ order }) => order.payeeName },
      {
        title: '金额',
        cell: ({ order }) => yuan(order.amountFen),
        total: (all) => yuan(sumFen(all.map(({ order }) => order.amountFen))),
      },
      { title: '状态', cell: (payment) => (came(payment) ? '成功' : '退票') },
      { title: '失败原因', cell: (payment) => (came(payment) ? null : '账户状态异常') },
      { title: '交易日期', cell: ({ on }) => on },
      { title: '流水号', cell: ({ reference }) => reference },
      { title: '摘要', cell: ({ order }) => (hasSummary ? `${monthText(order.month)}工资` : '工资') },
    ],
    items: payments,
    hasTotal: true,
  })
  const bytes = await writeTables([table], format)
  return countyFile(`${facts.short}代发结果.${extension(format)}`, {
    receivedOn,
    kind: 'bank-payouts',
    bytes,
  })
}
