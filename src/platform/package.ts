import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'

import { invariant } from '../contract/errors.ts'

/**
 * 程序目录 — the root of the package, the same from `src/platform` and from `dist/platform`; ends with a
 * slash.
 */
const packageRoot = new URL('../../', import.meta.url)

/** 网页目录 — where `npm run build` puts the pages of the console. */
export const consoleFolder = fileURLToPath(new URL('dist/console/', packageRoot))

/** 程序版本 — as package.json has it. */
export function packageVersion(): string {
  const content: unknown = JSON.parse(readFileSync(new URL('package.json', packageRoot), 'utf8'))
  invariant(
    typeof content === 'object' && content !== null && 'version' in content,
    'package.json is shipped with the program and names its version',
  )
  return String(content.version)
}
