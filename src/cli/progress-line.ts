import type { BareContext } from './verb.ts'

/** 进度行 — one line on a terminal that is overwritten; nothing anywhere else. */
export function progressLine({ colors, stderr, say }: Pick<BareContext, 'colors' | 'stderr' | 'say'>) {
  let shown = ''
  return {
    show(code: string, data: Readonly<Record<string, unknown>>): void {
      const text = say(code, data)
      if (colors && text !== shown) {
        shown = text
        stderr(`\r\u001b[K${text}`)
      }
    },
    clear(): void {
      if (shown !== '') {
        stderr('\r\u001b[K')
      }
    },
  }
}
