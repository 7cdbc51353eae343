import { Tag } from 'antd'

import { useSay } from '../app/locale.ts'

/** Dark enough on their tints for WCAG AA; the word says the level, the color only repeats it. */
export const levelColors = {
  notice: { color: '#0b4f94', background: '#e6f1fc', borderColor: '#9cc6ef' },
  yellow: { color: '#6b4e00', background: '#fff6d6', borderColor: '#e8cf73' },
  orange: { color: '#8a3a00', background: '#ffeadb', borderColor: '#f2b48a' },
  red: { color: '#9b1c1c', background: '#fde8e8', borderColor: '#f0a3a3' },
} as const

/** Of areas in charts, where nothing is written on them. */
export const levelFills = {
  notice: '#6ea8dc',
  yellow: '#e3b505',
  orange: '#e8772e',
  red: '#c22f2f',
} as const

export type Level = keyof typeof levelColors
export const levelNames = ['red', 'orange', 'yellow', 'notice'] as const satisfies readonly Level[]

/** 等级标签 — a level by its word and color. */
export function LevelTag({ level }: { level: Level }) {
  const say = useSay()
  return <Tag style={{ ...levelColors[level], fontWeight: 600 }}>{say(`level.${level}`)}</Tag>
}
