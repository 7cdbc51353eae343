import { describe, expect, it } from 'vitest'

import { useDatabase } from '../../testkit/database.ts'
import { schemaFiles, staleFiles } from './schema.ts'

const database = useDatabase()

describe('schema/', () => {
  it('is what the migrations come to, on this engine too', async () => {
    expect(await staleFiles(await database.db.maintain(schemaFiles))).toEqual([])
  })

  it('is found stale when a table changes', async () => {
    await database.db.maintain((client) => client.query('alter table area add column note text'))
    expect(await staleFiles(await database.db.maintain(schemaFiles))).toEqual(['schema.sql', 'tables.ts'])
  })
})
