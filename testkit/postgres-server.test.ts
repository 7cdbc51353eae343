import { existsSync } from 'node:fs'
import { Client } from 'pg'
import { expect, it } from 'vitest'

import { startPostgres } from './postgres-server.ts'

async function ask(url: string, query: string): Promise<Record<string, unknown> | undefined> {
  const client = new Client({ connectionString: url })
  await client.connect()
  try {
    return (await client.query(query)).rows[0]
  } finally {
    await client.end()
  }
}

it.each([undefined, 'npm'] as const)(
  'a server (%s) answers, keeps strangers out, and is gone when stopped',
  async (from) => {
    const server = await startPostgres(from)
    const found = await ask(
      server.url,
      `select current_setting('data_directory') as data, current_setting('listen_addresses') as host`,
    )
    expect(Number.parseInt(server.version, 10)).toBeGreaterThanOrEqual(15)
    expect(found?.['host']).toBe('127.0.0.1')
    expect(existsSync(String(found?.['data']))).toBe(true)

    const wrong = new URL(server.url)
    wrong.password = 'guess'
    await expect(ask(wrong.href, 'select 1')).rejects.toMatchObject({ code: '28P01' })

    await server.stop()
    expect(existsSync(String(found?.['data']))).toBe(false)
    await expect(ask(server.url, 'select 1')).rejects.toMatchObject({ code: 'ECONNREFUSED' })
  },
)
