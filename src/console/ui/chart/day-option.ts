import type { ChartOption } from './echarts.ts'

/** 序列 — of one value a day, null where there is none. */
export interface DaySeries {
  readonly name: string
  readonly color: string
  /** Columns stand on each other; a line steps from day to day; an area is a line with a filled foot. */
  readonly shape: 'column' | 'line' | 'area'
  readonly values: readonly (number | null)[]
}

export interface DayPlot {
  readonly days: readonly string[]
  readonly series: readonly DaySeries[]
  /** What is told of the chart to whoever does not see it. */
  readonly description: string
  /** A value on the axis, short. */
  tick(value: number): string
  /** A value beside the pointer, in full. */
  exact(value: number): string
  /** Whole values have no tick between two of them. */
  readonly whole?: boolean
}

export interface DayChartProps extends DayPlot {
  /** A click on a day, for who has a pointer; the table beside the chart opens the same lists. */
  onPick?(day: string): void
}

const ink = '#475467'
/** More would touch each other on a narrow page. */
const mostLabels = 8

/** 图表设置 — of values by day, as ECharts takes it. */
export function dayOption(plot: DayPlot, fontFamily: string): ChartOption {
  const { days, series, description, tick, exact, whole = false } = plot
  const step = Math.ceil(days.length / mostLabels)
  return {
    animation: false,
    aria: { enabled: true, label: { description } },
    textStyle: { fontFamily, color: ink },
    grid: { left: 8, right: 12, top: series.length > 1 ? 40 : 16, bottom: 8 },
    ...(series.length > 1 ? { legend: legendOf(series) } : {}),
    tooltip: {
      trigger: 'axis',
      axisPointer: { type: 'shadow', shadowStyle: { color: 'rgba(71, 84, 103, 0.10)' } },
      confine: true,
      transitionDuration: 0,
      textStyle: { color: '#1d2939', fontSize: 13 },
      valueFormatter: (value) => (typeof value === 'number' ? exact(value) : '—'),
    },
    xAxis: {
      type: 'category',
      data: [...days],
      axisTick: { show: false },
      axisLine: { lineStyle: { color: '#98a2b3' }, onZero: true },
      axisLabel: {
        color: ink,
        // Counted from the last day, which is the one that matters most.
        interval: (index) => (days.length - 1 - index) % step === 0,
        formatter: (day: string) => day.slice(5),
      },
    },
    yAxis: {
      type: 'value',
      splitNumber: 4,
      ...(whole ? { minInterval: 1 } : {}),
      splitLine: { lineStyle: { color: '#e4e7ec' } },
      axisLabel: { color: ink, formatter: (value: number) => tick(value) },
    },
    series: series.map(seriesOf),
  }
}

function legendOf(series: readonly DaySeries[]) {
  return {
    left: 0,
    top: 0,
    itemWidth: 12,
    itemHeight: 12,
    itemGap: 16,
    textStyle: { color: ink, fontSize: 13 },
    data: series.map(({ name, shape }) => ({ name, icon: shape === 'column' ? 'roundRect' : 'circle' })),
  }
}

function seriesOf({ name, color, shape, values }: DaySeries) {
  const shared = { name, data: [...values], itemStyle: { color } }
  if (shape === 'column') {
    return { ...shared, type: 'bar' as const, stack: 'day', barCategoryGap: '20%', barMaxWidth: 28 }
  }
  return {
    ...shared,
    type: 'line' as const,
    step: 'middle' as const,
    showSymbol: false,
    connectNulls: true,
    lineStyle: { color, width: 2 },
    ...(shape === 'area' ? { areaStyle: { color, opacity: 0.16 } } : {}),
  }
}
