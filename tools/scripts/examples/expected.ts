import { type Fen, sumFen } from '../../../src/law/money.ts'
import { months } from './attendance.ts'
import type { MadeFile } from './files/made-file.ts'
import type { Site } from './sites.ts'
import type { WageLine } from './wages.ts'
import { isLowPaid } from './workers.ts'
import { isLeftOff, isUnpaid, type SiteStory } from './world.ts'

/** 应有命中 — a finding that must come out, with the people behind it. Sums are fen as text. */
export interface ExpectedFinding {
  readonly rule: string
  readonly worksiteCode: string
  readonly worksiteName: string
  readonly month: string | null
  readonly level: 'orange' | 'red'
  readonly breach: boolean
  readonly people: number
  readonly amountFen: string
  readonly members: readonly { readonly name: string; readonly amountFen: string }[]
}

/** 应有结果 — what the files must come to, by the bookkeeping of those who invented them. */
export interface Expected {
  readonly asOf: string
  readonly files: number
  readonly findings: readonly ExpectedFinding[]
  readonly refused: readonly { file: string; sheet: string; row: number; code: string }[]
  /** Of each worksite and month: how many its payrolls list, what these owe, what the bank paid of it. */
  readonly months: readonly {
    worksiteCode: string
    month: string
    people: number
    netFen: string
    paidFen: string
  }[]
}

/** 浙江省 from 2026: the monthly minimum of Hangzhou, in fen. */
const minimumFen: Fen = 266_000n

/** 记账 — the findings and sums, from the story and not from the files. */
export function expectedOf(stories: readonly SiteStory[], files: readonly MadeFile[]): Expected {
  return {
    asOf: '2026-05-20',
    files: files.length,
    findings: stories.flatMap(findingsOf),
    refused: files.flatMap(({ path, refused }) => refused.map((row) => ({ file: path, ...row }))),
    months: stories.flatMap(monthsOf),
  }
}

type Kind = Pick<ExpectedFinding, 'rule' | 'level' | 'breach'>

function findingsOf({ site, earned, listed }: SiteStory): ExpectedFinding[] {
  const owed = (line: WageLine) => line.netFen
  switch (site.key) {
    case 'healthy':
      return []
    case 'unpaid':
      return [
        wageFinding({ rule: 'wage-unpaid', level: 'red', breach: true }, earned.filter(isUnpaid), owed),
        wageFinding({ rule: 'arrears-length', level: 'orange', breach: true }, earned.filter(isUnpaid), owed),
      ]
    case 'unlisted': {
      const leftOff = earned.filter(isLeftOff)
      return [
        wageFinding({ rule: 'attendance-unpaid', level: 'red', breach: false }, leftOff, owed),
        wageFinding({ rule: 'wage-unpaid', level: 'orange', breach: true }, leftOff, owed),
      ]
    }
    case 'factory': {
      // Zhejiang's lower tiers are not in the law package: below the first is no certain breach.
      const low = listed.filter(({ worker, month }) => month === months[1] && isLowPaid(worker))
      const short = ({ dueFen, overtimeFen }: WageLine) => minimumFen - (dueFen - overtimeFen)
      return [wageFinding({ rule: 'below-minimum-wage', level: 'orange', breach: false }, low, short)]
    }
    case 'no-account':
      return [siteFinding({ rule: 'wage-account-missing', level: 'red', breach: true }, site)]
    case 'no-deposit':
      return [siteFinding({ rule: 'wage-deposit-missing', level: 'red', breach: true }, site)]
    default:
      return site.key satisfies never
  }
}

function wageFinding(
  kind: Kind,
  lines: readonly WageLine[],
  sumOf: (line: WageLine) => Fen,
): ExpectedFinding {
  const [first] = lines
  if (first === undefined) {
    throw new Error(`nobody is left for ${kind.rule}`)
  }
  const { site } = first.worker
  return {
    ...siteFinding(kind, site),
    month: first.month,
    people: lines.length,
    amountFen: String(sumFen(lines.map(sumOf))),
    members: lines.map((line) => ({ name: line.worker.person.name, amountFen: String(sumOf(line)) })),
  }
}

function siteFinding({ rule, level, breach }: Kind, site: Site): ExpectedFinding {
  const { code: worksiteCode, name: worksiteName } = site
  return {
    rule,
    worksiteCode,
    worksiteName,
    month: null,
    level,
    breach,
    people: 0,
    amountFen: '0',
    members: [],
  }
}

function monthsOf({ site, listed, payments }: SiteStory): Expected['months'][number][] {
  return months.map((month) => {
    const lines = listed.filter((line) => line.month === month)
    const paid = payments.filter(({ line, outcome }) => line.month === month && outcome === 'paid')
    return {
      worksiteCode: site.code,
      month,
      people: lines.length,
      netFen: String(sumFen(lines.map(({ netFen }) => netFen))),
      paidFen: String(sumFen(paid.map(({ amountFen }) => amountFen))),
    }
  })
}
