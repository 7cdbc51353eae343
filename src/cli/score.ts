import { readFileSync } from 'node:fs'
import { resolve } from 'node:path'

import { Refusal } from '../contract/errors.ts'
import { isSystemError, writeFileDurably } from '../platform/files.ts'
import { localOperator, read } from '../platform/transact.ts'
import { scoreStored } from '../simulate/score/index.ts'
import type { Truth } from '../simulate/truth/truth.ts'
import { parseTruth } from '../simulate/truth/truth-file.ts'
import { describeScore } from './score-print.ts'
import { exitCode, type Verb } from './verb.ts'

/**
 * 评分命令 — `anxin score --truth FILE [--json [FILE]]`: how well the stored findings warned of what really
 * happened in a simulated county.
 */
export const scoreVerb: Verb = {
  name: 'score',
  register(command, say) {
    command
      .requiredOption('--truth <file>', say('score.option.truth'))
      .option('--json [file]', say('score.option.json'))
  },
  async run({ platform, cwd, stdout, say }, _, { truth: given, json }) {
    const truth = readTruth(cwd, String(given))
    const score = await read(platform, localOperator, (tx) => scoreStored(tx, truth))
    const text = `${JSON.stringify(score, null, 2)}\n`
    if (json === true) {
      stdout(text)
      return exitCode.done
    }
    for (const line of describeScore(score, say)) {
      stdout(`${line}\n`)
    }
    if (typeof json === 'string') {
      writeFileDurably(resolve(cwd, json), Buffer.from(text))
      stdout(`${say('score.json-written', { file: json })}\n`)
    }
    return exitCode.done
  },
}

function readTruth(cwd: string, file: string): Truth {
  const text = readText(resolve(cwd, file), file)
  try {
    return parseTruth(text)
  } catch {
    // Whatever is wrong with it, the one who named it can only name another.
    throw new Refusal('score.not-a-truth', { file }, 'invalid')
  }
}

function readText(path: string, file: string): string {
  try {
    return readFileSync(path, 'utf8')
  } catch (error) {
    if (isSystemError(error, 'ENOENT', 'ENOTDIR', 'EISDIR', 'EACCES')) {
      throw new Refusal('score.no-such-file', { file }, 'invalid')
    }
    throw error
  }
}
