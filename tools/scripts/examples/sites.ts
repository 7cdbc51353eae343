import { type Day, day } from '../../../src/law/day.ts'
import type { CompanyKind, InventedCompany, Inventor } from '../../../src/simulate/invent/index.ts'

export type SiteKey = 'healthy' | 'unpaid' | 'unlisted' | 'factory' | 'no-account' | 'no-deposit'

export interface Account {
  readonly number: string
  readonly bank: string
  readonly openedOn: Day
}

interface Deposit {
  /** As the office writes it. */
  readonly form: string
  readonly yuan: number
  readonly on: Day
  readonly until: Day | null
}

/** 工程合同 — what only a project has. */
interface Works {
  readonly owner: InventedCompany
  readonly wan: number
  readonly signedOn: Day
  readonly permitOn: Day
  readonly permitNumber: string
  readonly startsOn: Day
  readonly endsOn: Day
  readonly account: Account | null
  readonly deposit: Deposit | null
  /** 人工费用比例, in percent. */
  readonly share: number
}

/** 示例用工点 — one of the six, with what its offices know of it. */
export interface Site {
  readonly key: SiteKey
  readonly name: string
  /** As its people call it in the names of files. */
  readonly short: string
  readonly code: string
  /** Begins the numbers of its payrolls. */
  readonly prefix: string
  readonly sector: string
  readonly area: string
  /** General contractor of a project, employing unit of a factory. */
  readonly contractor: InventedCompany
  readonly subcontractors: readonly InventedCompany[]
  readonly works: Works | null
  readonly officer: { readonly name: string; readonly phone: string }
  readonly gates: readonly string[]
}

interface Plan {
  readonly key: SiteKey
  readonly name: string
  readonly short: string
  readonly prefix: string
  readonly sector: string
  readonly area: string
  readonly registeredOn: string
  readonly subcontractors: number
  readonly gates: number
  readonly works: WorksPlan | null
}

interface WorksPlan {
  readonly wan: number
  readonly signedOn: string
  readonly permitOn: string
  readonly startsOn: string
  readonly endsOn: string
  readonly accountOn: string | null
  readonly deposit: readonly [form: string, yuan: number, on: string, until: string | null] | null
  readonly share: number
}

const plans: readonly Plan[] = [
  {
    key: 'healthy',
    name: '杭州西湖区文澜路安置房工程',
    short: '文澜路安置房',
    prefix: 'WL',
    sector: '房屋建筑',
    area: '330106',
    registeredOn: '2025-09-12',
    subcontractors: 2,
    gates: 1,
    works: {
      wan: 18_650,
      signedOn: '2025-09-10',
      permitOn: '2025-10-15',
      startsOn: '2025-10-20',
      endsOn: '2027-10-19',
      accountOn: '2025-09-28',
      deposit: ['银行保函', 1_865_000, '2025-10-28', '2027-12-31'],
      share: 22,
    },
  },
  {
    key: 'unpaid',
    name: '杭州拱墅区望湖街商住楼工程',
    short: '望湖街商住楼',
    prefix: 'WH',
    sector: '房屋建筑',
    area: '330105',
    registeredOn: '2025-11-07',
    subcontractors: 2,
    gates: 1,
    works: {
      wan: 9_430.5,
      signedOn: '2025-11-05',
      permitOn: '2025-12-01',
      startsOn: '2025-12-05',
      endsOn: '2027-06-30',
      accountOn: '2025-11-20',
      deposit: ['现金', 943_050, '2025-12-12', null],
      share: 20,
    },
  },
  {
    key: 'unlisted',
    name: '杭州余杭区科创路快速路延伸工程一标段',
    short: '科创路一标',
    prefix: 'KC1',
    sector: '交通',
    area: '330110',
    registeredOn: '2025-06-20',
    subcontractors: 1,
    gates: 2,
    works: {
      wan: 32_800,
      signedOn: '2025-06-18',
      permitOn: '2025-07-15',
      startsOn: '2025-07-20',
      endsOn: '2027-12-31',
      accountOn: '2025-07-08',
      deposit: ['保险', 3_280_000, '2025-07-30', '2028-03-31'],
      share: 18,
    },
  },
  {
    key: 'factory',
    name: '杭州衡澜服装有限公司临平工厂',
    short: '衡澜服装',
    prefix: 'HL',
    sector: '制造业',
    area: '330113',
    registeredOn: '2024-03-15',
    subcontractors: 0,
    gates: 0,
    works: null,
  },
  {
    key: 'no-account',
    name: '杭州富阳区清水河河道治理工程',
    short: '清水河治理',
    prefix: 'QS',
    sector: '水利',
    area: '330111',
    registeredOn: '2026-02-11',
    subcontractors: 1,
    gates: 0,
    works: {
      wan: 4_260,
      signedOn: '2026-02-10',
      permitOn: '2026-02-13',
      startsOn: '2026-02-26',
      endsOn: '2027-01-31',
      accountOn: null,
      deposit: ['银行保函', 426_000, '2026-03-03', '2027-06-30'],
      share: 15,
    },
  },
  {
    key: 'no-deposit',
    name: '杭州萧山区迎宾大道小学迁建工程',
    short: '迎宾大道小学',
    prefix: 'XQ',
    sector: '房屋建筑',
    area: '330109',
    registeredOn: '2026-01-22',
    subcontractors: 1,
    gates: 0,
    works: {
      wan: 7_915,
      signedOn: '2026-01-20',
      permitOn: '2026-03-02',
      startsOn: '2026-03-05',
      endsOn: '2027-08-20',
      accountOn: '2026-02-06',
      deposit: null,
      share: 20,
    },
  },
]

