import { type RawBuilder, sql } from 'kysely'

import { art } from '../../law/index.ts'
import { heard, sourceRow } from '../engine/claims.ts'
import { type Asking, defineRule } from '../engine/rule.ts'

/**
 * 工资付至他人账户 — wages went to an account that is not the worker's own, or that several workers of the worksite
 * use. The holder's name as the bank gives it decides: the worker's own name clears a card that nobody had
 * reported; without a name an unknown card is only doubtful.
 */
export const paidToOtherAccount = defineRule({
  id: 'paid-to-other-account',
  codes: ['R19'],
  version: 1,
  subject: 'worksite-month',
  worksiteKinds: ['project', 'establishment', 'labor-platform'],
  breach: { measure: 'people', from: 1 },
  basis: () => [art('regulation-724', 11), art('regulation-724', 31), art('wage-account-53', 19)],
  needs: {},
  measures: ['people', 'doubtful'],
  bands: [
    { measure: 'doubtful', from: 1, level: 'yellow' },
    { measure: 'people', from: 1, level: 'red' },
  ],
  facts: elsewhere,
  measure: () => sql`
    select e.worksite_id, to_char(e.month, 'YYYY-MM') as subject_key, e.month,
           null::uuid as employing_unit_id, null::uuid as person_id,
           array[count(distinct e.person_id) filter (where e.certain),
                 count(distinct e.person_id) filter (where not e.certain)]::numeric[] as measures,
           count(distinct e.person_id) as people, sum(e.amount_fen)::bigint as amount_fen,
           min(e.paid_on) as since_on,
           jsonb_build_object('otherAccountFen', sum(e.amount_fen)::text, 'otherAccounts', count(distinct e.card_blind),
             'sharing', count(distinct e.person_id) filter (where e.shared),
             'sources', to_jsonb((array_agg(e.source order by e.paid_on, e.payout_id))[1:3])) as evidence,
           true as known
      from facts e
     group by e.worksite_id, e.month`,
  members: () => sql`
    select e.worksite_id, to_char(e.month, 'YYYY-MM') as subject_key, e.person_id,
           (array_agg(e.employing_unit_id order by e.employing_unit_id))[1] as employing_unit_id,
           sum(e.amount_fen)::bigint as amount_fen, sum(e.amount_fen)::numeric as measure,
           jsonb_build_object('firstPaidOn', min(e.paid_on), 'isShared', bool_or(e.shared)) as evidence
      from facts e
     group by e.worksite_id, e.month, e.person_id`,
})

/** Payouts to another's account, by the wage month that they answer. */
function elsewhere(asking: Asking): RawBuilder<unknown> {
  const { asOf } = asking
  return sql`
    select a.worksite_id, a.month, a.person_id, a.employing_unit_id, a.amount_fen, o.payout_id, o.paid_on, o.card_blind,
           k.shared, ${sourceRow('o')} as source,
           k.shared or (o.payee_name <> '' and o.payee_name not like '%*%') as certain
      from (${doubted(asking)}) k
      join payout o on o.worksite_id = k.worksite_id and o.person_id = k.person_id
       and (k.card_blind is null or o.card_blind = k.card_blind)
      join payout_allocation a on a.worksite_id = o.worksite_id and a.payout_id = o.payout_id
       and (k.month is null or a.month = k.month)
      join worksite_person p on p.worksite_id = o.worksite_id and p.person_id = o.person_id
     where o.card_blind is not null and o.payee_name <> p.name and o.paid_on <= ${asOf}::date
       and ${heard(asking, 'o')} and (k.shared or o.card_blind is distinct from p.card_blind)`
}

/**
 * Whom to look at: people of different names with one account, whatever the month; and people of a month
 * who were paid to a card that nobody reported as theirs.
 */
function doubted({ only }: Asking): RawBuilder<unknown> {
  return sql`
    select p.worksite_id, p.person_id, p.card_blind, null::date as month, true as shared
      from worksite_person p
      join (select q.worksite_id, q.card_blind from worksite_person q
             where q.card_blind is not null and ${only('q.worksite_id')}
             group by q.worksite_id, q.card_blind having count(*) > 1 and min(q.name) <> max(q.name)) s
        on s.worksite_id = p.worksite_id and s.card_blind = p.card_blind
     union all
    select m.worksite_id, m.person_id, null, m.month, false
      from wage_month m where m.other_account_fen > 0 and ${only('m.worksite_id')}`
}
