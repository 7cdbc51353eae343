import type { TableDefinition } from './define.ts'
import { type ColumnHeader, normalTitle, unitOf } from './title.ts'
import type { AnyField } from './types.ts'

/** 列分配 — what each column of a header means for one kind of table. */
export interface Assignment {
  readonly columns: ReadonlyMap<string, number>
  /** Columns of the series (days of the month, single deductions), in file order. */
  readonly series: readonly number[]
  readonly unknown: readonly number[]
  /** Fields that several columns could be, and columns that could be several fields. */
  readonly ambiguous: readonly Ambiguity[]
  /** How well the header fits the kind: what is needed weighs more than what is common to all. */
  readonly score: number
}

/**
 * 歧义 — columns of which one must be chosen for a field, or a trap column with the fields that it could be.
 */
export interface Ambiguity {
  readonly fields: readonly string[]
  readonly columns: readonly number[]
}

export type Samples = (index: number) => readonly string[]
export type Mapping = Readonly<Record<string, string>>

interface Lookup {
  readonly strong: ReadonlyMap<string, string>
  readonly weak: ReadonlyMap<string, readonly string[]>
  readonly after: readonly (readonly [field: string, after: NonNullable<AnyField['after']>])[]
}

interface Working {
  readonly definition: TableDefinition
  readonly found: Map<string, number[]>
  readonly series: number[]
  readonly settled: Set<number>
  readonly ambiguous: Ambiguity[]
}

const weightRequired = 4
const weightTelling = 3
const lookups = new WeakMap<TableDefinition, Lookup>()

/**
 * 分配列 — gives each column its field: first what the sender has taught us, then titles of a field's own,
 * short titles right of the column that explains them, the series, and last the weak titles. A column that
 * none of these knows is left unknown; nothing is guessed from values but what a trap asks for.
 */
export function assignColumns(
  definition: TableDefinition,
  headers: readonly ColumnHeader[],
  options: { mapping: Mapping; samples: Samples },
): Assignment {
  const lookup = lookupOf(definition)
  const working: Working = { definition, found: new Map(), series: [], settled: new Set(), ambiguous: [] }
  for (const header of headers) {
    const said = Object.hasOwn(options.mapping, header.key) ? options.mapping[header.key] : undefined
    assignMapped(header, said, { lookup, working })
  }
  const open = () => headers.filter((header) => !working.settled.has(header.index))
  for (const header of open()) {
    assignTrap(header, options.samples, working)
  }
  for (const header of open()) {
    const field = header.forms
      .map((form) => lookup.strong.get(form))
      .find((each) => each !== undefined && fitsUnit(definition, each, header))
    take(working, header, field)
  }
  assignAfter(headers, lookup, working)
  for (const header of open()) {
    if (definition.series?.holds(header) === true) {
      working.series.push(header.index)
      working.settled.add(header.index)
    }
  }
  assignWeak(open, lookup, working)
  for (const header of open()) {
    if (header.forms.some((form) => definition.unused.test(form))) {
      working.settled.add(header.index)
    }
  }
  return conclude(working, open())
}

function lookupOf(definition: TableDefinition): Lookup {
  const known = lookups.get(definition)
  if (known !== undefined) {
    return known
  }
  const strong = new Map<string, string>()
  const weak = new Map<string, string[]>()
  const after: [string, NonNullable<AnyField['after']>][] = []
  for (const [name, field] of Object.entries(definition.fields)) {
    for (const title of field.titles) {
      strong.set(title, strong.get(title) ?? name)
    }
    for (const title of field.weak ?? []) {
      weak.set(title, [...(weak.get(title) ?? []), name])
    }
    if (field.after !== undefined) {
      after.push([name, field.after])
    }
  }
  const lookup = { strong, weak, after }
  lookups.set(definition, lookup)
  return lookup
}

function take({ found, settled }: Working, header: ColumnHeader, field: string | undefined): void {
  if (field !== undefined) {
    found.set(field, [...(found.get(field) ?? []), header.index])
    settled.add(header.index)
  }
}

