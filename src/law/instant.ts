import { type Day, dayNumber, dayOfNumber, isDay } from './day.ts'

const instantShape =
  /^(\d{4}-\d{2}-\d{2})[T ](\d{2}):(\d{2})(?::(\d{2})(?:\.(\d{1,9}))?)?(Z|[+-]\d{2}(?::?\d{2})?)$/
const minuteMillis = 60_000
const hourMillis = 3_600_000
const dayMillis = 86_400_000
const chinaOffsetMillis = 8 * hourMillis

/**
 * 时刻解析 — milliseconds since 1970 of an ISO instant ('2026-02-14T09:00:00+08:00', '…Z'), or null where the
 * text is none. A time without its zone is no instant and gives null.
 */
export function parseInstant(iso: string): number | null {
  const match = instantShape.exec(iso)
  const [date, hours, minutes, seconds] = [
    match?.[1] ?? '',
    Number(match?.[2]),
    Number(match?.[3]),
    Number(match?.[4] ?? 0),
  ]
  if (match === null || !isDay(date) || hours > 23 || minutes > 59 || seconds > 59) {
    return null
  }
  const millis = Math.floor(Number(`0.${match[5] ?? '0'}`) * 1000 + 1e-6)
  const local =
    dayNumber(date) * dayMillis + hours * hourMillis + minutes * minuteMillis + seconds * 1000 + millis
  return local - offsetMillis(match[6] ?? 'Z')
}

/**
 * 中国日 — the calendar day in China time on which an ISO instant falls; a RangeError where it is no instant.
 */
export function chinaDay(iso: string): Day {
  return dayOfNumber(Math.floor((instantMillis(iso) + chinaOffsetMillis) / dayMillis))
}

/** 中国时刻 — the time of day in China at an ISO instant, 'HH:mm:ss'. */
export function chinaTime(iso: string): string {
  const ofDay = (((instantMillis(iso) + chinaOffsetMillis) % dayMillis) + dayMillis) % dayMillis
  return timeOfMillis(ofDay)
}

/** 中国时间的时刻 — the ISO instant (UTC) of a day and a time 'HH:mm' or 'HH:mm:ss' in China. */
export function chinaInstant(on: Day, time: string): string {
  return isoOfMillis(instantMillis(`${on}T${time}+08:00`))
}

/** 加小时 — the ISO instant (UTC) that many hours later; periods of hours run through nights and days off. */
export function addHours(iso: string, hours: number): string {
  return isoOfMillis(instantMillis(iso) + hours * hourMillis)
}

/** 相隔小时 — hours from the first instant to the second, with their fraction. */
export function hoursBetween(from: string, to: string): number {
  return (instantMillis(to) - instantMillis(from)) / hourMillis
}

function instantMillis(iso: string): number {
  const millis = parseInstant(iso)
  if (millis === null) {
    throw new RangeError(`"${iso}" is not an ISO instant with its time zone`)
  }
  return millis
}

function offsetMillis(zone: string): number {
  if (zone === 'Z') {
    return 0
  }
  const sign = zone.startsWith('-') ? -1 : 1
  const digits = zone.slice(1).replace(':', '').padEnd(4, '0')
  return sign * (Number(digits.slice(0, 2)) * hourMillis + Number(digits.slice(2)) * minuteMillis)
}

function isoOfMillis(millis: number): string {
  const date = dayOfNumber(Math.floor(millis / dayMillis))
  const ofDay = ((millis % dayMillis) + dayMillis) % dayMillis
  return `${date}T${timeOfMillis(ofDay)}.${String(ofDay % 1000).padStart(3, '0')}Z`
}

function timeOfMillis(ofDay: number): string {
  const parts = [
    Math.floor(ofDay / hourMillis),
    Math.floor(ofDay / minuteMillis) % 60,
    Math.floor(ofDay / 1000) % 60,
  ]
  return parts.map((part) => String(part).padStart(2, '0')).join(':')
}
