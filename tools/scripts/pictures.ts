import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import type { Page } from 'playwright-core'

import { openBrowser } from '../../testkit/browser.ts'

/*
 * npm run pictures -- ADDRESS [FOLDER]: takes pictures of the console of a running server, both languages,
 * two widths. FOLDER is docs/pictures unless said otherwise, where only those that the README shows are
 * kept.
 */

const [address = 'http://127.0.0.1:7240', folder = join(import.meta.dirname, '../../docs/pictures')] =
  process.argv.slice(2)
mkdirSync(folder, { recursive: true })
const browser = await openBrowser()

async function take(page: Page, path: string, name: string): Promise<void> {
  await page.goto(`${address}${path}`, { waitUntil: 'networkidle' })
  await page.waitForTimeout(600)
  await page.screenshot({ path: join(folder, `${name}.png`), fullPage: true })
  console.log(name)
}

async function firstOf(list: string, field: string): Promise<string> {
  const answer = await fetch(`${address}${list}`)
  const body = (await answer.json()) as { items: Record<string, string>[] }
  return body.items[0]?.[field] ?? ''
}

try {
  const finding = await firstOf('/api/findings', 'findingId')
  const intake = await firstOf('/api/intakes', 'intakeId')
  for (const locale of ['zh-CN', 'en']) {
    for (const width of [1280, 768]) {
      const context = await browser.newContext({ viewport: { width, height: 800 }, locale })
      await context.addInitScript(`localStorage.setItem('anxin.locale', '${locale}')`)
      const page = await context.newPage()
      const suffix = locale === 'zh-CN' && width === 1280 ? '' : `-${locale}-${width}`
      await take(page, '/findings', `findings${suffix}`)
      await take(page, `/findings/${finding}`, `finding${suffix}`)
      await take(page, '/imports', `imports${suffix}`)
      await take(page, `/imports/${intake}`, `import${suffix}`)
      await context.close()
    }
  }
} finally {
  await browser.close()
}
