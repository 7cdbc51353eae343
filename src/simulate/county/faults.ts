import { addWorkingDays, nationalCalendar } from '../../law/calendar.ts'
import { addDays, addYears, type Day, day, laterOf } from '../../law/day.ts'
import type { SiteFacts } from './facts.ts'
import type { Fault, FaultKind } from './fault.ts'
import type { Frame, SitePlan, Worker } from './model.ts'

const accountDays = 30
const depositWorkingDays = 20
const workingAge = 16

/** 制度缺失 — what a project should have by law and has not, from the day on which it was late. */
export function lackFaults(facts: SiteFacts, frame: Frame): readonly Fault[] {
  const { works, lacks } = facts
  if (works === null) {
    return []
  }
  const since: readonly (readonly [boolean, FaultKind, Day])[] = [
    [lacks.has('account'), 'no-wage-account', addDays(works.signedOn, accountDays + 1)],
    [lacks.has('agreement'), 'no-agreement', addDays(works.signedOn, accountDays + 1)],
    [
      lacks.has('deposit'),
      'no-wage-deposit',
      addDays(addWorkingDays(nationalCalendar, laterOf(works.permitOn, firstKnown), depositWorkingDays), 1),
    ],
    [lacks.has('deposit-renewal'), 'deposit-expired', addDays(works.deposit?.expiresOn ?? frame.until, 1)],
    [lacks.has('guarantee'), 'no-payment-guarantee', works.signedOn],
    [lacks.has('officer'), 'no-labor-officer', works.startsOn],
    [lacks.has('notice'), 'no-rights-notice', works.startsOn],
  ]
  return since.flatMap(([isSo, kind, fromOn]) => (isSo ? [lasting(kind, laterOf(frame.from, fromOn))] : []))
}

/** The calendar begins with 2023; what was due before is late since long. */
const firstKnown = day(`${Math.min(...nationalCalendar.years.keys())}-01-01`)

/** 人员问题 — people without a contract, and children. */
export function peopleFaults(facts: SiteFacts, workers: readonly Worker[], frame: Frame): readonly Fault[] {
  const without = workers.filter(({ contractOn }) => contractOn === null)
  const children = workers.flatMap(({ person, enteredOn, leftOn }): Fault[] => {
    const [fromOn, birthday] = [laterOf(frame.from, enteredOn), addYears(person.birthOn, workingAge)]
    const untilOn = leftOn !== null && leftOn < birthday ? leftOn : birthday
    return birthday <= fromOn
      ? []
      : [
          {
            kind: 'under-age',
            fromOn,
            untilOn: untilOn > frame.until ? null : untilOn,
            month: null,
            people: 1,
          },
        ]
  })
  return [
    ...(facts.lacks.has('contracts') && without.length > 0
      ? [{ ...lasting('no-contracts', frame.from), people: without.length }]
      : []),
    ...children,
  ]
}

/** 迟报 — a site whose files come late, from the month on in which it began. */
export function lateUploadFault({ causeFrom }: SitePlan, frame: Frame): Fault {
  return lasting('late-upload', frame.days[frame.monthStarts[causeFrom] ?? 0] ?? frame.from)
}

function lasting(kind: FaultKind, fromOn: Day): Fault {
  return { kind, fromOn, untilOn: null, month: null, people: 0 }
}
