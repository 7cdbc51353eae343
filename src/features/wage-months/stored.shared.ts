import { sql } from 'kysely'

/** 已有行 — the rows that the touched people have at the worksite, whatever their month. */
export const storedRows = sql`
  select w.* from fold_person p
  cross join lateral (select w.* from wage_month w where w.person_id = p.person_id offset 0) w
  where w.worksite_id = p.worksite_id`

/** 其他月份的行 — those of them whose month is not being folded. */
export const otherRows = sql`
  select w.* from (${storedRows}) w left join fold_key k
    on k.worksite_id = w.worksite_id and k.person_id = w.person_id and k.month = w.month
  where k.month is null`
