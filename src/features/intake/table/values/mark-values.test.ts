import { describe, expect, it } from 'vitest'
import type { Cell } from '../../../../platform/sheets/cell.ts'
import { type Legend, readLegend, readMark } from './mark-values.ts'

const none: Legend = new Map()

function certain(cell: Cell, legend = none): unknown {
  const reading = readMark(cell, legend)
  return reading.kind === 'certain'
    ? [
        reading.value.dayHundredths,
        reading.value.minutes,
        reading.value.overtimeMinutes,
        reading.value.meaning,
      ]
    : reading.kind
}

describe('考勤符号', () => {
  it.each([
    ['√', 100, 'worked'],
    ['✓', 100, 'worked'],
    ['☑', 100, 'worked'],
    [true, 100, 'worked'],
    ['出勤', 100, 'worked'],
    ['全', 100, 'worked'],
    ['半', 50, 'half'],
    ['半天', 50, 'half'],
    ['½', 50, 'half'],
    ['休', 0, 'rest'],
    ['休息', 0, 'rest'],
    ['×', 0, 'absent'],
    ['旷', 0, 'absent'],
    ['旷工', 0, 'absent'],
    [0, 0, 'absent'],
    ['请假', 0, 'leave'],
    ['病', 0, 'leave'],
    ['事假', 0, 'leave'],
    ['加', 100, 'overtime'],
    ['退场', 0, 'off-site'],
  ])('reads %j as %d hundredths of a day, %s', (cell, hundredths, meaning) => {
    expect(certain(cell)).toEqual([hundredths, null, 0, meaning])
  })

  it.each([
    ['8h', [100, 480, 0, 'worked']],
    ['4小时', [50, 240, 0, 'half']],
    ['10H', [100, 600, 0, 'worked']],
    ['0.5工', [50, null, 0, 'half']],
    ['1.5个工', [150, null, 0, 'worked']],
    ['√+2', [100, null, 120, 'worked']],
    ['√加2', [100, null, 120, 'worked']],
    ['8+2', [100, 600, 120, 'worked']],
    ['1+3h', [100, null, 180, 'worked']],
    ['加2', [0, 120, 120, 'overtime']],
    ['半+2', [50, null, 120, 'half']],
  ])('reads %s', (cell, value) => {
    expect(certain(cell)).toEqual(value)
  })

  it('leaves numbers and doubtful symbols to their row', () => {
    expect(readMark(1, none)).toEqual({ kind: 'plain', mark: { number: 1 } })
    expect(readMark('8', none)).toEqual({ kind: 'plain', mark: { number: 8 } })
    expect(readMark('○', none)).toMatchObject({ kind: 'uncertain', mark: { symbol: '○' } })
    expect(readMark('〇', none)).toMatchObject({ kind: 'uncertain' })
    expect(readMark('△', none)).toMatchObject({ kind: 'uncertain' })
  })

  it.each([[null], [''], ['　'], ['-'], ['/'], ['—']])('sees nothing in %j', (cell) => {
    expect(certain(cell)).toBe('nothing')
  })

  it.each([['？'], ['●'], ['30'], ['√+0.5'], ['5工'], ['赵'], [{ error: '#N/A' }]])(
    'does not know %j',
    (cell) => {
      expect(certain(cell)).toBe('unknown')
    },
  )
})

describe('图例', () => {
  it.each([
    ['√出勤 ○休息 ×旷工', { '√': 'worked', '○': 'rest', '×': 'absent' }],
    ['注：√出勤　○半天　×缺勤　△病假', { '√': 'worked', '○': 'half', '×': 'absent', '△': 'leave' }],
    ['说明：出勤“√”，半天“○”，旷工“×”', { '√': 'worked', '○': 'half', '×': 'absent' }],
    ['√：出勤；●：休息；☆：病假', { '√': 'worked', '●': 'rest', '☆': 'leave' }],
    ['图例：出勤√、事假○、病假△', { '√': 'worked', '○': 'leave', '△': 'leave' }],
    ['○表示全天，/表示半天', { '○': 'worked', '/': 'half' }],
    ['A=白班 B=夜班 C=休息', { A: 'worked', B: 'worked', C: 'rest' }],
  ])('reads %s', (line, meanings) => {
    expect(Object.fromEntries(readLegend(line) ?? [])).toEqual(meanings)
  })

  it.each([['制表人：张三'], ['滨江一期项目 2026年3月'], ['√出勤'], ['本月应出勤26天']])(
    'finds none in %s',
    (line) => {
      expect(readLegend(line)).toBeNull()
    },
  )

  it('counts more than the usual meaning', () => {
    const legend = readLegend('×出勤 ○半天 /休息') ?? none
    expect([certain('×', legend), certain('○', legend), certain('/', legend)]).toEqual([
      [100, null, 0, 'worked'],
      [50, null, 0, 'half'],
      [0, null, 0, 'rest'],
    ])
  })
})
