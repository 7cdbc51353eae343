import { sql } from 'kysely'

import { Refusal } from '../../../contract/errors.ts'
import { newId } from '../../../platform/ids.ts'
import type { Loader } from '../importer.ts'

/**
 * Adds an organization for each row. An empty name is rejected, `?` is taken with a doubt, a head with
 * `ask` asks for the worksite until it is given, a head with `worksiteId` names what the group speaks of.
 */
export const organizationLoader: Loader = {
  kind: 'roster',
  feed: 'roster',
  async load({ tx, group: { head }, rows: batches, intake, reject, warn }) {
    if (head['ask'] === true && intake.options.worksite === undefined) {
      throw new Refusal('ask.worksite', { asked: '', candidates: [], listed: [] })
    }
    let taken = 0
    for await (const batch of batches) {
      for (const { row, record } of batch) {
        const name = String(record['name'])
        if (name === '') {
          reject(row, 'intake.no-such-row', { sheet: 'x', row }, '姓名')
          continue
        }
        if (name === '?') {
          warn(row, 'intake.no-such-row', { sheet: 'x', row })
        }
        taken += 1
        await sql`insert into organization (organization_id, name, name_pinyin, created_intake_id, created_at)
          values (${newId()}::uuid, ${name}, '', ${intake.id}::uuid, ${tx.now}::timestamptz)`.execute(tx.k)
      }
    }
    const { worksiteId } = head
    return {
      taken,
      worksiteIds: typeof worksiteId === 'string' ? [worksiteId] : [],
      coversUntil: '2026-03-31',
    }
  },
}
