import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { dirname, join, relative, sep } from 'node:path'

import { buildExamples } from './examples/build.ts'

const folder = join(import.meta.dirname, '../../examples')

/** 示例差异 — paths in `examples/` that are not what the generator makes: changed, missing or too many. */
export async function staleExamples(): Promise<string[]> {
  const files = await buildExamples()
  const present = new Set(listFiles())
  const stale = [...files].filter(
    ([path, bytes]) => !present.delete(path) || !bytes.equals(readFileSync(join(folder, path))),
  )
  return [...stale.map(([path]) => path), ...present].sort()
}

function listFiles(): string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => relative(folder, join(entry.parentPath, entry.name)).split(sep).join('/'))
}

async function writeExamples(): Promise<void> {
  const files = await buildExamples()
  rmSync(folder, { recursive: true, force: true })
  let bytesTotal = 0
  for (const [path, bytes] of files) {
    const file = join(folder, path)
    mkdirSync(dirname(file), { recursive: true })
    writeFileSync(file, bytes)
    bytesTotal += bytes.length
  }
  console.log(`examples/: ${files.size} files, ${Math.round(bytesTotal / 1024)} KiB`)
}

if (process.argv[1]?.endsWith('examples.ts')) {
  await writeExamples()
}
