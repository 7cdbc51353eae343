import { type Day, day, type Month } from '../../../../src/law/day.ts'
import { type Fen, sumFen } from '../../../../src/law/money.ts'
import type { Inventor } from '../../../../src/simulate/invent/index.ts'
import type { Written } from '../book.ts'
import { writtenCard, writtenId } from '../looks.ts'
import type { WageLine } from '../wages.ts'
import type { SiteStory } from '../world.ts'
import type { Column } from './sheet-plan.ts'

/*
 * What the payrolls of all sites have in common.
 */

const receivedIn: Readonly<Record<string, Day>> = {
  '2026-03': day('2026-04-10'),
  '2026-04': day('2026-05-11'),
}
export const sentAgainOn = day('2026-05-12')

export type Line = Column<WageLine>

export const order: Line = { title: '序号', cell: (_, index) => index + 1, width: 6 }
export const nameOf = ({ worker }: WageLine) => worker.person.name
export const daysOf = ({ daysHundredths }: WageLine) => daysHundredths / 100
export const rateOf = ({ worker }: WageLine) => Number(worker.rate.fen) / 100
export const signed: Line = { title: '领款人签字', cell: nameOf, width: 12 }
export const bank: Line = { title: '开户行', cell: ({ worker }) => worker.person.bankName, width: 18 }
export const crew: Line = { title: '班组', cell: ({ worker }) => worker.crew, width: 14 }
export const signatures = [[], ['制表：', null, null, null, '审核：', null, null, null, '项目经理（签字）：']]

export function idOf(inventor: Inventor, title = '身份证号码'): Line {
  return { title, cell: ({ worker }) => writtenId(inventor, worker), width: 22 }
}

export function cardOf(inventor: Inventor, title: string): Line {
  return { title, cell: ({ worker }) => writtenCard(inventor, worker), width: 24 }
}

export function received(of: string): Day {
  return receivedIn[of] ?? sentAgainOn
}

/** 合计行 — a row of totals: texts and sums at the columns of their titles. */
export function totalRow(columns: readonly Line[], totals: Readonly<Record<string, Written>>): Written[] {
  return columns.map(({ title }) => totals[title.replaceAll('\n', '')] ?? null)
}

export function sums(lines: readonly WageLine[]): { days: number; due: Fen; net: Fen } {
  return {
    days: lines.reduce((sum, { daysHundredths }) => sum + daysHundredths, 0) / 100,
    due: sumFen(lines.map(({ dueFen }) => dueFen)),
    net: sumFen(lines.map(({ netFen }) => netFen)),
  }
}

export interface Making {
  readonly inventor: Inventor
  readonly story: SiteStory
  readonly of: Month
  readonly lines: readonly WageLine[]
}
