import { invariant, Refusal } from '../../contract/errors.ts'
import type { Platform } from '../../platform/platform.ts'
import type { Tx } from '../../platform/transact.ts'
import { addFeedReceipts, findToldWorksites, type Spoken } from './claims.store.ts'
import { rememberColumns } from './columns.store.ts'
import type { Group, Load, Loaded, Loader, SourceRow } from './importer.ts'
import type { GroupOutcome, StoredIntake } from './intake.model.ts'
import { settleIntake } from './intake.store.ts'
import { type IssueBook, openIssueBook } from './issue-book.ts'
import type { MessageStream } from './message-stream.ts'
import type { Importing } from './ports.ts'

interface TakeIn {
  readonly platform: Platform
  readonly importing: Importing
  readonly intake: StoredIntake
  readonly stream: MessageStream
}

interface Taking extends TakeIn {
  readonly tx: Tx
  readonly book: IssueBook
}

interface LoadedGroup {
  readonly outcome: GroupOutcome
  readonly loader: Loader
  readonly loaded: Loaded
}

/**
 * 装载消息 — puts everything that the reader sends into the database, in the caller's transaction: each group by
 * its loader, the issues, what became of the message, the events. The caller folds what was touched
 * (`importing.foldTouched`) before it commits. Throws where the message asks or is refused; nothing may be
 * left of it then.
 */
export async function takeIn(tx: Tx, given: TakeIn): Promise<void> {
  const book = openIssueBook(tx, given.intake)
  const taking: Taking = { ...given, tx, book }
  const groups: LoadedGroup[] = []
  for (let message = await given.stream.take(); message !== undefined; message = await given.stream.take()) {
    invariant(
      message.type !== 'rows',
      'rows follow the group that they belong to, which its loader reads to the end',
    )
    if (message.type === 'group') {
      groups.push(await loadGroup(taking, message.group))
    } else if (message.type === 'ask') {
      throw new Refusal(message.code, { ...message.data })
    } else if (message.type === 'issues') {
      book.add(...message.issues)
    }
  }
  if (groups.length === 0) {
    throw new Refusal('intake.nothing-recognized')
  }
  await book.write()
  await finish(taking, groups)
}

async function loadGroup(taking: Taking, group: Group): Promise<LoadedGroup> {
  const { tx, book, stream, intake } = taking
  const loader = taking.importing.loaders.find((each) => each.kind === group.kind)
  invariant(loader !== undefined, `messages of kind ${group.kind} have a loader`)
  const failedBefore = book.failedIn(group.sheet)
  const note =
    (severity: 'error' | 'warning'): Load['reject'] =>
    (row, code, data = {}, column = '') =>
      book.add({ sheet: group.sheet, row, column, severity, code, data })
  const loaded = await loader.load({
    tx,
    vault: taking.platform.vault,
    intake: {
      id: intake.intakeId,
      senderId: intake.senderId,
      fileName: intake.fileName,
      receivedOn: intake.receivedOn,
      options: intake.options,
    },
    group,
    rows: rowsOf(stream, book, group),
    reject: note('error'),
    warn: note('warning'),
  })
  const failed = book.failedIn(group.sheet) - failedBefore
  if (loaded.taken === 0 && failed === 0) {
    note('warning')(0, 'intake.no-rows')
  }
  await book.write('whenMany')
  const outcome = {
    kind: group.kind,
    sheet: group.sheet,
    headerRows: group.headerRows ?? ([0, 0] as const),
    taken: loaded.taken,
    failed,
  }
  return { outcome, loader, loaded }
}

/** The rows of the present group; what else the reader says of them is noted on the way. */
async function* rowsOf(
  stream: MessageStream,
  book: IssueBook,
  group: Group,
): AsyncGenerator<readonly SourceRow[]> {
  const blank = Object.fromEntries((group.fields ?? []).map((field) => [field, null]))
  for (let message = await stream.peek(); message !== undefined; message = await stream.peek()) {
    if (message.type === 'group') {
      return
    }
    await stream.take()
    if (message.type === 'rows') {
      yield message.rows.map(({ row, record }) => ({ row, record: Object.assign({}, blank, record) }))
    } else if (message.type === 'issues') {
      book.add(...message.issues)
      await book.write('whenMany')
    } else if (message.type === 'ask') {
      throw new Refusal(message.code, { ...message.data })
    }
  }
}

async function finish({ tx, book, intake }: Taking, groups: readonly LoadedGroup[]): Promise<void> {
  const spoken = whatWasSpoken(groups, intake.receivedOn)
  const worksiteIds = [...new Set(spoken.map((each) => each.worksiteId))]
  const kinds = [...new Set(groups.map(({ outcome }) => outcome.kind))]
  const rowsTaken = groups.reduce((sum, { outcome }) => sum + outcome.taken, 0)
  const rowsFailed = book.failedRows()
  await addFeedReceipts(tx, intake, spoken)
  await rememberColumns(tx, intake.senderId, { kinds, mapping: intake.options.mapping ?? {} })
  await settleIntake(tx, intake.intakeId, {
    state: 'done',
    kind: kinds[0] ?? null,
    rowsTaken,
    rowsFailed,
    outcome: { groups: groups.map(({ outcome }) => outcome), worksiteIds },
  })
  tx.record({
    stream: { kind: 'intake', id: intake.intakeId },
    type: 'intake.taken-in',
    data: { kinds, rowsTaken, rowsFailed, worksites: worksiteIds.length },
    areaCode: intake.areaCode,
  })
  for (const worksite of await findToldWorksites(tx, worksiteIds)) {
    const feeds = spoken.filter((each) => each.worksiteId === worksite.worksiteId).map((each) => each.feed)
    tx.record({
      stream: { kind: 'worksite', id: worksite.worksiteId },
      type: 'worksite.spoken-of',
      data: { intakeId: intake.intakeId, feeds },
      areaCode: worksite.areaCode,
      generalContractorId: worksite.generalContractorId,
    })
  }
}

/** A message may speak of a worksite by one feed several times; the latest day counts. */
function whatWasSpoken(groups: readonly LoadedGroup[], receivedOn: string): Spoken[] {
  const spoken = new Map<string, Spoken>()
  for (const { loader, loaded } of groups) {
    const coversUntil = loaded.coversUntil ?? receivedOn
    for (const worksiteId of loaded.worksiteIds) {
      const key = `${loader.feed} ${worksiteId}`
      const before = spoken.get(key)
      if (before === undefined || before.coversUntil < coversUntil) {
        spoken.set(key, { worksiteId, feed: loader.feed, coversUntil })
      }
    }
  }
  return [...spoken.values()]
}
