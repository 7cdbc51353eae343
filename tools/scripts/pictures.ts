import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import type { Page } from 'playwright-core'

import { openBrowser } from '../../testkit/browser.ts'

/*
 * npm run pictures -- ADDRESS [FOLDER]: takes pictures of the console of a running server, both languages,
 * two widths. FOLDER is docs/pictures unless said otherwise, where only those that the README shows are
 * kept. The server had better hold a simulated county (anxin demo --county), for only such a one is scored.
 */

const [address = 'http://127.0.0.1:7240', folder = join(import.meta.dirname, '../../docs/pictures')] =
  process.argv.slice(2)
mkdirSync(folder, { recursive: true })
const browser = await openBrowser()

/** A chart is drawn by a part of the program that is loaded with the first of them. */
async function drawn(page: Page): Promise<void> {
  for (const chart of await page.locator('.chart').all()) {
    await chart.locator('svg').waitFor()
  }
}

async function take(page: Page, path: string, name: string): Promise<void> {
  await page.goto(`${address}${path}`, { waitUntil: 'networkidle' })
  await page.getByRole('status').waitFor({ state: 'detached' })
  await drawn(page)
  await page.waitForTimeout(600)
  await page.screenshot({ path: join(folder, `${name}.png`), fullPage: true })
  console.log(name)
}

async function answerOf<T>(path: string): Promise<T> {
  const answer = await fetch(`${address}${path}`)
  return (await answer.json()) as T
}

async function firstOf(list: string, field: string): Promise<string> {
  const { items } = await answerOf<{ items: Record<string, string>[] }>(list)
  return items[0]?.[field] ?? ''
}

/** Of each page its name and its address, the worksite on the month before its last, whose pay day has come. */
async function pages(): Promise<readonly (readonly [name: string, path: string])[]> {
  const finding = await firstOf('/api/findings', 'findingId')
  const intake = await firstOf('/api/intakes', 'intakeId')
  const worksite = `/worksites/${await firstOf('/api/worksites?kind=project', 'worksiteId')}`
  const { months } = await answerOf<{ months: string[] }>(`/api${worksite}`)
  const month = months[1] ?? months[0] ?? ''
  const { county } = await answerOf<{ county: unknown }>('/api/county')
  return [
    ['overview', '/'],
    ['findings', '/findings'],
    ['finding', `/findings/${finding}`],
    ['worksites', '/worksites'],
    ['worksite', worksite],
    ['worksite-claims', `${worksite}?tab=claims&month=${month}`],
    ['worksite-gate', `${worksite}?tab=gate&month=${month}`],
    ['worksite-account', `${worksite}?tab=account&month=${month}`],
    ['imports', '/imports'],
    ['import', `/imports/${intake}`],
    ...(county === null ? [] : [['score', '/score'] as const]),
  ]
}

try {
  const all = await pages()
  for (const locale of ['zh-CN', 'en']) {
    for (const width of [1280, 768]) {
      const context = await browser.newContext({ viewport: { width, height: 800 }, locale })
      await context.addInitScript(`localStorage.setItem('anxin.locale', '${locale}')`)
      const page = await context.newPage()
      const suffix = locale === 'zh-CN' && width === 1280 ? '' : `-${locale}-${width}`
      for (const [name, path] of all) {
        await take(page, path, `${name}${suffix}`)
      }
      await context.close()
    }
  }
} finally {
  await browser.close()
}
