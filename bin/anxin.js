#!/usr/bin/env node
import { existsSync } from 'node:fs'

const program = new URL('../dist/main.js', import.meta.url)

if (existsSync(program)) {
  const { main } = await import(program.href)
  await main(process.argv.slice(2))
} else {
  console.error('程序尚未构建：请在项目目录运行 npm ci（或 npm run build）。')
  console.error('Not built yet: run npm ci (or npm run build) in the project folder.')
  process.exitCode = 1
}