/** 示例用工点 — the six worksites; drawn from the inventor's own stream, so that nothing else moves them. */
export function inventSites(inventor: Inventor): readonly Site[] {
  return plans.map((plan) => inventSite(inventor.fork(`site ${plan.key}`), plan))
}

function inventSite(inventor: Inventor, plan: Plan): Site {
  const { key, name, short, prefix, sector, area, works } = plan
  const contractor =
    works === null
      ? { ...inventor.company('establishment', '3301'), name: '杭州衡澜服装有限公司' }
      : companyNamed(inventor, 'general-contractor', sector === '交通' ? /路桥/ : /建设集团|建筑工程/)
  const officer = inventor.person()
  return {
    key,
    name,
    short,
    prefix,
    sector,
    area,
    code: inventor.project(area, day(plan.registeredOn)).code,
    contractor,
    subcontractors: Array.from({ length: plan.subcontractors }, () =>
      companyNamed(inventor, 'subcontractor', /劳务/),
    ),
    works: works === null ? null : inventWorks(inventor, plan, works),
    officer: { name: officer.name, phone: officer.phone },
    gates: Array.from({ length: plan.gates }, () => inventor.deviceSerial()),
  }
}

/** Draws until the name fits the trade. */
function companyNamed(inventor: Inventor, kind: CompanyKind, trade: RegExp): InventedCompany {
  const company = inventor.company(kind, '3301')
  return trade.test(company.name) ? company : companyNamed(inventor, kind, trade)
}

function inventWorks(inventor: Inventor, { area, sector }: Plan, plan: WorksPlan): Works {
  const { wan, share, accountOn, deposit } = plan
  return {
    owner: companyNamed(inventor, 'project-owner', sector === '交通' ? /交通投资/ : /置业|城市建设|房地产/),
    wan,
    share,
    signedOn: day(plan.signedOn),
    permitOn: day(plan.permitOn),
    permitNumber: inventor.permitNumber({ area, issuedOn: day(plan.permitOn) }),
    startsOn: day(plan.startsOn),
    endsOn: day(plan.endsOn),
    account:
      accountOn === null
        ? null
        : {
            number: inventor.accountNumber(),
            bank: `${inventor.bank().name}杭州分行`,
            openedOn: day(accountOn),
          },
    deposit: deposit === null ? null : depositOf(deposit),
  }
}

function depositOf([form, yuan, on, until]: NonNullable<WorksPlan['deposit']>): Deposit {
  return { form, yuan, on: day(on), until: until === null ? null : day(until) }
}