/** What the sender says a column means: the name of a field, one of its titles, the series, or 'ignore'. */
function assignMapped(
  header: ColumnHeader,
  meaning: string | undefined,
  { lookup, working }: { lookup: Lookup; working: Working },
): void {
  const { definition } = working
  if (meaning === undefined) {
    return
  }
  if (meaning === definition.series?.name) {
    working.series.push(header.index)
    working.settled.add(header.index)
  } else if (meaning === 'ignore') {
    working.settled.add(header.index)
  } else {
    const isField = Object.hasOwn(definition.fields, meaning)
    take(working, header, isField ? meaning : lookup.strong.get(normalTitle(meaning)))
  }
}

function assignTrap(header: ColumnHeader, samples: Samples, working: Working): void {
  const forms = new Set([...header.forms, header.own.name])
  const trap = working.definition.traps.find((each) => each.titles.some((title) => forms.has(title)))
  if (trap === undefined) {
    return
  }
  const field = trap.decide(header, samples(header.index)) ?? undefined
  take(working, header, field)
  if (field === undefined && trap.asks) {
    working.ambiguous.push({ fields: trap.among, columns: [header.index] })
    working.settled.add(header.index)
  }
}

/**
 * A title such as 统一社会信用代码 says whose only by its place: directly right of the unit, or of another such
 * title.
 */
function assignAfter(headers: readonly ColumnHeader[], lookup: Lookup, working: Working): void {
  const fieldOf = new Map<number, string>()
  for (const [field, columns] of working.found) {
    for (const column of columns) {
      fieldOf.set(column, field)
    }
  }
  let owner: string | undefined
  for (const header of headers) {
    const field = fieldOf.get(header.index)
    if (field !== undefined) {
      owner = lookup.after.find(([name]) => name === field)?.[1].field ?? field
    } else if (!working.settled.has(header.index)) {
      const forms = header.forms
      const [short] =
        lookup.after.find(
          ([, { field: of, titles }]) => of === owner && titles.some((t) => forms.includes(t)),
        ) ?? []
      take(working, header, short)
      owner = short === undefined ? undefined : owner
    } else {
      owner = undefined
    }
  }
}

/** Weak titles, in the order of the fields; a field that has a column of its own already takes none. */
function assignWeak(open: () => readonly ColumnHeader[], lookup: Lookup, working: Working): void {
  for (const field of Object.keys(working.definition.fields)) {
    if (working.found.has(field)) {
      continue
    }
    for (const header of open()) {
      const fits = header.forms.some((form) => lookup.weak.get(form)?.includes(field) === true)
      take(working, header, fits && fitsUnit(working.definition, field, header) ? field : undefined)
    }
  }
}

function fitsUnit(definition: TableDefinition, field: string, header: ColumnHeader): boolean {
  const wanted = definition.fields[field]?.unit
  const stated = unitOf(header.own)
  return wanted === undefined || stated === undefined || wanted === stated
}

function conclude(
  { definition, found, series, ambiguous }: Working,
  rest: readonly ColumnHeader[],
): Assignment {
  const columns = new Map<string, number>()
  const unclear = [...ambiguous]
  const ofSeries = definition.series?.required === true ? weightRequired + weightTelling : 1
  let score = series.length > 0 ? ofSeries : 0
  for (const [name, indexes] of found) {
    const field = definition.fields[name]
    const [first] = indexes
    if (first === undefined || field === undefined) {
      continue
    }
    score += field.required ? weightRequired : 1
    score += field.telling === true ? weightTelling : 0
    if (indexes.length === 1 || field.first === true) {
      columns.set(name, first)
    } else {
      unclear.push({ fields: [name], columns: indexes })
    }
  }
  return {
    columns,
    series: [...series].sort((left, right) => left - right),
    unknown: rest.map((header) => header.index),
    ambiguous: unclear,
    score,
  }
}
