import type { Confirmation } from '../text.ts'

/** One year of the State Council's holiday notice: spans and days as 'MM-DD' of that year. */
export interface CalendarNotice {
  readonly year: number
  /** Whole spans off, weekends inside them included. */
  readonly off: readonly (readonly [from: string, to: string])[]
  readonly makeUp: readonly string[]
  readonly statutory: readonly string[]
  readonly source: string
  readonly status: Confirmation
  /** True where the notice is not out: statutory days only, computed from the lunar calendar. */
  readonly provisional: boolean
}

export const calendarNotices: readonly CalendarNotice[] = [
  {
    year: 2023,
    off: [['01-01', '01-02'], ['01-21', '01-27'], ['04-05', '04-05'], ['04-29', '05-03'], ['06-22', '06-24'],
      ['09-29', '10-06']],
    makeUp: ['01-28', '01-29', '04-23', '05-06', '06-25', '10-07', '10-08'],
    statutory: [
      '01-01', '01-22', '01-23', '01-24', '04-05', '05-01', '06-22',
      '09-29', '10-01', '10-02', '10-03',
    ],
    source: '国办发明电〔2022〕16号',
    status: 'confirmed',
    provisional: false,
  },
  {
    year: 2024,
    off: [['01-01', '01-01'], ['02-10', '02-17'], ['04-04', '04-06'], ['05-01', '05-05'], ['06-10', '06-10'],
      ['09-15', '09-17'], ['10-01', '10-07']],
    makeUp: ['02-04', '02-18', '04-07', '04-28', '05-11', '09-14', '09-29', '10-12'],
    statutory: [
      '01-01', '02-10', '02-11', '02-12', '04-04', '05-01', '06-10',
      '09-17', '10-01', '10-02', '10-03',
    ],
    source: '国办发明电〔2023〕7号',
    status: 'confirmed',
    provisional: false,
  },
  {
    year: 2025,
    off: [['01-01', '01-01'], ['01-28', '02-04'], ['04-04', '04-06'], ['05-01', '05-05'], ['05-31', '06-02'],
      ['10-01', '10-08']],
    makeUp: ['01-26', '02-08', '04-27', '09-28', '10-11'],
    statutory: [
      '01-01', '01-28', '01-29', '01-30', '01-31', '04-04', '05-01',
      '05-02', '05-31', '10-01', '10-02', '10-03', '10-06',
    ],
    source: '国办发明电〔2024〕12号',
    status: 'confirmed',
    provisional: false,
  },
  {
    year: 2026,
    off: [['01-01', '01-03'], ['02-15', '02-23'], ['04-04', '04-06'], ['05-01', '05-05'], ['06-19', '06-21'],
      ['09-25', '09-27'], ['10-01', '10-07']],
    makeUp: ['01-04', '02-14', '02-28', '05-09', '09-20', '10-10'],
    statutory: [
      '01-01', '02-16', '02-17', '02-18', '02-19', '04-05', '05-01',
      '05-02', '06-19', '09-25', '10-01', '10-02', '10-03',
    ],
    source: '国办发明电〔2025〕7号',
    status: 'confirmed',
    provisional: false,
  },
  {
    year: 2027,
    off: [],
    makeUp: [],
    statutory: [
      '01-01', '02-05', '02-06', '02-07', '02-08', '04-05', '05-01',
      '05-02', '06-09', '09-15', '10-01', '10-02', '10-03',
    ],
    source: '《全国年节及纪念日放假办法》第二条',
    status: 'secondary',
    provisional: true,
  },
]
