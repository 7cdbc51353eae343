import { resolve } from 'node:path'

import type { FindingItem } from '../contract/endpoints/findings.ts'
import { intakeKinds } from '../contract/intake.ts'
import { queryFindings } from '../features/findings/index.ts'
import { queryIntakes } from '../features/intake/index.ts'
import { type Day, formatYuan } from '../law/index.ts'
import { writeFileDurably } from '../platform/files.ts'
import { localOperator, read } from '../platform/transact.ts'
import { describeFinding } from './findings.ts'
import type { VerbContext } from './verb.ts'

interface RowsOfKind {
  readonly kind: string
  readonly files: number
  readonly taken: number
  readonly failed: number
}

interface FindingsOfRule {
  readonly rule: string
  readonly findings: number
  readonly people: number
  /** Fen as text, and the same in yuan. */
  readonly amountFen: string
  readonly yuan: string
}

/** 演示汇总 — what came in and what was found; the same figures are printed and written as JSON. */
export interface DemoSummary {
  readonly asOf: Day
  readonly files: number
  readonly rows: readonly RowsOfKind[]
  readonly byLevel: Readonly<Record<FindingItem['level'], number>>
  readonly byRule: readonly FindingsOfRule[]
  readonly findings: readonly FindingItem[]
}

const pageSize = 200

async function everyPage<T>(ask: (page: number) => Promise<{ total: number; items: T[] }>): Promise<T[]> {
  const all: T[] = []
  for (let page = 1; ; page += 1) {
    const { total, items } = await ask(page)
    all.push(...items)
    if (items.length === 0 || all.length >= total) {
      return all
    }
  }
}

export async function summarize({ platform, locale }: VerbContext, asOf: Day): Promise<DemoSummary> {
  const { intakes, found } = await read(platform, localOperator, async (tx) => ({
    intakes: await everyPage((page) => queryIntakes(tx, { page, pageSize }, locale)),
    found: await everyPage((page) => queryFindings(tx, { page, pageSize }, locale)),
  }))
  const rows = intakeKinds.flatMap((kind): RowsOfKind[] => {
    const own = intakes.filter((intake) => intake.kind === kind)
    const taken = own.reduce((sum, { rowsTaken }) => sum + rowsTaken, 0)
    const failed = own.reduce((sum, { rowsFailed }) => sum + rowsFailed, 0)
    return own.length === 0 ? [] : [{ kind, files: own.length, taken, failed }]
  })
  const count = (level: FindingItem['level']) => found.filter((each) => each.level === level).length
  const byLevel = {
    red: count('red'),
    orange: count('orange'),
    yellow: count('yellow'),
    notice: count('notice'),
  }
  return { asOf, files: intakes.length, rows, byLevel, byRule: byRule(found), findings: found }
}

function byRule(found: readonly FindingItem[]): FindingsOfRule[] {
  const rules = [...new Set(found.map(({ ruleId }) => ruleId))].sort()
  return rules.map((rule) => {
    const own = found.filter(({ ruleId }) => ruleId === rule)
    const people = own.reduce((sum, each) => sum + each.people, 0)
    const fen = own.reduce((sum, { amountFen }) => sum + BigInt(amountFen), 0n)
    return { rule, findings: own.length, people, amountFen: String(fen), yuan: formatYuan(fen) }
  })
}

export function printDemo(context: VerbContext, summary: DemoSummary): void {
  const { say, stdout } = context
  stdout(`\n${say('demo.findings', { count: summary.findings.length })}\n`)
  for (const finding of summary.findings) {
    stdout(`${describeFinding(finding, say)}\n`)
  }
  printSummary(context, summary)
}

/** 打印汇总 — the figures, without each finding. */
export function printSummary({ say, stdout }: VerbContext, summary: DemoSummary): void {
  const { files, rows, byLevel, findings } = summary
  const tell = (code: string, data: Readonly<Record<string, unknown>> = {}) => stdout(`${say(code, data)}\n`)
  stdout('\n')
  tell('demo.summary')
  const sum = (pick: (each: RowsOfKind) => number) => rows.reduce((total, each) => total + pick(each), 0)
  tell('demo.files', { files, taken: sum(({ taken }) => taken), failed: sum(({ failed }) => failed) })
  for (const each of rows) {
    tell('demo.kind', { ...each, kind: say(`intake.kind.${each.kind}`) })
  }
  tell('demo.by-level', { count: findings.length, ...byLevel })
  for (const { rule, findings: count, people, yuan: amount } of summary.byRule) {
    tell('demo.by-rule', { rule: say(`rule.${rule}.name`), count, people, amount })
  }
}

/** 写汇总 — as JSON into the file, where one is named. */
export function writeSummary(
  { cwd, say, stdout }: VerbContext,
  json: string | undefined,
  summary: object,
): void {
  if (json !== undefined) {
    const file = resolve(cwd, json)
    writeFileDurably(file, Buffer.from(`${JSON.stringify(summary, null, 2)}\n`))
    stdout(`${say('demo.json-written', { file })}\n`)
  }
}
