import { useQuery } from '@tanstack/react-query'
import { Card, Space } from 'antd'
import type { ReactNode } from 'react'

import type { GateCalendar, GateDay } from '../../../contract/endpoints/worksites.ts'
import { day as dayOf, weekday } from '../../../law/day.ts'
import { call } from '../../app/api.ts'
import { useLocale, useSay } from '../../app/locale.ts'
import { Read } from '../../ui/state.tsx'
import { Wide } from '../../ui/wide.tsx'
import { GatePeopleCard } from './gate-people-card.tsx'

const weekdays = [1, 2, 3, 4, 5, 6, 7] as const

interface GateTabProps {
  place: { worksiteId: string; month: string; day: string | undefined }
  picker: ReactNode
  onDay(day: string | undefined): void
}

/** 门禁日历 — a month at the gate as a calendar; a day opens the people of that day. */
export function GateTab({ place, picker, onDay }: GateTabProps) {
  const say = useSay()
  const { locale } = useLocale()
  const { worksiteId, month, day } = place
  const asked = useQuery({
    queryKey: ['gate', worksiteId, month, locale],
    queryFn: () => call<GateCalendar>(`/api/worksites/${worksiteId}/months/${month}/gate`, { locale }),
  })
  return (
    <Space orientation="vertical" size={16} style={{ width: '100%' }}>
      <Card title={<h2>{say('gate.calendar', { month })}</h2>} extra={picker}>
        <Read asked={asked}>
          {({ gateUntil, days }) => (
            <>
              <p className="lead">
                {say('gate.lead')}{' '}
                {gateUntil === null ? say('gate.never') : say('gate.until', { day: gateUntil })}
              </p>
              <Wide label={say('gate.calendar', { month })}>
                <Calendar days={days} chosen={day} onDay={onDay} />
              </Wide>
            </>
          )}
        </Read>
      </Card>
      {day !== undefined && (
        <GatePeopleCard key={day} worksiteId={worksiteId} day={day} onClose={() => onDay(undefined)} />
      )}
    </Space>
  )
}

interface CalendarProps {
  days: readonly GateDay[]
  chosen: string | undefined
  onDay(day: string): void
}

function Calendar({ days, chosen, onDay }: CalendarProps) {
  const say = useSay()
  return (
    <table className="calendar">
      <thead>
        <tr>
          {weekdays.map((each) => (
            <th key={each} scope="col">
              {say(`gate.weekday.${each}`)}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {weeksOf(days).map((week) => (
          <tr key={week.find((each) => each !== null)?.day}>
            {weekdays.map((each) => {
              const at = week[each - 1] ?? null
              return at === null ? (
                <td key={each} className="outside" />
              ) : (
                <td key={each} className={at.day === chosen ? 'chosen' : ''}>
                  <DayCell at={at} onDay={onDay} />
                </td>
              )
            })}
          </tr>
        ))}
      </tbody>
    </table>
  )
}

/** Weeks from Monday to Sunday, with nothing where a week reaches out of the month. */
function weeksOf(days: readonly GateDay[]): (GateDay | null)[][] {
  const [first] = days
  const before = first === undefined ? 0 : weekday(dayOf(first.day)) - 1
  const cells = [...Array.from({ length: before }, () => null), ...days]
  return Array.from({ length: Math.ceil(cells.length / 7) }, (_, week) => cells.slice(week * 7, week * 7 + 7))
}

function DayCell({ at, onDay }: { at: GateDay; onDay(day: string): void }) {
  const say = useSay()
  const { day, people, missing, pause } = at
  const inside = (
    <>
      <span className="number quiet">{Number(day.slice(8))}</span>
      {people > 0 && <div className="number">{say('gate.people', { people })}</div>}
      {missing > 0 && <div className="number missing">{say('gate.missing', { people: missing })}</div>}
      {pause !== null && <div className="quiet">{say('gate.pause', { reason: pause })}</div>}
    </>
  )
  return people === 0 ? (
    <div className="day">{inside}</div>
  ) : (
    <button
      type="button"
      className="day"
      aria-label={say('gate.open-day', { day, people, missing })}
      onClick={() => onDay(day)}
    >
      {inside}
    </button>
  )
}
