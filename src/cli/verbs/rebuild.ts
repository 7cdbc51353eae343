import { rebuildAttendanceDays } from '../../features/attendance/index.ts'
import { rebuildAll } from '../../features/wage-months/index.ts'
import { namedStream } from '../../platform/events/append.ts'
import { localOperator, transact } from '../../platform/transact.ts'
import { exitCode, type Verb } from '../verb.ts'

/** 重建命令 — `anxin rebuild`: makes worker-days and wage-months anew from the claims; nothing should change. */
export const rebuildVerb: Verb = {
  name: 'rebuild',
  needs: 'platform',
  register() {
    // It takes neither arguments nor options.
  },
  async run(context) {
    const changed = await transact(context.platform, localOperator, async (tx) => {
      const days = await rebuildAttendanceDays(tx)
      const rows = days + (await rebuildAll(tx))
      tx.record({
        stream: namedStream('system', 'rebuild'),
        type: 'wage-month.rebuilt',
        areaCode: '000000',
        data: { changedRows: rows },
      })
      return rows
    })
    context.stdout(`${context.say('rebuild.done', { changed })}\n`)
    return exitCode.done
  },
}
