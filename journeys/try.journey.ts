import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { beforeAll, it } from 'vitest'
import { collectRows } from '../src/platform/sheets/testing/collect.ts'
import { everyRow, journeySeed, openStory, putFiles, useJourney } from '../testkit/journey.ts'
import * as b from '../testkit/journey-bank.ts'
import * as o from '../testkit/journey-office.ts'

const j = useJourney()
it('x', async () => {
  const t0 = Date.now()
  const lap = (s: string) => console.log(s, Date.now() - t0)
  const office = o.inventOffice(journeySeed('try', '1'))
  const files = [
    await o.registerFile(office),
    o.rosterFile(office),
    await o.gridFile(office),
    await o.punchFile(office),
    await o.payrollFile(office, { month: '2026-03', number: 'GZ-03' }, '3月工资表.xlsx'),
    o.oldPayrollFile(office, { month: '2026-04', number: 'GZ-04', dueTitle: '该给的钱' }, '4月工资表.xls'),
    b.gateLogFile(office),
    await b.resultsFile(office),
    ...b.statementFiles(office),
  ]
  lap('files')
  const place = await j.place('data')
  lap('place')
  const story = await openStory(j, place)
  lap('open')
  const folder = putFiles(join(j.folder, '报送'), new Map(files.map((f) => [f.name, f.bytes])))
  const done = await story.import(folder, '--received-on', '2026-05-06', '--reasons', '原因')
  lap('import')
  for (const f of files) {
    const d = done.find((x) => x.file.endsWith(f.name))
    console.log(
      f.name,
      d?.receipt?.state,
      d?.receipt?.kind,
      d?.receipt?.rowsTaken,
      'expected',
      f.taken,
      JSON.stringify(f.refused),
      d?.detail?.intake.problem?.message ?? '',
      d?.failure?.message ?? '',
    )
    for (const i of d?.detail?.issues ?? [])
      console.log('   ', i.severity, i.sheet, i.row, i.column, i.code, i.message)
  }
  for (const n of readdirSync(join(j.folder, '原因'))) {
    const bytes = readFileSync(join(j.folder, '原因', n))
    console.log(n, bytes.length)
    if (n.endsWith('xlsx'))
      for (const r of await collectRows(bytes, 'xlsx')) console.log('   ', JSON.stringify(r))
    else console.log(bytes.toString())
  }
  lap('reasons')
  const rows = await everyRow(j, story.opened)
  lap('rows')
  console.log([...rows].map(([n, l]) => `${n}:${l.length}`).join(' '))
  await story.close()
}, 600000)
