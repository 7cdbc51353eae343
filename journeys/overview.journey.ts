import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { AxeBuilder } from '@axe-core/playwright'
import { sql } from 'kysely'
import type { Browser, Locator, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'

import { buildApp } from '../src/app.ts'
import { countyNoteName } from '../src/county-note.ts'
import { monitor } from '../src/features/findings/index.ts'
import { day } from '../src/law/day.ts'
import type { HttpApp } from '../src/platform/http/http.ts'
import { newId } from '../src/platform/ids.ts'
import { simulateCounty } from '../src/simulate/index.ts'
import { openBrowser } from '../testkit/browser.ts'
import { useTestPlatform } from '../testkit/intake.ts'
import { seedWageWorld } from '../testkit/wage-world.ts'

/*
 * From the first page down to a row: overview, worksite, a month, a person's month, a day at the gate, the
 * account, and the score of a simulated county; by mouse, by keyboard, by axe, in both languages.
 */

const platform = useTestPlatform()
const worksiteId = newId()
let app: HttpApp
let browser: Browser
let page: Page
let address = ''

/** Our pages have no frames, which the manner of looking that is called old looks at much faster. */
async function axeFinds(looked: Page, apart: string[] = []): Promise<string[]> {
  const { violations } = await new AxeBuilder({ page: looked }).setLegacyMode().disableRules(apart).analyze()
  return violations.flatMap(({ id, nodes }) => nodes.map((node) => `${id} ${node.html.slice(0, 120)}`))
}

const heading = (name: string) => page.getByRole('heading', { name, exact: true })
const link = (name: string) => page.getByRole('link', { name, exact: true })
const region = (name: string) => page.getByRole('region', { name, exact: true })

/** Presses a key until a place has the focus. */
async function pressTo(key: 'Tab' | 'ArrowRight', place: Locator): Promise<void> {
  await place.waitFor({ state: 'attached' })
  for (let press = 0; press < 80; press++) {
    if (await place.evaluate((each) => each.matches(':focus'))) {
      return
    }
    await page.keyboard.press(key)
  }
  throw new Error(`80 presses of ${key} do not lead to ${place}`)
}

/** The folder says that it holds a simulated county, and the worksite passes for one of it. */
async function passForSimulated(): Promise<void> {
  const county = { seed: '1', months: 2, worksites: 2, until: day('2026-04-30') }
  writeFileSync(
    join(platform.settings.dataFolder, countyNoteName),
    JSON.stringify({ ...county, isWhole: true }),
  )
  const code = simulateCounty(county).sites[0]?.facts.code
  await platform.database.seed((tx) => sql`update worksite set code = ${code}`.execute(tx.k))
}

/** Two are paid in full, one is paid in part; the gate missed one in the evening; money came and went. */
async function seedWorld(): Promise<void> {
  const month = { gateDays: 22, payrollDays: 22, dueFen: 600_000n }
  const due = { on: '2026-04-15', fen: 600_000n }
  const paid = { ...month, paidFen: 600_000n, due: { ...due, paidFen: 600_000n, settledOn: '2026-04-14' } }
  await platform.database.seed((tx) =>
    seedWageWorld(
      tx,
      {
        contractSignedOn: '2025-11-03',
        payDay: 15,
        laborOfficer: '沈禾',
        bankUntil: '2026-04-30',
        feeds: [{ feed: 'gate', until: '2026-03-31' }],
        account: {
          openedOn: '2025-11-20',
          agreementOn: '2025-11-25',
          movements: [
            {
              on: '2026-03-05',
              fen: 1_800_000n,
              kind: 'labor-cost',
              name: '建设单位',
              balanceFen: 1_800_000n,
            },
            { on: '2026-03-20', fen: 20_000n, kind: 'stranger', name: '陌路商行' },
          ],
        },
        people: [
          { ...paid, name: '甲', confirmation: 'confirmed' },
          { ...paid, name: '乙' },
          {
            ...{ ...month, name: '丙', paidFen: 100_000n, due: { ...due, paidFen: 100_000n } },
            days: [
              { on: '2026-03-10', from: '07:30:00', to: '18:00:00' },
              { on: '2026-03-11', from: '07:31:00', to: '07:31:00', oneSided: true },
            ],
          },
        ],
      },
      worksiteId,
    ),
  )
  await monitor(platform, day('2026-04-20'))
  await monitor(platform, day('2026-04-25'))
}

describe('the overview and the pages of a worksite', () => {
  beforeAll(async () => {
    await seedWorld()
    await passForSimulated()
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

  it('begin with what is owed, and each number opens the list behind it', async () => {
    await page.goto(address)
    await heading('预警等级走势').waitFor()
    await link('5,000.00').first().click()
    await heading('预警').waitFor()
    await link('到期未发工资').waitFor()
    expect(page.url()).toContain('/findings?rule=wage-unpaid')
    expect(await page.locator('main').innerText()).toContain('共 1 条')
  })

  it('draw what stood on each day, and show the same as tables, where a day opens its findings', async () => {
    await page.goto(address)
    const chart = page.getByRole('img', { name: /^预警等级走势图：2026-04-20 至 2026-04-25/ })
    await chart.locator('svg').waitFor()
    await page
      .getByRole('img', { name: /^查明欠薪走势图/ })
      .locator('svg')
      .waitFor()
    const { x, y, width, height } = (await chart.boundingBox()) ?? { x: 0, y: 0, width: 0, height: 0 }
    await page.mouse.click(x + width - 30, y + height / 2)
    await page.getByText('2026-04-25 当天未消除的预警，等级、人数和金额按当天。', { exact: true }).waitFor()
    await page.goBack()
    await heading('查明欠薪走势（元）').waitFor()
    await page.getByText('表', { exact: true }).nth(1).click()
    const table = region('查明欠薪走势（元）')
    await table.getByRole('link').first().waitFor()
    const rows = await table.getByRole('row').allInnerTexts()
    expect(rows.map((row) => row.split(/\s+/)[0])).toEqual([
      '日期',
      ...['2026-04-25', '2026-04-24', '2026-04-23', '2026-04-22', '2026-04-21', '2026-04-20'],
    ])
    await table.getByRole('link').last().click()
    await page.getByText('2026-04-20 当天未消除的预警，等级、人数和金额按当天。', { exact: true }).waitFor()
    expect(await page.getByRole('row').filter({ hasText: '到期未发工资' }).innerText()).toMatch(/^黄/)
  })

  it('lead from the overview to a worksite with its facts and findings', async () => {
    await page.goto(address)
    await link('小世界').click()
    await heading('登记事项').waitFor()
    await link('到期未发工资').waitFor()
    const text = await page.locator('main').innerText()
    expect(text).toContain('次月 15 日')
    expect(text).toContain('沈禾')
    expect(text).toContain('三方协议 2025-11-25')
  })

  it('set the claims side by side by month, and open those about whom they disagree', async () => {
    await page.getByRole('tab', { name: '各方说法', exact: true }).click()
    const parties = region('按月对照').getByRole('columnheader')
    await parties.first().waitFor()
    expect(await parties.allInnerTexts()).toEqual([
      ...['月份', '闸机说', '考勤表说', '工资表说', '银行说', '本人说', '不一致'],
    ])
    await link('银行付的比工资表少：1 人').click()
    const people = region('2026-03 逐人对照').getByRole('row')
    await people.filter({ hasText: '丙' }).waitFor()
    await people.filter({ hasText: '甲' }).waitFor({ state: 'detached' })
    expect(await people.filter({ hasText: '丙' }).innerText()).toMatch(
      /22 天[\s\S]*实发 6,000.00[\s\S]*已付 1,000.00[\s\S]*到期未付 5,000.00/,
    )
  })

  const tab = (name: string) => `/worksites/${worksiteId}?tab=${name}`
  const places = [
    ['/', '.chart svg'],
    ['/worksites', '.ant-table-row'],
    [tab('facts'), '.ant-table-row'],
    [tab('claims'), '.ant-pagination'],
    [`${tab('gate')}&month=2026-03&day=2026-03-11`, '.ant-table-row'],
    [`${tab('account')}&month=2026-03`, '.chart svg'],
    [`/findings?asOf=2026-04-20&worksiteId=${worksiteId}`, '.ant-table-row'],
    ['/score', '.figure'],
  ] as const

  it.each(places)('give axe nothing to find at %s', async (place, shown) => {
    await page.goto(`${address}${place}`)
    await page.locator(shown).last().waitFor()
    expect(await axeFinds(page)).toEqual([])
  })

  it('give axe nothing to find in English', async () => {
    const english = await page.context().newPage()
    await english.addInitScript("localStorage.setItem('anxin.locale', 'en')")
    for (const [place, shown] of [places[7], places[3], places[0]]) {
      await english.goto(`${address}${place}`)
      await english.locator(shown).last().waitFor()
      expect(await english.locator('html').getAttribute('lang')).toBe('en')
      // Names are what differs; colors are the same in either language, and take longest to look at.
      expect([place, await axeFinds(english, ['color-contrast'])]).toEqual([place, []])
    }
    await english.evaluate("localStorage.setItem('anxin.locale', 'zh-CN')")
    await english.close()
  })

  it('open a day at the gate from the calendar', async () => {
    await page.goto(`${address}/worksites/${worksiteId}?tab=gate&month=2026-03`)
    await page.getByRole('button', { name: '2026-03-11，1 人，缺卡 1 人', exact: true }).click()
    const people = region('2026-03-11 的门禁').getByRole('row')
    await people.filter({ hasText: '丙' }).waitFor()
    expect(await people.filter({ hasText: '丙' }).innerText()).toContain('缺出场')
  })

  it('show the wage account by day and by movement', async () => {
    await page.getByRole('tab', { name: '专户资金', exact: true }).click()
    const days = region('2026-03 按日').getByRole('row')
    await days.filter({ hasText: '2026-03-05' }).waitFor()
    expect(await days.filter({ hasText: '2026-03-05' }).innerText()).toContain('18,000.00')
    const movements = region('2026-03 流水明细（2）').getByRole('row')
    expect(await movements.filter({ hasText: '陌路商行' }).innerText()).toMatch(/付给外人[\s\S]*出 200.00/)
  })

  it('score a simulated county, and open what was missed or false', async () => {
    await page.goto(address)
    await page.getByRole('menuitem', { name: '评分', exact: true }).click()
    await heading('按成因').waitFor()
    const text = await page.locator('main').innerText()
    expect(text).toContain(
      '种子 1，2 个用工点，2 个月，至 2026-04-30；2026-04-20 至 2026-04-25 逐日监测 2 天',
    )
    await region('按规则').getByRole('link', { name: '到期未发工资', exact: true }).click()
    await heading('预警').waitFor()
    expect(page.url()).toContain('state=all')
  })

  it('are walked by keyboard alone, and speak English when asked', async () => {
    await page.goto(address)
    await heading('预警等级走势').waitFor()
    await page.keyboard.press('Tab')
    expect(await page.locator(':focus').innerText()).toBe('跳到正文')
    await pressTo('Tab', page.getByRole('radio', { name: '图', exact: true }).first())
    await page.keyboard.press('ArrowRight')
    await pressTo('Tab', region('预警等级走势').getByRole('row').nth(1).getByRole('link').last())
    await page.keyboard.press('Enter')
    await heading('预警').waitFor()
    await pressTo('Tab', link('到期未发工资').first())
    await page.keyboard.press('Enter')
    await heading('怎样消除').waitFor()
    await pressTo('Tab', page.getByRole('link', { name: /^小世界/ }))
    await page.keyboard.press('Enter')
    await heading('登记事项').waitFor()
    await pressTo('Tab', page.getByRole('tab', { name: '概况', exact: true }))
    await page.keyboard.press('ArrowRight')
    await page.keyboard.press('Enter')
    await region('按月对照').waitFor()
    await page.getByRole('button', { name: 'English', exact: true }).focus()
    await page.keyboard.press('Enter')
    await page.getByRole('columnheader', { name: 'The gate says', exact: true }).first().waitFor()
    await page.goto(address)
    await page.getByRole('menuitem', { name: 'Score', exact: true }).waitFor()
    await pressTo('Tab', page.getByRole('menu'))
    await pressTo('ArrowRight', page.getByRole('menuitem', { name: 'Score', exact: true }))
    await page.keyboard.press('Enter')
    await heading('By cause').waitFor()
    await pressTo('Tab', page.getByRole('button', { name: '中文', exact: true }))
    await page.keyboard.press('Enter')
    await heading('按成因').waitFor()
  })
})
