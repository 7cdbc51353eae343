import { addWorkingDays, isProvisional, type WorkCalendar } from './calendar.ts'
import { addDays, type Day } from './day.ts'
import { postingDelivery } from './instruments/arbitration.ts'
import { announcementDelivery } from './instruments/courts.ts'

/**
 * 送达方式 — handed over, by registered mail or electronically (the day is the day of receipt); left or posted at
 * the address with photo or video; by public announcement.
 */
export const deliveryModes = ['direct', 'mail', 'electronic', 'posting', 'announcement'] as const
export type DeliveryMode = (typeof deliveryModes)[number]

/** 送达结果 — the day on which papers count as delivered. */
export interface Delivered {
  readonly on: Day
  /** True where a year whose holiday notice is not out was needed. */
  readonly provisional: boolean
}

/**
 * 送达日 — the day on which a document counts as delivered; that day sets off the receiver's periods. Posting
 * counts three working days later (《劳动人事争议仲裁办案规则》第二十条), an announcement thirty days later. LawNotCovered for
 * days before those rules or outside the calendar.
 */
export function deliveredOn(calendar: WorkCalendar, mode: DeliveryMode, on: Day): Delivered {
  switch (mode) {
    case 'direct':
    case 'mail':
    case 'electronic':
      return { on, provisional: false }
    case 'posting': {
      const delivered = addWorkingDays(calendar, on, postingDelivery.at(on).value)
      return { on: delivered, provisional: isProvisional(calendar, on, delivered) }
    }
    case 'announcement':
      return { on: addDays(on, announcementDelivery.at(on).value), provisional: false }
    default:
      return mode satisfies never
  }
}
