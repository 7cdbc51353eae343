import type { TemplateKind } from '../../contract/intake.ts'
import { say } from '../../contract/messages/index.ts'
import type { Cell } from '../../platform/sheets/cell.ts'
import { type SheetPlan, writeWorkbook } from '../../platform/sheets/write.ts'
import { explanationSheet } from './reader.ts'
import { type TemplateColumn, type TemplateTable, templateTables } from './template-columns.ts'

export interface TemplateFile {
  readonly fileName: string
  readonly bytes: Buffer
}

const blankRows = 300
/**
 * The blanks are for the offices of the field, so they are in Chinese whatever the language of the screen.
 */
const locale = 'zh-CN'

/** 空白模板 — a workbook with the table of a kind, prepared for typing, and a sheet that explains each column. */
export async function template(kind: TemplateKind): Promise<TemplateFile> {
  const name = say(locale, `intake.kind.${kind}`)
  const table = templateTables[kind]
  const bytes = await writeWorkbook({ sheets: [blankSheet(name, table), explanation(table)] })
  return { fileName: `${name}.xlsx`, bytes }
}

function blankSheet(name: string, { title, columns }: TemplateTable): SheetPlan {
  const numbered = columns.map((column, at) => ({ ...column, at }))
  return {
    name,
    title,
    header: columns.map((column) => column.title),
    rows: [],
    blankRows,
    widths: columns.map(widthOf),
    textColumns: numbered.filter((column) => column.text === true).map(({ at }) => at),
    notes: numbered.map(({ at, meaning }) => ({ column: at, text: meaning })),
    dropDowns: numbered.flatMap(({ at, values, open }) =>
      values === undefined
        ? []
        : [
            {
              column: at,
              values,
              ...(open === true ? {} : { error: say(locale, 'template.value-not-listed') }),
            },
          ],
    ),
  }
}

function widthOf({ title, example, text }: TemplateColumn): number {
  const longest = Math.max(wide(title), wide(String(example ?? '')), text === true ? 12 : 4)
  return Math.min(40, longest + 2)
}

/** A Chinese character is as wide as two digits. */
function wide(text: string): number {
  return [...text].reduce((sum, character) => sum + (character > '\u00ff' ? 2 : 1), 0)
}

function explanation({ columns, notes }: TemplateTable): SheetPlan {
  const words = ['title', 'required', 'meaning', 'example'].map((word) =>
    say(locale, `template.column.${word}`),
  )
  const rows: Cell[][] = columns.map(({ title, required, meaning, example }) => [
    title,
    say(locale, required === true ? 'template.required' : 'template.optional'),
    meaning,
    example,
  ])
  return {
    name: explanationSheet,
    header: words,
    rows: [...rows, ...notes.map((note): Cell[] => [null, null, note, null])],
    widths: [32, 10, 70, 30],
  }
}
