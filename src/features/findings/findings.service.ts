import type {
  ArticleCard,
  EvidenceSource,
  FindingDetail,
  FindingItem,
  FindingList,
  FindingQuery,
} from '../../contract/endpoints/findings.ts'
import { invariant, Refusal } from '../../contract/errors.ts'
import { type Locale, say } from '../../contract/messages/index.ts'
import { type Cite, citeText, type Day, day, gistOf, instruments } from '../../law/index.ts'
import type { Rule } from '../../monitoring/engine/rule.ts'
import { type RuleRun, runRules } from '../../monitoring/engine/run.ts'
import { rules } from '../../monitoring/rules/index.ts'
import { groupBy } from '../../platform/group-by.ts'
import type { TransactDeps, Tx } from '../../platform/transact.ts'
import {
  type FindingRow,
  findFileNames,
  findFinding,
  findMemberSources,
  listFindings,
  listMembers,
  type SourceRow,
} from './findings.store.ts'

const membersShown = 200
const sourcesInList = 3

/** 监测 — runs every rule over every worksite as of a day. */
export async function monitor(deps: TransactDeps, asOf: Day): Promise<RuleRun[]> {
  return await runRules(deps, rules, { asOf, worksiteIds: null })
}

/** 命中查询 — findings with their question, articles and first source rows. */
export async function queryFindings(tx: Tx, query: FindingQuery, locale: Locale): Promise<FindingList> {
  const { total, rows } = await listFindings(tx, query)
  const sources = await sourcesOf(tx, rows, sourcesInList)
  return { total, items: rows.map((row) => present(row, sources.get(row.finding_id) ?? [], locale)) }
}

/** 命中说明 — one finding explained; Refusal `finding.not-found` where the actor's scope has none. */
export async function explainFinding(tx: Tx, findingId: string, locale: Locale): Promise<FindingDetail> {
  const row = await findFinding(tx, findingId)
  if (row === undefined) {
    throw new Refusal('finding.not-found', { findingId }, 'not-found')
  }
  const members = await listMembers(tx, row, { limit: membersShown, offset: 0 })
  const rows = await findMemberSources(tx, [row.finding_id], membersShown)
  const byPerson = groupBy(rows, (source) => source.person_id ?? '')
  const own = await sourcesOf(tx, [row], sourcesInList)
  return {
    finding: present(row, own.get(row.finding_id) ?? [], locale),
    clears: say(locale, `rule.${row.rule_id}.clears`),
    memberTotal: members.total,
    members: members.rows.map((member) => ({
      personId: member.person_id,
      name: member.name,
      idTail: member.id_tail,
      unitName: member.unit_name,
      amountFen: member.amount_fen.toString(),
      evidence: member.evidence,
      sources: (byPerson.get(member.person_id) ?? []).map(presentSource),
    })),
  }
}

function present(row: FindingRow, sources: EvidenceSource[], locale: Locale): FindingItem {
  const rule = ruleOf(row.rule_id)
  const asked = day(row.since_on)
  const { sources: _, measures, ...figures } = row.evidence
  const measured = Array.isArray(measures) ? measures : []
  return {
    findingId: row.finding_id,
    ruleId: row.rule_id,
    ruleName: say(locale, `rule.${row.rule_id}.name`),
    codes: [...rule.codes],
    question: say(locale, `rule.${row.rule_id}.asks`),
    level: row.level,
    breach: row.breach,
    worksiteId: row.worksite_id,
    worksiteCode: row.worksite_code,
    worksiteName: row.worksite_name,
    areaCode: row.area_code,
    month: row.month,
    measures: rule.measures.map((name, index) => ({ name, value: numberOf(measured[index]) })),
    measure: row.measure,
    people: row.people,
    amountFen: row.amount_fen.toString(),
    evidence: figures,
    sources,
    articles: rule.basis(asked).map((cite) => articleCard(cite, locale)),
    openedOn: row.opened_on,
    sinceOn: row.since_on,
    clearedOn: row.cleared_on,
  }
}

function numberOf(value: unknown): number | null {
  return typeof value === 'number' ? value : null
}

function articleCard(cite: Cite, locale: Locale): ArticleCard {
  const language = locale === 'en' ? 'en' : 'zh'
  const gist = gistOf(cite)
  invariant(gist !== undefined, `every article that a rule cites has a gist: ${citeText(cite, 'en')}`)
  return {
    label: citeText(cite, language),
    instrument: instruments[cite.instrument].title[language],
    gist: gist[language],
    status: gist.status,
  }
}

function ruleOf(ruleId: string): Rule {
  const rule = rules.find((each) => each.id === ruleId)
  if (rule === undefined) {
    throw new Error(`a finding names the rule ${ruleId}, which does not exist`)
  }
  return rule
}

interface OwnSource {
  intakeId: string | null
  sheet: string
  row: number
}

/** Sources that the rule wrote into the evidence, then those of the people behind the finding. */
async function sourcesOf(
  tx: Tx,
  rows: readonly FindingRow[],
  perFinding: number,
): Promise<Map<string, EvidenceSource[]>> {
  const found = await findMemberSources(
    tx,
    rows.map((row) => row.finding_id),
    perFinding,
  )
  const files = await findFileNames(
    tx,
    rows.flatMap(ownSources).flatMap((own) => own.intakeId ?? []),
  )
  const byFinding = groupBy(found, (source) => source.finding_id)
  return new Map(
    rows.map((row) => {
      const own = ownSources(row).flatMap((source) =>
        source.intakeId === null
          ? []
          : [
              {
                ...source,
                intakeId: source.intakeId,
                file: files.get(source.intakeId) ?? '',
                what: 'register-row',
              },
            ],
      )
      return [row.finding_id, [...own, ...(byFinding.get(row.finding_id) ?? []).map(presentSource)]]
    }),
  )
}

function ownSources(row: FindingRow): OwnSource[] {
  const own = row.evidence['sources']
  return Array.isArray(own) ? own : []
}

function presentSource(source: SourceRow): EvidenceSource {
  return {
    intakeId: source.intake_id,
    file: source.file,
    sheet: source.sheet,
    row: source.row,
    what: source.what,
  }
}
