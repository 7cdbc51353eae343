import { mkdirSync, readFileSync } from 'node:fs'
import { basename, resolve } from 'node:path'

import type { Receipt } from '../contract/endpoints/intake.ts'
import { Refusal } from '../contract/errors.ts'
import {
  checkSize,
  type Importing,
  inBatches,
  inOrderOfKind,
  processIntake,
  reasonsFile,
  receive,
  showIntake,
  takeTogether,
} from '../features/intake/index.ts'
import { importingTogether } from '../importing.ts'
import { writeFileDurably } from '../platform/files.ts'
import { localOperator, read } from '../platform/transact.ts'
import { type FoundFile, findFiles } from './import-files.ts'
import { checkImportOptions, declareImportOptions, type ImportOptions } from './import-options.ts'
import { type ImportedFile, printOutcome, printReceipt, printSummary, progressLine } from './import-print.ts'
import { exitCode, type Verb, type VerbContext } from './verb.ts'

/**
 * 导入命令 — `anxin import PATH…`: stores every file and says so, then reads them, those first on which others
 * rest; a file that was named twice once.
 */
export const importVerb: Verb = {
  name: 'import',
  needs: 'platform',
  register: declareImportOptions,
  run: (context, args, options) => importingTogether((ports) => runImport(context, ports, { args, options })),
}

export interface ImportCall {
  readonly args: readonly string[]
  readonly options: Readonly<Record<string, unknown>>
}

/**
 * 执行导入 — exit code 0 when every row was taken, 3 when rows were refused or a file waits, 1 when a file
 * failed.
 */
export async function runImport(
  context: VerbContext,
  ports: Importing,
  { args, options }: ImportCall,
): Promise<number> {
  const asked = checkImportOptions(options)
  const run: Run = { context, ports, asked, results: [] }
  const stored: Stored[] = []
  for (const file of findFiles(context.cwd, args)) {
    stored.push(...(await storeFile(run, file)))
  }
  const byId = new Map(stored.map((each) => [each.receipt.intakeId, each]))
  const actor = localOperator
  const intakeIds = await inOrderOfKind(context.platform, ports, { intakeIds: [...byId.keys()], actor })
  for (const batch of await inBatches(context.platform, { intakeIds, actor })) {
    await takeTogether(context.platform, ports, { intakeIds: batch, actor })
    for (const each of batch.flatMap((intakeId) => byId.get(intakeId) ?? [])) {
      await takeFile(run, each)
    }
  }
  if (asked.json) {
    context.stdout(`${JSON.stringify({ files: run.results }, null, 2)}\n`)
  } else {
    printSummary(context, run.results)
  }
  return codeOf(run.results)
}

interface Run {
  readonly context: VerbContext
  readonly ports: Importing
  readonly asked: ImportOptions
  readonly results: ImportedFile[]
}

interface Stored {
  readonly file: FoundFile
  readonly receipt: Receipt
}

async function storeFile(run: Run, file: FoundFile): Promise<Stored[]> {
  const { context, asked } = run
  try {
    checkSize(context.platform, file.byteCount)
    const receipt = await receive(context.platform, localOperator, {
      bytes: readFileSync(file.path),
      fileName: basename(file.path),
      channel: 'cli',
      options: asked.said,
      receivedOn: asked.receivedOn,
    })
    if (!asked.json) {
      printReceipt(context, file.shown, receipt)
    }
    return [{ file, receipt }]
  } catch (error) {
    if (!(error instanceof Refusal)) {
      throw error
    }
    conclude(run, { file: file.shown, receipt: null, failure: failureOf(context, error) })
    return []
  }
}

async function takeFile(run: Run, { file, receipt }: Stored): Promise<void> {
  const { context, ports, asked } = run
  const { intakeId } = receipt
  const progress = progressLine(context, file.shown)
  try {
    await processIntake(context.platform, ports, {
      intakeId,
      actor: localOperator,
      onProgress: progress.show,
    })
  } catch (error) {
    progress.clear()
    conclude(run, { file: file.shown, receipt, failure: failureOf(context, error) })
    return
  }
  progress.clear()
  const pageSize = asked.json ? 10_000 : 20
  const shown = { intakeId, progress: null, page: 1, pageSize }
  const detail = await read(context.platform, localOperator, (tx) => showIntake(tx, shown, context.locale))
  const reasons = detail.intake.rowsFailed > 0 ? await writeReasons(run, intakeId) : null
  conclude(run, {
    file: file.shown,
    receipt: { ...detail.intake, sentBefore: receipt.sentBefore },
    detail,
    reasons,
  })
}

/** What is no refusal is a bug; whoever reads its stack sits at this machine. */
function failureOf(context: VerbContext, error: unknown): { code: string; message: string } {
  if (error instanceof Refusal) {
    return { code: error.code, message: context.say(error.code, error.data) }
  }
  const { stack = '' } = error instanceof Error ? error : new Error('thrown value')
  context.stderr(`${stack}\n`)
  return { code: 'import.unexpected', message: context.say('import.unexpected') }
}

async function writeReasons({ context, ports, asked }: Run, intakeId: string): Promise<string | null> {
  if (asked.reasons === undefined) {
    return null
  }
  const { platform, locale } = context
  const { fileName, bytes } = await reasonsFile(platform, ports, { actor: localOperator, intakeId, locale })
  const folder = resolve(context.cwd, asked.reasons)
  mkdirSync(folder, { recursive: true })
  const file = resolve(folder, fileName)
  writeFileDurably(file, bytes)
  return file
}

type Concluded = Pick<ImportedFile, 'file' | 'receipt'> & Partial<ImportedFile>

function conclude(run: Run, concluded: Concluded): void {
  const result: ImportedFile = { detail: null, failure: null, reasons: null, ...concluded }
  run.results.push(result)
  if (!run.asked.json) {
    printOutcome(run.context, result)
  }
}

function codeOf(results: readonly ImportedFile[]): number {
  if (results.some(({ failure, receipt }) => failure !== null || receipt?.state === 'refused')) {
    return exitCode.failed
  }
  const unfinished = results.some(
    ({ receipt }) => receipt?.state === 'asking' || (receipt?.rowsFailed ?? 0) > 0,
  )
  return unfinished ? exitCode.found : exitCode.done
}
