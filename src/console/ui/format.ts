import { formatYuan } from '../../law/money.ts'

/** 金额显示 — fen as text to yuan with thousands separators. */
export function yuan(fen: string): string {
  return formatYuan(BigInt(fen))
}
