import type { FlowDay } from '../../../contract/endpoints/worksites.ts'
import { type Day, eachDay, firstDay, lastDay, month as monthOf } from '../../../law/day.ts'
import { useSay } from '../../app/locale.ts'
import { DayChart } from '../../ui/chart/day-chart.tsx'
import { useNumbers, yuanNumber } from '../../ui/format.ts'

const colors = { in: '#1b7f6b', out: '#7a5ea8', balance: '#344054' } as const

interface FlowChartProps {
  month: string
  days: readonly FlowDay[]
}

/** 专户资金图 — what was booked in and out on each day of a month, and the balance that the bank told. */
export function FlowChart({ month, days }: FlowChartProps) {
  const say = useSay()
  const numbers = useNumbers()
  const all = eachDay({ from: firstDay(monthOf(month)), to: lastDay(monthOf(month)) })
  const flows = new Map(days.map((flow) => [flow.day, flow]))
  const booked = (key: 'inFen' | 'outFen') => all.map((day) => yuanNumber(flows.get(day)?.[key] ?? '0'))
  return (
    <DayChart
      days={all}
      series={[
        { name: say('account.column.in'), color: colors.in, shape: 'column', values: booked('inFen') },
        {
          name: say('account.column.out'),
          color: colors.out,
          shape: 'column',
          values: booked('outFen').map((value) => -value),
        },
        {
          name: say('account.column.balance'),
          color: colors.balance,
          shape: 'line',
          values: balances(all, flows),
        },
      ]}
      description={say('account.chart', { month })}
      tick={numbers.short}
      exact={(value) => numbers.money(Math.abs(value))}
    />
  )
}

/** A balance holds until something moves; where the bank tells none afterwards, nobody knows it. */
function balances(all: readonly Day[], flows: ReadonlyMap<string, FlowDay>): readonly (number | null)[] {
  const last = [...flows.keys()].at(-1) ?? ''
  let held: number | null = null
  return all.map((day) => {
    const flow = flows.get(day)
    if (flow !== undefined) {
      held = flow.balanceFen === null ? null : yuanNumber(flow.balanceFen)
    }
    return day <= last ? held : null
  })
}
