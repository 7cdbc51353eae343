import { join } from 'node:path'
import { it } from 'vitest'
import { useJourney, putFiles, openStory } from '../testkit/journey.ts'
import * as o from '../testkit/journey-office.ts'
import * as b from '../testkit/journey-bank.ts'
const j = useJourney()
it('x', async () => {
  for (const n of [200, 400]) {
  const office = o.inventOffice('slow' + n, n)
  const files = [await o.registerFile(office), o.rosterFile(office), await o.gridFile(office), await o.payrollFile(office, { month: '2026-03', number: 'GZ-03' }, '3月工资表.xlsx'), b.gateLogFile(office), ...b.statementFiles(office).slice(0, 1)]
  const place = await j.place('data' + n)
  const story = await openStory(j, place)
  putFiles(join(j.folder, '报送' + n), new Map(files.map((f) => [f.name, f.bytes])))
  for (const f of files) {
    const t = performance.now()
    const [x] = await story.import(`报送${n}/${f.name}`, '--received-on', '2026-05-06')
    console.log(n, f.name, x?.receipt?.state, x?.receipt?.rowsTaken, Math.round(performance.now() - t))
  }
  await story.close()
  }
}, 600000)
