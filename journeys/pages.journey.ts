import { AxeBuilder } from '@axe-core/playwright'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'

import { buildApp } from '../src/app.ts'
import { monitor } from '../src/features/findings/index.ts'
import { day } from '../src/law/day.ts'
import type { HttpApp } from '../src/platform/http/http.ts'
import { openBrowser } from '../testkit/browser.ts'
import { useTestPlatform } from '../testkit/intake.ts'
import { seedWageWorld } from '../testkit/wage-world.ts'

/* The pages as somebody sees them: a list of findings, one explained, a file dropped; by mouse, by keyboard, by axe. */

const platform = useTestPlatform()
let app: HttpApp
let browser: Browser
let page: Page
let address = ''

async function axeFinds(): Promise<string[]> {
  const { violations } = await new AxeBuilder({ page }).analyze()
  return violations.flatMap(({ id, nodes }) => nodes.map((node) => `${id} ${node.html.slice(0, 120)}`))
}

describe('the pages', () => {
  beforeAll(async () => {
    await platform.database.seed((tx) =>
      seedWageWorld(tx, {
        bankUntil: '2026-03-31',
        people: [{ count: 3, due: { on: '2026-03-13', fen: 500_000n } }],
      }),
    )
    await monitor(platform, day('2026-03-30'))
    app = await buildApp(platform)
    address = await app.listen({ port: 0, host: '127.0.0.1' })
    browser = await openBrowser()
    const context = await browser.newContext({ viewport: { width: 1280, height: 720 }, locale: 'zh-CN' })
    page = await context.newPage()
  })

  afterAll(async () => {
    await browser.close()
    await app.close()
  })

  it('list a finding with its people and sum, and open its explanation', async () => {
    await page.goto(`${address}/findings`)
    await page.getByRole('link', { name: '到期未发工资' }).first().click()
    await page.getByText('怎样消除', { exact: true }).waitFor()
    const text = await page.locator('main').innerText()
    expect(text).toContain('15,000.00')
    expect(text).toContain('《保障农民工工资支付条例》第十四条')
    expect(text).toContain('17')
  })

  it('give axe nothing to find', async () => {
    expect(await axeFinds()).toEqual([])
    await page.goto(`${address}/findings`)
    await page.getByRole('link', { name: '到期未发工资' }).first().waitFor()
    expect(await axeFinds()).toEqual([])
    await page.goto(`${address}/imports`)
    await page.getByText('还没有导入过文件').waitFor()
    expect(await axeFinds()).toEqual([])
  })

  it('are reached by keyboard alone, and speak English when asked', async () => {
    await page.goto(`${address}/findings`)
    const link = page.getByRole('link', { name: '到期未发工资' }).first()
    await link.waitFor()
    for (let press = 0; press < 40 && !(await link.evaluate((each) => each.matches(':focus'))); press++) {
      await page.keyboard.press('Tab')
    }
    await page.keyboard.press('Enter')
    await page.getByText('怎样消除', { exact: true }).waitFor()
    await page.getByRole('button', { name: 'English' }).click()
    await page.getByText('What would clear it').waitFor()
    await page.getByRole('button', { name: '中' }).click()
    await page.getByText('怎样消除', { exact: true }).waitFor()
  })

  it('take a file, give a receipt and say what is wrong with it', async () => {
    await page.goto(`${address}/imports`)
    await page.locator('input[type=file]').setInputFiles({
      name: '不是表格.pdf',
      mimeType: 'application/pdf',
      buffer: Buffer.from('%PDF-1.7\n'),
    })
    await page.getByRole('link', { name: '不是表格.pdf' }).click()
    await page.getByText('未导入的原因').waitFor()
    expect(await page.locator('main').innerText()).toContain('PDF')
  })
})
