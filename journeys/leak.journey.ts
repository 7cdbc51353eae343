import { join } from 'node:path'
import { PassThrough } from 'node:stream'
import { it } from 'vitest'
import { openLog } from '../src/platform/log.ts'
import { writeWorkbook } from '../src/platform/sheets/write.ts'
import { useJourney, putFiles, openStory } from '../testkit/journey.ts'
import * as o from '../testkit/journey-office.ts'
import { filesOf, findWords, partsOf } from '../testkit/journey-secrets.ts'
import { statementXml } from '../tools/scripts/examples/files/camt-xml.ts'
import { day } from '../src/law/day.ts'

const j = useJourney()
it('x', async () => {
  const office = o.inventOffice('leak')
  const [a, b, c, d, e, f, g, h] = office.hands as any
  const above = [['农民工花名册'], [`项目名称：${office.name}`]]
  const wb = async (rows: any[][], name = 'S') => await writeWorkbook({ sheets: [{ name, rows: [...rows] }] })
  const rosterT = ['姓名', '身份证号', '联系电话', '家庭住址', '班组', '工种', '考勤号', '进场日期', '日薪', '银行卡号']
  const row = (x: any, over: any = {}) => { const r: any = { n: x.name, id: x.idNumber, p: x.phone, ad: x.address, cr: '木工班', w: '木工', k: x.pin, d: '2026-03-01', y: 300, card: x.bankCard, ...over }; return [r.n, r.id, r.p, r.ad, r.cr, r.w, r.k, r.d, r.y, r.card] }
  const files: [string, Uint8Array][] = [
    ['a登记.xlsx', (await o.registerFile(office)).bytes],
    ['b花名册pin-phone.xlsx', await wb([...above, rosterT, row(a, { k: a.phone }), row(b, { k: b.idNumber })])],
    ['c花名册crew.xlsx', await wb([...above, rosterT, row(c, { cr: `木工班（班组长${c.phone}）`, w: `木工 ${c.idNumber}` }), row(d, { n: `${d.name}${d.phone}` }), row(e, { n: e.idNumber }), row(f, { d: f.phone }), row(g, { y: g.bankCard }), row(h, { p: h.idNumber, id: h.phone })])],
    ['d工资ask.xlsx', await wb([[`${office.name}2026年3月工资表`], ['姓名', '身份证号', '现居地', '联系2', '该给', '本人签字', '实发工资'], [a.name, a.idNumber, a.address, a.phone, 100, 'x', 100], [b.name, b.idNumber, b.address, b.phone, 100, 'x', 100]])],
    ['e工资unknown.xlsx', await wb([[`${office.name}2026年4月工资表`], ['姓名', '身份证号', '应发工资', '班组', a.phone, b.address], [a.name, a.idNumber, 100, a.address, a.phone, 1], [b.name, b.idNumber, b.phone, 'x', a.phone, 1]])],
    ['f考勤.xlsx', await wb([[`${office.name}2026年3月考勤表`], ['姓名', ...Array.from({ length: 31 }, (_, i) => String(i + 1))], [a.name, a.phone, a.idNumber, '√', a.address]])],
    ['g代发.xlsx', await wb([['批量代发结果'], [`项目名称：${office.name}`], ['收款人户名', '收款账号', '交易金额', '处理状态', '失败原因', '交易日期', '流水号', '摘要'], [a.name, a.bankCard, 100, '失败', `账号${a.bankCard}户名不符，请联系${a.phone}`, '20260415', a.bankCard, `${a.idNumber}工资`], [`${b.name}${b.idNumber}`, b.bankCard, 100, b.phone, '', '20260415', '1', '']])],
    [`${office.gate}_attlog.dat`, Buffer.from([a.phone, b.idNumber, '3', c.idNumber].map((p) => `${p}\t2026-03-02 07:00:00\t0\t1\r\n`).join('') + `${a.phone} garbage\r\n`)],
    ['h对账.xml', Buffer.from(statementXml({ version: '08', id: `STMT-${a.idNumber}`, account: office.account, holder: 'x', span: { from: day('2026-04-01'), until: day('2026-04-30') }, opening: 0n, closing: 0n, entries: [
      { on: day('2026-04-15'), isCredit: false, amountFen: 100n, isPending: false, isFee: false, note: `${a.bankCard}`, details: [{ endToEndId: `${a.bankCard}`, amountFen: 100n, name: `${a.name}${a.idNumber}`, account: a.bankCard, remittance: `工资 ${a.phone}`, returnReason: null }] },
      { on: day('2026-04-15'), isCredit: true, amountFen: 100n, isPending: false, isFee: false, note: null, details: [{ endToEndId: `x${b.idNumber}`, amountFen: 100n, name: b.name, account: b.bankCard, remittance: `退 ${b.bankCard}`, returnReason: `账号${b.bankCard}已销户` }] } ] }))],
  ]
  const place = await j.place('data')
  const logged = new PassThrough()
  const story = await openStory(j, place, { log: openLog('trace', logged) })
  putFiles(join(j.folder, '报送'), new Map(files))
  const sent = await story.import('报送', '--received-on', '2026-05-06', '--worksite', office.code)
  for (const s of sent) { console.log(s.file, s.receipt?.state, s.receipt?.rowsTaken, s.detail?.intake.problem?.message, s.failure); for (const i of s.detail?.issues ?? []) console.log('   ', i.severity, i.row, i.column, i.code, i.message) }
  await story.anxin('monitor', '--as-of', '2026-05-20')
  await story.anxin('backup', 'b.tar')
  console.log(findWords(o.secretsOf(office), [...partsOf(join(j.folder, 'b.tar')), { name: 'log', bytes: Buffer.from(logged.read() ?? '') }]).join('\n'))
  await story.close()
}, 600000)
