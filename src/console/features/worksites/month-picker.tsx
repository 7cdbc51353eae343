import { LeftOutlined, RightOutlined } from '@ant-design/icons'
import { Button, Select, Space } from 'antd'

import { useSay } from '../../app/locale.ts'

interface MonthPickerProps {
  month: string
  /** The latest first. */
  months: readonly string[]
  onPick(month: string): void
}

/** 选月 — a month among those that have data, and steps to its neighbors. */
export function MonthPicker({ month, months, onPick }: MonthPickerProps) {
  const say = useSay()
  const at = months.indexOf(month)
  const [earlier, later] = [months[at + 1], at > 0 ? months[at - 1] : undefined]
  const step = (to: string | undefined) => () => {
    if (to !== undefined) {
      onPick(to)
    }
  }
  return (
    <Space.Compact>
      <Button
        icon={<LeftOutlined aria-hidden />}
        aria-label={say('worksite.month-earlier')}
        disabled={earlier === undefined}
        onClick={step(earlier)}
      />
      <Select
        aria-label={say('worksite.month')}
        style={{ width: 120 }}
        value={month}
        onChange={onPick}
        options={months.map((value) => ({ value, label: value }))}
      />
      <Button
        icon={<RightOutlined aria-hidden />}
        aria-label={say('worksite.month-later')}
        disabled={later === undefined}
        onClick={step(later)}
      />
    </Space.Compact>
  )
}
