import { execFileSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'

/** 仓库根 — the folder of package.json. */
export const root = join(import.meta.dirname, '../..')

export interface SourceFile {
  path: string
  text: string
  lines: string[]
}

/** Every file that git tracks or would track, read once; binary files are left out by ending. */
export function readTree(): SourceFile[] {
  const listed = execFileSync('git', ['ls-files', '-co', '--exclude-standard'], {
    cwd: root,
    encoding: 'utf8',
  })
  return listed
    .split('\n')
    .filter(
      (path) => path !== '' && !/\.(png|woff2|xlsx|xls|gz|dat)$/.test(path) && path !== 'package-lock.json',
    )
    .flatMap((path) => {
      try {
        const text = readFileSync(join(root, path), 'utf8')
        return [{ path, text, lines: text.split('\n') }]
      } catch {
        return [] // a tracked file that was just deleted
      }
    })
}

/** Whether a path is our own TypeScript, and not data or generated. */
export function isSource(path: string): boolean {
  return /\.(ts|tsx)$/.test(path) && !path.startsWith('schema/') && !path.startsWith('src/law/data/')
}

export function isTest(path: string): boolean {
  return /\.(test|journey)\.tsx?$/.test(path)
}
