/*
 * Builds what runs: the program by tsc and the pages by Vite, into dist/. Plain JavaScript, for `npm ci`
 * runs it before anything is built; with `--omit=dev` there is nothing to build with, and a dist/ that is
 * there stays as it is.
 */
import { spawnSync } from 'node:child_process'
import { existsSync, rmSync } from 'node:fs'
import { fileURLToPath } from 'node:url'

const root = new URL('../../', import.meta.url)
const path = (name) => fileURLToPath(new URL(name, root))

function run(tool, ...words) {
  const { status } = spawnSync(process.execPath, [path(tool), ...words], { cwd: path('.'), stdio: 'inherit' })
  if (status !== 0) {
    process.exit(status ?? 1)
  }
}

const tsc = 'node_modules/typescript/bin/tsc'
const vite = 'node_modules/vite/bin/vite.js'
const pages = 'src/console/vite.config.ts'

if (existsSync(path(tsc))) {
  rmSync(path('dist'), { recursive: true, force: true })
  run(tsc, '-p', 'tsconfig.build.json')
  if (existsSync(path(vite)) && existsSync(path(pages))) {
    run(vite, 'build', '--config', pages, '--logLevel', 'warn')
  }
}
