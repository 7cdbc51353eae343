import { useEffect, useRef } from 'react'

import { useLocale } from '../../app/locale.ts'
import { type DayChartProps, dayOption } from './day-option.ts'
import { init } from './echarts.ts'

type Chart = ReturnType<typeof init>

/** 画图 — draws by ECharts, as wide as its frame. */
export function Drawing({ onPick, ...plot }: DayChartProps) {
  const { locale } = useLocale()
  const frame = useRef<HTMLDivElement>(null)
  const chart = useRef<Chart>(null)
  const picked = useRef(onPick)
  const days = useRef(plot.days)
  useEffect(() => {
    const element = frame.current
    if (element === null) {
      return undefined
    }
    const drawn = init(element, null, { renderer: 'svg', locale: locale === 'en' ? 'EN' : 'ZH' })
    chart.current = drawn
    drawn.getZr().on('click', ({ offsetX, offsetY }) => {
      const day = dayAt(drawn, days.current, [offsetX, offsetY])
      if (day !== undefined) {
        picked.current?.(day)
      }
    })
    const observer = new ResizeObserver(() => drawn.resize())
    observer.observe(element)
    return () => {
      observer.disconnect()
      drawn.dispose()
    }
  }, [locale])
  useEffect(() => {
    picked.current = onPick
    days.current = plot.days
    chart.current?.setOption(dayOption(plot, getComputedStyle(document.body).fontFamily), { notMerge: true })
  })
  return <div ref={frame} className={onPick === undefined ? 'drawing' : 'drawing drawing-open'} />
}

/** Anywhere above or below a column counts as the column, since that of a quiet day has no height. */
function dayAt(chart: Chart, days: readonly string[], at: [number, number]): string | undefined {
  if (!chart.containPixel({ gridIndex: 0 }, at)) {
    return undefined
  }
  const [index] = chart.convertFromPixel({ gridIndex: 0 }, at)
  return index === undefined ? undefined : days[index]
}
