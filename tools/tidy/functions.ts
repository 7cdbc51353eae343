import { parseSync } from '@swc/core'

export interface FunctionSpan {
  name: string
  line: number
  length: number
  positional: number
}

interface Node {
  type: string
  span?: { start: number; end: number }
  [key: string]: unknown
}

const functionTypes = new Set([
  'FunctionDeclaration',
  'FunctionExpression',
  'ArrowFunctionExpression',
  'ClassMethod',
])

function isNode(value: unknown): value is Node {
  return typeof value === 'object' && value !== null && 'type' in value
}

function nameOf(node: Node): string {
  const named = isNode(node['identifier']) ? node['identifier'] : node['key']
  return isNode(named) && typeof named['value'] === 'string' ? named['value'] : '(anonymous)'
}

/**
 * Lists the functions of a TypeScript file with their length in lines and their count of positional
 * parameters.
 */
export function findFunctions(text: string, tsx: boolean): FunctionSpan[] {
  const tree = parseSync(text, { syntax: 'typescript', tsx, target: 'es2022' })
  const bytes = Buffer.from(text)
  const origin = tree.span.start - leading(bytes)
  const lineStarts = [0]
  for (let index = 0; index < bytes.length; index++) {
    if (bytes[index] === 10) {
      lineStarts.push(index + 1)
    }
  }
  const found: FunctionSpan[] = []
  const walk = (value: unknown): void => {
    if (Array.isArray(value)) {
      value.forEach(walk)
      return
    }
    if (typeof value !== 'object' || value === null) {
      return
    }
    if (isNode(value) && functionTypes.has(value.type) && value.span !== undefined) {
      const from = lineAt(lineStarts, value.span.start - origin)
      const until = lineAt(lineStarts, value.span.end - origin)
      const params = value['params'] ?? []
      const positional = Array.isArray(params) ? params.length : 0
      found.push({ name: nameOf(value), line: from, length: until - from + 1, positional })
    }
    Object.values(value).forEach(walk)
  }
  walk(tree.body)
  return found
}

/**
 * The module's span begins at its first token, so what stands before it (comments, blanks) must be added
 * back.
 */
function leading(bytes: Buffer): number {
  const text = bytes.toString('utf8')
  const match = /^(?:\s|\/\/[^\n]*\n|\/\*[\s\S]*?\*\/|#![^\n]*\n)*/.exec(text)
  return Buffer.byteLength(match?.[0] ?? '')
}

function lineAt(starts: number[], offset: number): number {
  let low = 0
  let high = starts.length - 1
  while (low < high) {
    const middle = Math.ceil((low + high) / 2)
    if ((starts[middle] ?? 0) <= offset) {
      low = middle
    } else {
      high = middle - 1
    }
  }
  return low + 1
}
