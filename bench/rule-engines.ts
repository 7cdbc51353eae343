/*
 * The conditions of the wage rules once more, for the two rule engines that Node programs use most. Both get rows in
 * which all that needs other rows is worked out already, and both must name the people whom our findings name.
 */

/** 行 — a wage month as flat figures. */
export type Row = Readonly<Record<string, number | string>>

type Term = readonly [fact: string, operator: '>' | '>=' | '<' | '<=' | '=', value: number | string]
type Condition = Term | { readonly all: readonly Condition[] } | { readonly any: readonly Condition[] }

const isOpen: readonly Condition[] = [
  ['openFen', '>', 0],
  ['daysPastDue', '>', 0],
]
const isMissing: readonly Condition[] = [
  ['gateDays', '>', 0],
  ['payrollLines', '=', 0],
]

/** 逐行条件 — who is a member of a finding of the rule; a value that is a text names another figure of the row. */
export const rowConditions: Readonly<Record<string, Condition>> = {
  'wage-unpaid': { all: [...isOpen, ['bankDaysPastDue', '>', 0]] },
  'arrears-length': { all: [...isOpen, ['openFen', '>=', 100], ['siteOverdueDays', '>=', 7]] },
  'leaver-unsettled': {
    all: [
      ['openFen', '>', 0],
      ['daysSinceLeaving', '>=', 3],
    ],
  },
  'wage-account-unused': {
    all: [
      ['paidFen', '=', 0],
      ['monthPaidFen', '=', 0],
      ['daysSinceMonth', '>', 31],
      {
        any: [
          ['gateDays', '>', 0],
          ['payrollLines', '>', 0],
        ],
      },
    ],
  },
  'attendance-unpaid': {
    all: [
      ...isMissing,
      ['daysPastDue', '>', 0],
      {
        any: [
          ['unitHasPayroll', '=', 1],
          ['paidFen', '=', 0],
        ],
      },
    ],
  },
  'payroll-without-attendance': {
    all: [
      ['payrollLines', '>', 0],
      ['gateDays', '=', 0],
      ['dueFen', '>', 0],
      ['daysSinceMonth', '>', 0],
      ['unitSeenDays', '>', 0],
      ['wasSeenLately', '=', 0],
    ],
  },
  'below-minimum-wage': {
    all: [
      ['dueFen', '>', 0],
      ['payrollDaysHundredths', '>', 0],
      ['paidHundredfold', '<', 'leastHundredfold'],
    ],
  },
  'pay-implausibly-high': {
    all: [
      ['dueFen', '>', 1_500_000],
      {
        any: [
          ['dueFen', '>', 5_000_000],
          ['dayFen', '>', 'highDayFen'],
          ['yearFen', '>', 30_000_000],
        ],
      },
    ],
  },
  'payroll-missing': {
    all: [
      ...isMissing,
      ['daysSinceMonth', '>', 0],
      ['daysPastDue', '>=', -5],
      ['unitHasPayroll', '=', 0],
      ['unitListed', '=', 0],
      ['unitPaidFen', '=', 0],
      ['unitGateDays', '>=', 5],
    ],
  },
  'pay-below-attendance': {
    all: [
      ['daysSinceMonth', '>', 0],
      ['givenTenfold', '<', 'earnedNinefold'],
      ['shortHundredfold', '>', 'twoDaysHundredfold'],
    ],
  },
  'living-allowance': { all: [['monthsInRow', '>=', 2]] },
  'paid-to-other-account': { all: [['otherAccountFen', '>', 0]] },
}

const operators = {
  '>': 'greaterThan',
  '>=': 'greaterThanInclusive',
  '<': 'lessThan',
  '<=': 'lessThanInclusive',
  '=': 'equal',
} as const

function isTerm(condition: Condition): condition is Term {
  return Array.isArray(condition)
}

function asJsonRules(condition: Condition): object {
  if (isTerm(condition)) {
    const [fact, operator, value] = condition
    return { fact, operator: operators[operator], value: typeof value === 'string' ? { fact: value } : value }
  }
  return 'all' in condition
    ? { all: condition.all.map(asJsonRules) }
    : { any: condition.any.map(asJsonRules) }
}

function asExpression(condition: Condition): string {
  if (isTerm(condition)) {
    const [fact, operator, value] = condition
    return `${fact} ${operator === '=' ? '==' : operator} ${value}`
  }
  return 'all' in condition
    ? condition.all.map(asExpression).join(' and ')
    : `(${condition.any.map(asExpression).join(' or ')})`
}

/** 规则引擎 — gives the ids of the rules that a row hits. */
export interface RowEngine {
  readonly name: string
  judge(row: Row): Promise<readonly string[]>
}

interface JsonRulesModule {
  Engine: new (rules: readonly object[]) => { run(row: Row): Promise<{ events: { type: string }[] }> }
}

/** json-rules-engine with one rule a condition. */
export async function jsonRulesEngine(): Promise<RowEngine> {
  const name = 'json-rules-engine'
  const { Engine }: JsonRulesModule = await import(name)
  const engine = new Engine(
    Object.entries(rowConditions).map(([type, condition]) => ({
      conditions: isTerm(condition) ? { all: [asJsonRules(condition)] } : asJsonRules(condition),
      event: { type },
    })),
  )
  return { name, judge: async (row) => (await engine.run(row)).events.map(({ type }) => type) }
}

interface ZenModule {
  ZenEngine: new () => {
    createDecision(content: object): {
      evaluate(row: Row): Promise<{ result: Readonly<Record<string, boolean>> }>
    }
  }
}

/** zen-engine with one expression a condition, all of them in one node. */
export async function zenEngine(): Promise<RowEngine> {
  const name = '@gorules/zen-engine'
  const { ZenEngine }: ZenModule = await import(name)
  const ids = Object.keys(rowConditions)
  const expressions = Object.values(rowConditions).map((condition, index) => ({
    id: `expression-${index}`,
    key: `rule${index}`,
    value: asExpression(condition),
  }))
  const decision = new ZenEngine().createDecision({
    nodes: [
      { id: 'in', name: 'in', type: 'inputNode' },
      { id: 'rules', name: 'rules', type: 'expressionNode', content: { expressions } },
      { id: 'out', name: 'out', type: 'outputNode' },
    ],
    edges: [
      { id: 'first', type: 'edge', sourceId: 'in', targetId: 'rules' },
      { id: 'second', type: 'edge', sourceId: 'rules', targetId: 'out' },
    ],
  })
  return {
    name,
    async judge(row) {
      const { result } = await decision.evaluate(row)
      return ids.filter((_, index) => result[`rule${index}`] === true)
    },
  }
}
