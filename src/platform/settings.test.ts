import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'

import { readSettings } from './settings.ts'

let folder: string

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'anxin-settings-'))
})

afterEach(() => rmSync(folder, { recursive: true }))

const refusal = (code: string, data: object = {}) =>
  expect.objectContaining({ name: 'Refusal', code, kind: 'invalid', data: expect.objectContaining(data) })

describe('readSettings', () => {
  it('stands on its own feet where nothing is set', () => {
    expect(readSettings({}, folder)).toEqual({
      dataFolder: join(folder, 'data'),
      databaseUrl: undefined,
      databaseAdminUrl: undefined,
      host: '127.0.0.1',
      port: 7240,
      locale: 'zh-CN',
      maxUploadBytes: 50 * 1024 * 1024,
      cipher: 'aes-256-gcm',
      masterKey: undefined,
      logLevel: 'info',
      colors: true,
    })
  })

  it('reads the file .env, and the environment over it', () => {
    writeFileSync(
      join(folder, '.env'),
      '# 县局\nANXIN_PORT=8000\nANXIN_LANG=en\nANXIN_DATA="/srv/安薪"\nPATH_OF=x\n',
    )
    const settings = readSettings({ ANXIN_PORT: '9000', ANXIN_LANG: '', NO_COLOR: '1' }, folder)
    expect(settings).toMatchObject({ port: 9000, locale: 'en', dataFolder: '/srv/安薪', colors: false })
  })

  it('refuses a misspelt setting rather than passing it over', () => {
    expect(() => readSettings({ ANXIN_DATE: './data' }, folder)).toThrowError(
      refusal('setting.unknown', { setting: 'ANXIN_DATE' }),
    )
  })

  it('refuses values that are out of range or unknown, naming what is allowed', () => {
    for (const [setting, given] of [
      ['ANXIN_PORT', '65536'],
      ['ANXIN_PORT', '-1'],
      ['ANXIN_PORT', '80a'],
      ['ANXIN_MAX_UPLOAD_MB', '0'],
      ['ANXIN_MAX_UPLOAD_MB', '1e2'],
    ] as const) {
      expect(() => readSettings({ [setting]: given }, folder)).toThrowError(
        refusal('setting.not-in-range', { setting, given }),
      )
    }
    for (const [setting, given] of [
      ['ANXIN_LANG', 'fr'],
      ['ANXIN_CIPHER', 'des'],
      ['LOG_LEVEL', 'loud'],
      ['ANXIN_HOST', '0.0.0.0'],
    ] as const) {
      expect(() => readSettings({ [setting]: given }, folder)).toThrowError(
        refusal('setting.not-one-of', { setting, given }),
      )
    }
  })

  it('refuses a database that is no PostgreSQL, without repeating the password', () => {
    try {
      readSettings({ DATABASE_URL: 'mysql://anxin:secret@db/anxin' }, folder)
      expect.unreachable()
    } catch (error) {
      expect(error).toEqual(refusal('setting.not-postgres', { setting: 'DATABASE_URL' }))
      expect(JSON.stringify(error)).not.toContain('secret')
    }
    expect(readSettings({ DATABASE_URL: 'postgres://a:b@db/anxin' }, folder).databaseUrl).toBe(
      'postgres://a:b@db/anxin',
    )
  })
})
