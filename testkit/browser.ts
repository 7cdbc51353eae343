import { existsSync } from 'node:fs'
import { delimiter, join } from 'node:path'
import chromium from '@sparticuz/chromium'
import { type Browser, chromium as driver } from 'playwright-core'

const names = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable']
const quiet = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-background-networking',
  '--disable-component-update',
]

function systemBrowser(): string | undefined {
  const folders = (process.env['PATH'] ?? '').split(delimiter)
  return folders.flatMap((folder) => names.map((name) => join(folder, name))).find((path) => existsSync(path))
}

/**
 * 打开浏览器 — Chromium of the system, or the one in an npm package where there is none. Closed by whoever asked.
 */
export async function openBrowser(): Promise<Browser> {
  const system = systemBrowser()
  return system === undefined
    ? await driver.launch({
        executablePath: await chromium.executablePath(),
        args: [...chromium.args, ...quiet],
      })
    : await driver.launch({ executablePath: system, args: quiet })
}
