import { lazy, Suspense } from 'react'

import type { DayChartProps } from './day-option.ts'

const Drawing = lazy(async () => ({ default: (await import('./drawing.tsx')).Drawing }))

/**
 * 按日图 — values by day. It is for the eye and the pointer; whoever shows it gives the same numbers in a table.
 */
export function DayChart(props: DayChartProps) {
  return (
    <div className="chart">
      <Suspense fallback={null}>
        <Drawing {...props} />
      </Suspense>
    </div>
  )
}
