import { Tag } from 'antd'

import type { IntakeState } from '../../../contract/intake.ts'
import { useSay } from '../../app/locale.ts'

const colors: Readonly<Record<IntakeState, { color: string; background: string }>> = {
  received: { color: '#0b4f94', background: '#e6f1fc' },
  asking: { color: '#6b4e00', background: '#fff6d6' },
  done: { color: '#14532d', background: '#e3f5e9' },
  refused: { color: '#9b1c1c', background: '#fde8e8' },
  withdrawn: { color: '#434a54', background: '#eceff3' },
}

/** 状态标签 — what became of a message. */
export function StateTag({ state }: { state: IntakeState }) {
  const say = useSay()
  return <Tag style={colors[state]}>{say(`intake.state.${state}`)}</Tag>
}
