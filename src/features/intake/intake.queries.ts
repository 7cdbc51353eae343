import type {
  IntakeDetail,
  IntakeDetailQuery,
  IntakeList,
  IntakeProgress,
  IntakeQuery,
} from '../../contract/endpoints/intake.ts'
import type { Locale } from '../../contract/messages/index.ts'
import type { Tx } from '../../platform/transact.ts'
import { presentDetail, presentIntake } from './intake.present.ts'
import { getIntake } from './intake.process.ts'
import { listIntakes } from './intake.store.ts'
import { listIssues } from './issues.store.ts'

/** 查消息 — stored messages in the actor's scope, the latest first. */
export async function queryIntakes(tx: Tx, query: IntakeQuery, locale: Locale): Promise<IntakeList> {
  const { total, rows } = await listIntakes(tx, query)
  return { total, items: rows.map((intake) => presentIntake(intake, locale)) }
}

export interface Shown extends IntakeDetailQuery {
  readonly intakeId: string
  readonly progress: IntakeProgress | null
}

/** 看消息 — one message with what became of it and a page of its issues. */
export async function showIntake(tx: Tx, shown: Shown, locale: Locale): Promise<IntakeDetail> {
  const { intakeId, progress, page = 1, pageSize = 50 } = shown
  const intake = await getIntake(tx, intakeId)
  const issues = await listIssues(tx, intakeId, { limit: pageSize, offset: (page - 1) * pageSize })
  return presentDetail({ intake, issues, progress }, locale)
}
