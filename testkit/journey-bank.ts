import { type Day, day } from '../src/law/day.ts'
import { writeBook } from '../tools/scripts/examples/book.ts'
import { type Detail, type Entry, noticeXml, statementXml } from '../tools/scripts/examples/files/camt-xml.ts'
import { planTable } from '../tools/scripts/examples/files/sheet-plan.ts'
import { due, type Hand, type Office, type OfficeFile } from './journey-office.ts'

/*
 * What a gate and a bank would send of the office of `journey-office.ts`.
 */

const savedOn = day('2026-05-06')
const nothing = { isPending: false, isFee: false, note: null, details: [] } as const

/** 考勤机记录 — a torn line, and a number that is nobody's yet. */
export function gateLogFile({ gate, hands }: Office): OfficeFile {
  const days = ['2026-03-02', '2026-03-03', '2026-03-04', '2026-03-05', '2026-03-06']
  const pins = [...hands.map(({ pin }) => pin), '999']
  const lines = days.flatMap((date, at) =>
    pins.flatMap((pin) => [
      `${pin}\t${date} 06:5${at}:07\t0\t1\t0\t0`,
      `${pin}\t${date} 18:0${at}:40\t1\t1\t0\t0`,
    ]),
  )
  const all = [...lines.slice(0, 10), '7\t2026-03-0', ...lines.slice(10)]
  const bytes = Buffer.from(`${all.join('\r\n')}\r\n`)
  return { name: `${gate}_attlog.dat`, bytes, taken: lines.length, refused: [[11, '打卡']] }
}

/** 代发结果 — one paid, one failed, one that the bank has not decided. */
export async function resultsFile({ name, hands }: Office): Promise<OfficeFile> {
  const items = hands.slice(1, 4)
  const states = ['成功', '失败', '处理中']
  const { sheet, places } = planTable<Hand>({
    name: 'Sheet0',
    title: '批量代发处理结果清单',
    above: [[`项目名称：${name}`, '批次号：PL20260415']],
    columns: [
      { title: '明细序号', cell: (_, index) => index + 1 },
      { title: '收款人户名', cell: (hand) => hand.name },
      { title: '收款账号', cell: (hand) => ({ text: hand.bankCard }) },
      { title: '交易金额（元）', cell: (hand) => ({ fen: BigInt(due(hand)) * 100n }) },
      { title: '处理状态', cell: (_, index) => states[index] ?? null },
      { title: '失败原因', cell: ({ bankCard }, index) => (index === 1 ? `账号${bankCard}户名不符` : null) },
      { title: '交易日期', cell: () => '20260415' },
      { title: '流水号', cell: (_, index) => ({ text: `LS2604150${index}` }) },
      { title: '摘要', cell: () => '2026年3月工资' },
    ],
    items,
    below: [[], ['以上信息由银行系统生成，仅供对账使用。']],
  })
  const refused = [[places[2] ?? 0, '处理']] as const
  return { name: '代发结果.xlsx', bytes: await writeBook([sheet], savedOn), taken: 2, refused }
}

const yuan = (sum: number) => BigInt(sum) * 100n

function paid(hand: Hand, on: Day): Entry {
  const detail: Detail = {
    endToEndId: `GZ${on.replaceAll('-', '')}${hand.pin}`,
    amountFen: yuan(due(hand)),
    name: hand.name,
    account: hand.bankCard,
    // Banks repeat in the text what stands in the fields.
    remittance: `3月工资 ${hand.name} ${hand.bankCard} ${hand.idNumber}`,
    returnReason: null,
  }
  return { ...nothing, on, isCredit: false, amountFen: detail.amountFen, details: [detail] }
}

function received(sum: number, on: Day): Entry {
  return { ...nothing, on, isCredit: true, amountFen: yuan(sum), note: '人工费用拨付' }
}

function fee(on: Day): Entry {
  return { ...nothing, on, isCredit: false, amountFen: yuan(88), isFee: true, note: '手续费' }
}

interface Statement {
  readonly name: string
  readonly version: '02' | '08'
  readonly from: Day
  readonly until: Day
  readonly entries: readonly Entry[]
}

/** The fee is in dollars, which no wage account of ours is. */
function statementFile({ account, contractor }: Office, plan: Statement): OfficeFile {
  const { name, version, from, until, entries } = plan
  const message = { version, account, holder: contractor.name, entries }
  const id = `STMT-${version}-${until}`
  const xml = statementXml({ ...message, id, span: { from, until }, opening: 0n, closing: yuan(500_000) })
  const bytes = Buffer.from(xml.replace('Ccy="CNY">88.00', 'Ccy="USD">88.00'))
  const before = bytes.toString('utf8').split('Ccy="USD"')[0] ?? ''
  const row = before.slice(0, before.lastIndexOf('<Ntry>')).split('\n').length
  const taken = entries.length - 1
  return { name, bytes, taken, refused: [[row, '币']] }
}

/** 对账单与动账通知 — camt.053 of the oldest and of the newest version, and a camt.054 of what the first one told. */
export function statementFiles(office: Office): OfficeFile[] {
  const [on, later] = [day('2026-04-15'), day('2026-05-05')]
  const [first, second] = office.hands.slice(4, 6).map((hand) => paid(hand, on))
  const entries = [first, second].filter((entry) => entry !== undefined)
  const { account, contractor } = office
  const notice = noticeXml({ version: '08', id: 'NTFCTN-1', account, holder: contractor.name, on, entries })
  return [
    statementFile(office, {
      name: '对账单4月.xml',
      version: '02',
      from: day('2026-04-01'),
      until: day('2026-04-30'),
      entries: [received(200_000, day('2026-04-08')), ...entries, fee(on)],
    }),
    statementFile(office, {
      name: '对账单5月.xml',
      version: '08',
      from: day('2026-05-01'),
      until: later,
      entries: [received(180_000, day('2026-05-04')), fee(later)],
    }),
    { name: '动账通知.xml', bytes: Buffer.from(notice), taken: entries.length, refused: [] },
  ]
}
