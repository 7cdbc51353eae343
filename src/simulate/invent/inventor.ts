import { type Day, day } from '../../law/day.ts'
import { areaFullName, type Sex } from '../../law/identifiers/index.ts'
import { homeAreas, villages } from './name-lists.ts'
import { inventName, type NameKind } from './names.ts'
import {
  inventAccountNumber,
  inventBankCard,
  inventCreditCode,
  inventDeviceSerial,
  inventIdNumber,
  inventPermitNumber,
  inventPhone,
} from './numbers.ts'
import {
  type CompanyKind,
  type InventedBank,
  type InventedCompany,
  type InventedProject,
  inventBank,
  inventCompany,
  inventProject,
} from './organizations.ts'
import { createRandom, type Random } from './random.ts'

export interface InventedPerson {
  readonly name: string
  readonly sex: Sex
  readonly ethnicity: string
  readonly birthOn: Day
  readonly idNumber: string
  /** The home county, which begins the ID number. */
  readonly areaCode: string
  readonly address: string
  readonly phone: string
  readonly bankCard: string
  readonly bankName: string
}

/** What is not given is drawn: nine men in ten, born 1964 to 2006, from provinces that send workers. */
export interface PersonOptions {
  readonly area?: string
  readonly sex?: Sex
  readonly birthOn?: Day
  readonly nameKind?: NameKind
}

/** 虚构者 — makes people, companies and numbers that look real and are not. No number comes twice. */
export interface Inventor extends Random {
  person(options?: PersonOptions): InventedPerson
  company(kind: CompanyKind, area: string): InventedCompany
  bank(): InventedBank
  project(area: string, registeredOn: Day): InventedProject
  idNumber(person: { area: string; birthOn: Day; sex: Sex }): string
  phone(): string
  bankCard(bankPrefix?: string): string
  accountNumber(): string
  creditCode(area: string): string
  deviceSerial(): string
  permitNumber(permit: { area: string; issuedOn: Day }): string
  /**
   * Its own stream of draws under a name: what is drawn there does not move what is drawn here, but for the
   * rare second draw that keeps numbers different between all forks of an inventor.
   */
  fork(name: string): Inventor
}

const defaultCardPrefix = '629901'
const bornFrom = day('1964-01-01')
const bornTo = day('2006-12-31')

/** Draws until the key was not given before; a thousand repetitions mean that the space is used up. */
function drawNew<T>(given: Set<string>, keyOf: (value: T) => string, draw: () => T): T {
  for (let attempt = 0; attempt < 1000; attempt += 1) {
    const value = draw()
    const key = keyOf(value)
    if (!given.has(key)) {
      given.add(key)
      return value
    }
  }
  throw new RangeError('There are no more different values to invent.')
}

function inventorOf(seed: string, given: Set<string>): Inventor {
  const random = createRandom(seed)
  const fresh = (draw: () => string) => drawNew(given, (value) => value, draw)
  const inventor: Inventor = {
    ...random,
    person: (options = {}) => inventPerson(inventor, options),
    company: (kind, area) => {
      const draw = () => inventCompany(random, kind, area)
      const company = drawNew(given, ({ name }) => name, draw)
      return { ...company, creditCode: inventor.creditCode(company.areaCode) }
    },
    bank: () => inventBank(random),
    project: (area, registeredOn) => {
      const draw = () => inventProject(random, { area, registeredOn })
      return drawNew(given, ({ code }) => code, draw)
    },
    idNumber: (person) => fresh(() => inventIdNumber(random, person)),
    phone: () => fresh(() => inventPhone(random)),
    bankCard: (bankPrefix = defaultCardPrefix) => fresh(() => inventBankCard(random, bankPrefix)),
    accountNumber: () => fresh(() => inventAccountNumber(random)),
    creditCode: (area) => fresh(() => inventCreditCode(random, area)),
    deviceSerial: () => fresh(() => inventDeviceSerial(random)),
    permitNumber: (permit) => fresh(() => inventPermitNumber(random, permit)),
    fork: (name) => inventorOf(`${seed}/${name}`, given),
  }
  return inventor
}

function inventPerson(inventor: Inventor, options: PersonOptions): InventedPerson {
  const sex = options.sex ?? (inventor.chance(0.9) ? 'male' : 'female')
  const birthOn = options.birthOn ?? inventor.dayBetween(bornFrom, bornTo)
  const area = options.area ?? inventor.pickSkewed(homeAreas)
  const idNumber = inventor.idNumber({ area, birthOn, sex })
  const areaCode = idNumber.slice(0, 6)
  const { name, ethnicity } = inventName(inventor, { sex, areaCode, kind: options.nameKind })
  const bank = inventor.bank()
  return {
    name,
    sex,
    ethnicity,
    birthOn,
    idNumber,
    areaCode,
    address: `${areaFullName(areaCode) ?? ''}${inventor.pick(villages)}村${inventor.int(1, 12)}组`,
    phone: inventor.phone(),
    bankCard: inventor.bankCard(bank.cardPrefix),
    bankName: bank.name,
  }
}

/** 虚构者 — an inventor for a seed; the same seed and the same calls give the same world on every machine. */
export function createInventor(seed: number | string): Inventor {
  return inventorOf(String(seed), new Set())
}
