/*
 * README. One file an area (`platform.ts`, `files.ts`, …), each
 *   export const filesMessages = messages({ 'zh-CN': { 'file.empty': '文件 {name} 是空的…' }, en: { … } })
 * with `messages` from `./define.ts`, and one line in `areas` below. A code is `<noun>.<what-is-wrong>`;
 * the same code is what a `Refusal` carries. `{name}` is filled from the data. A text says what is wrong,
 * where, and what to do.
 */
import { attendanceMessages } from './attendance.ts'
import { bankMessages } from './bank.ts'
import { cliMessages } from './cli.ts'
import { consoleMessages } from './console.ts'
import { consoleClaimsMessages } from './console-claims.ts'
import { consoleFiguresMessages } from './console-figures.ts'
import { consoleImportsMessages } from './console-imports.ts'
import { consoleOverviewMessages } from './console-overview.ts'
import { consoleScoreMessages } from './console-score.ts'
import { consoleWorksitesMessages } from './console-worksites.ts'
import type { AreaMessages, Locale } from './define.ts'
import { demoMessages } from './demo.ts'
import { filesMessages } from './files.ts'
import { findingsMessages } from './findings.ts'
import { intakeMessages } from './intake.ts'
import { payrollsMessages } from './payrolls.ts'
import { peopleMessages } from './people.ts'
import { platformMessages } from './platform.ts'
import { rulesMessages } from './rules.ts'
import { scoreMessages } from './score.ts'
import { simulateMessages } from './simulate.ts'
import { tableMessages } from './table.ts'
import { tableFieldsMessages } from './table-fields.ts'
import { worksitesMessages } from './worksites.ts'

export { type Locale, locales } from './define.ts'

const areas: readonly AreaMessages[] = [
  attendanceMessages,
  bankMessages,
  cliMessages,
  consoleMessages,
  consoleClaimsMessages,
  consoleFiguresMessages,
  consoleImportsMessages,
  consoleOverviewMessages,
  consoleScoreMessages,
  consoleWorksitesMessages,
  demoMessages,
  filesMessages,
  findingsMessages,
  intakeMessages,
  peopleMessages,
  payrollsMessages,
  platformMessages,
  rulesMessages,
  scoreMessages,
  simulateMessages,
  tableFieldsMessages,
  tableMessages,
  worksitesMessages,
]

const tables: Readonly<Record<Locale, ReadonlyMap<string, string>>> = {
  'zh-CN': new Map(areas.flatMap((area) => Object.entries(area['zh-CN']))),
  en: new Map(areas.flatMap((area) => Object.entries(area.en))),
}

/** 所有文案代码 — every code that has a text, one entry for each area that defines it. */
export function messageCodes(): string[] {
  return areas.flatMap((area) => Object.keys(area['zh-CN']))
}

/**
 * 取文案 — the text of a code in a language, placeholders filled. A code without a text gives the code and
 * its data.
 */
export function say(locale: Locale, code: string, data: Readonly<Record<string, unknown>> = {}): string {
  const text = tables[locale].get(code)
  if (text === undefined) {
    return Object.keys(data).length === 0 ? code : `${code} ${plain(data)}`
  }
  return text.replace(/\{(\w+)\}/g, (placeholder, name: string) =>
    Object.hasOwn(data, name) ? shown(data[name], locale) : placeholder,
  )
}

function shown(value: unknown, locale: Locale): string {
  if (value === null || value === undefined || (Array.isArray(value) && value.length === 0)) {
    return '—'
  }
  if (Array.isArray(value)) {
    return value.map((part) => shown(part, locale)).join(locale === 'zh-CN' ? '、' : ', ')
  }
  return typeof value === 'object' ? plain(value) : String(value)
}

function plain(value: unknown): string {
  return JSON.stringify(value, (_, part) => (typeof part === 'bigint' ? part.toString() : part))
}
