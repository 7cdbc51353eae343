import { addDays, type Day, weekday } from '../../law/day.ts'
import type { Cell } from '../../platform/sheets/cell.ts'
import { placeOf } from '../county/frame.ts'
import type { County, Frame, Site, Worker } from '../county/model.ts'
import { type CountyFile, countyFile } from './county-file.ts'
import { clock } from './gate-log-files.ts'
import { type LaidTable, layTable, writeTables } from './office-table.ts'

interface WorkedDay {
  readonly worker: Worker
  readonly day: Day
  readonly came: number
  readonly went: number
}

const daySeconds = 86_400

/**
 * 实名制平台导出 — the platform of which the gates of some worksites are part sends a workbook a week, a sheet for
 * each: who came and who went on which day. A site whose files come late stands in a later week's workbook.
 */
export async function* punchSheetFiles({ frame, sites }: County): AsyncGenerator<CountyFile> {
  const taking = sites.filter(({ facts }) => facts.attendance === 'punch-sheet')
  const mondays = frame.days.flatMap((day, at) => (at > 0 && weekday(day) === 1 ? [at] : []))
  const sentUntil = new Map<Site, number>()
  for (const at of mondays) {
    const sheets: LaidTable[] = []
    for (const site of taking) {
      const late = at >= (frame.monthStarts[site.plan.causeFrom] ?? 0) ? site.lateDays : 0
      const from = sentUntil.get(site) ?? 0
      const until = at - late
      const rows = until <= from ? [] : workedDays(site, frame, { from, until })
      sentUntil.set(site, Math.max(from, until))
      if (rows.length > 0) {
        sheets.push(sheetOf(site, rows))
      }
    }
    const day = frame.days[at] ?? frame.until
    if (sheets.length > 0) {
      const bytes = await writeTables(sheets, 'xlsx')
      const name = `实名制平台考勤记录（${addDays(day, -7)}至${addDays(day, -1)}）.xlsx`
      yield countyFile(name, { receivedOn: day, kind: 'attendance-punches', bytes })
    }
  }
}

function workedDays(
  site: Site,
  frame: Frame,
  { from, until }: { from: number; until: number },
): readonly WorkedDay[] {
  const end = site.silentFrom === null ? until : Math.min(until, placeOf(frame, site.silentFrom))
  const rows: WorkedDay[] = []
  for (let at = from; at < end; at += 1) {
    for (const [worker, attendance] of site.attendance) {
      const [came, went] = [attendance.came[at] ?? -1, attendance.went[at] ?? -1]
      const day = frame.days[at]
      if (day !== undefined && (came >= 0 || went >= 0)) {
        rows.push({ worker, day, came, went })
      }
    }
  }
  return rows
}

function sheetOf({ facts, plan }: Site, rows: readonly WorkedDay[]): LaidTable {
  const what = plan.kind === 'project' ? '项目' : '用工点'
  return layTable({
    name: facts.short,
    title: '考勤记录',
    above: [`${what}名称：${facts.name}`, `${what}编码：${facts.code}`],
    columns: [
      { title: '姓名', cell: ({ worker }) => worker.person.name },
      { title: '身份证号', cell: ({ worker }) => worker.person.idNumber, isText: true },
      { title: '班组', cell: ({ worker }) => worker.crew },
      { title: '考勤日期', cell: ({ day }) => day },
      { title: '上班时间', cell: ({ came }) => time(came) },
      { title: '下班时间', cell: ({ went }) => time(went) },
    ],
    items: rows,
  })
}

function time(seconds: number): Cell {
  return seconds < 0 ? null : clock(seconds % daySeconds)
}
