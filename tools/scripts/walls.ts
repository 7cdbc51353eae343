import { readdirSync, readFileSync } from 'node:fs'
import { join, relative } from 'node:path'
import { cruise, type ICruiseResult } from 'dependency-cruiser'

/*
 * The import walls: who may import what (docs/ARCHITECTURE.md). The check fails, too, when it read fewer
 * files than there are: a cruiser that cannot parse TypeScript reports that all is well after reading
 * nothing.
 */

const root = join(import.meta.dirname, '../..')
const rules = JSON.parse(readFileSync(join(root, '.dependency-cruiser.json'), 'utf8'))

function sources(folder: string): string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && /\.tsx?$/.test(entry.name))
    .map((entry) => relative(root, join(entry.parentPath, entry.name)))
}

const files = sources(join(root, 'src'))
const { output } = await cruise(['src'], {
  ...rules.options,
  ruleSet: { forbidden: rules.forbidden },
  validate: true,
  baseDir: root,
})
const result: ICruiseResult = typeof output === 'string' ? JSON.parse(output) : output
const seen = new Set(result.modules.map((module) => module.source))
const unread = files.filter((file) => !seen.has(file))

for (const violation of result.summary.violations) {
  console.error(`${violation.rule.name}: ${violation.from} → ${violation.to}`)
}
for (const file of unread) {
  console.error(`not read: ${file}`)
}
const errors = result.summary.violations.filter((violation) => violation.rule.severity === 'error').length
console.log(`walls: ${files.length} files, ${errors} broken`)
process.exitCode = errors > 0 || unread.length > 0 ? 1 : 0
