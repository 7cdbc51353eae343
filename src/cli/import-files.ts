import { readdirSync, statSync } from 'node:fs'
import { join, relative, resolve } from 'node:path'

import { Refusal } from '../contract/errors.ts'
import { isSystemError } from '../platform/files.ts'

/** 待导入文件 — where it is, how it is shown to the one who asked, and its size before it is read. */
export interface FoundFile {
  readonly path: string
  readonly shown: string
  readonly byteCount: number
}

/**
 * 找文件 — the files named, and those in the folders named with their subfolders, in the order of their
 * names. Hidden files, the lock files of Office (`~$…`) and links are left out of folders. Refuses
 * `import.no-such-path` and `import.nothing-there`.
 */
export function findFiles(cwd: string, paths: readonly string[]): FoundFile[] {
  const found = paths.flatMap((path) => {
    const whole = resolve(cwd, path)
    const files = isFolder(whole, path) ? filesIn(whole) : [whole]
    return files.map((file) => ({
      path: file,
      shown: relative(cwd, file) || file,
      byteCount: statSync(file).size,
    }))
  })
  if (found.length === 0) {
    throw new Refusal('import.nothing-there', { paths }, 'invalid')
  }
  return found
}

function isFolder(path: string, given: string): boolean {
  try {
    return statSync(path).isDirectory()
  } catch (error) {
    if (isSystemError(error, 'ENOENT', 'ENOTDIR', 'EACCES')) {
      throw new Refusal('import.no-such-path', { path: given }, 'invalid')
    }
    throw error
  }
}

function filesIn(folder: string): string[] {
  const entries = readdirSync(folder, { withFileTypes: true }).filter(({ name }) => !/^(?:\.|~\$)/.test(name))
  const sorted = entries.sort((left, right) => (left.name < right.name ? -1 : 1))
  return sorted.flatMap((entry) => {
    const path = join(folder, entry.name)
    return entry.isDirectory() ? filesIn(path) : entry.isFile() ? [path] : []
  })
}
