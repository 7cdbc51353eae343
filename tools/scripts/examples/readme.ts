import type { IntakeKind } from '../../../src/contract/intake.ts'
import { formatYuan } from '../../../src/law/money.ts'
import type { Expected, ExpectedFinding } from './expected.ts'
import type { MadeFile } from './files/made-file.ts'
import type { SiteKey } from './sites.ts'
import type { SiteStory } from './world.ts'

const kinds: Readonly<Record<IntakeKind, string>> = {
  'worksite-register': 'worksite register 项目登记表, all six sites',
  roster: 'roster 花名册',
  'attendance-punches': 'attendance, a row a punch or a day 打卡记录',
  'attendance-grid': 'attendance, a column a day 考勤表',
  payroll: 'payroll 工资支付表',
  'bank-payouts': 'payout results of the bank 代发结果',
  'gate-log': 'gate log (ATTLOG) 考勤机记录',
  'bank-statement': 'wage account, ISO 20022 银行对账单',
}

const stories: Readonly<Record<SiteKey, readonly string[]>> = {
  healthy: [
    'Healthy: gate log (read out three times, with an overlap), payrolls, camt.053. One worker begins on',
    '20 April and is put on a roster on 8 May only, so his punches wait until then; one payment comes',
    'back and is made again before the pay day; one payroll row is refused and sent again.',
  ],
  unpaid: [
    'The March wages of one crew of a subcontractor never left the account; April was paid to all. Two',
    'people have one name.',
  ],
  unlisted: [
    'Four people passed the gates in April and are not on the April payroll. They are owed the wages',
    'that their attendance comes to, and these are late as well.',
  ],
  factory: [
    'A factory: month grids, paid by the month. Three people have a rate below the minimum wage of 2660',
    'yuan; in March piece work lifts them over it, in April nothing does. One payment fails and is made',
    'again.',
  ],
  'no-account': [
    'Contract signed on 10 February 2026, works begun, no wage account by 12 March (30 days).',
    'Attendance by month grid, paid by a bank that answers with result files.',
  ],
  'no-deposit': [
    'Permit of 2 March 2026, no deposit, guarantee or insurance within 20 working days. Punches come as',
    'spreadsheets; camt.054 tells what camt.053 tells again.',
  ],
}

const above = [
  '# Six invented worksites over two months',
  '',
  'What the offices of six worksites in Hangzhou would send: wages of March and April 2026, due on the',
  '15th of the next month, and what the banks say until 19 May 2026. Nobody and nothing in here exists:',
  'people, companies, banks, numbers and projects are invented, and their numbers satisfy the check',
  'digits. Each file lies in the folder of the day on which it came. `npm run demo` takes them in and',
  'looks for trouble as of 20 May 2026.',
  '',
  '`tools/scripts/examples.ts` makes this folder: `node --import tsx tools/scripts/examples.ts`. It',
  'always makes the same bytes. `expected.json` is its own bookkeeping of what must come out; a journey',
  'compares the two.',
  '',
  '## What must be found, and nothing else',
  '',
  '| worksite | code | people | what happens | findings |',
  '| --- | --- | --- | --- | --- |',
]

const between = [
  '',
  'The files are as offices write them: titles with project and month, two-line headers, merged cells,',
  'totals, subtotals and lines for signatures, blank rows, days as date cells, as texts and as serial',
  'numbers, full-width digits, thousands separators, 万元, names with a blank inside, a small x at the',
  'end of ID numbers, a csv in GB18030, night shifts across midnight, forgotten and doubled punches. A',
  'few rows must be refused, with the reason; they change no finding.',
  '',
  '## Files',
  '',
  '| file | what it is | rows that must be refused |',
  '| --- | --- | --- |',
]

/** 示例说明 — README of `examples/`: the sites, what must be found, and what each file is. */
export function readme(all: readonly SiteStory[], files: readonly MadeFile[], expected: Expected): string {
  const code = (text: string) => `\`${text}\``
  const sites = all.map(({ site, workers }) => {
    const found = expected.findings.filter(({ worksiteCode }) => worksiteCode === site.code)
    const cells = [
      site.name,
      site.code,
      String(workers.length),
      stories[site.key].join(' '),
      findingsText(found),
    ]
    return `| ${cells.join(' | ')} |`
  })
  const listed = files.map(({ path, kind, refused }) => {
    const rows = refused.map(({ sheet, row, code: why }) => `${sheet} row ${row}: ${code(why)}`)
    return `| ${code(path)} | ${kinds[kind]} | ${rows.join('; ')} |`
  })
  return `${[...above, ...sites, ...between, ...listed].join('\n')}\n`
}

function findingsText(findings: readonly ExpectedFinding[]): string {
  const texts = findings.map(({ rule, level, month, people, amountFen }) => {
    const figures = people === 0 ? '' : `, ${people} people, ${formatYuan(BigInt(amountFen))} yuan`
    return `\`${rule}\` ${level}${month === null ? '' : ` ${month}`}${figures}`
  })
  return texts.length === 0 ? 'none' : texts.join('<br>')
}
