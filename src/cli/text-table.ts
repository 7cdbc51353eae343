/** Characters that take two columns of a terminal. */
const wide = /[\p{Script=Han}\u3000-\u303f\uff00-\uff60\uffe0-\uffe6]/u

/** 显示宽度 — columns of a terminal that a text takes; a Chinese character takes two. */
export function widthOf(text: string): number {
  return [...text].reduce((width, letter) => width + (wide.test(letter) ? 2 : 1), 0)
}

/**
 * 文字表格 — the lines of a table: the first column to the left, the others to the right, two blanks between.
 */
export function textTable(rows: readonly (readonly string[])[]): readonly string[] {
  const count = Math.max(0, ...rows.map(({ length }) => length))
  const widths = Array.from({ length: count }, (_, at) =>
    Math.max(...rows.map((row) => widthOf(row[at] ?? ''))),
  )
  return rows.map((row) => {
    const cells = widths.map((width, at) => {
      const text = row[at] ?? ''
      const blanks = ' '.repeat(width - widthOf(text))
      return at === 0 ? text + blanks : blanks + text
    })
    return cells.join('  ').trimEnd()
  })
}
