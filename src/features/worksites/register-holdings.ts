import { tail4 } from '../../law/identifiers/index.ts'
import type { Load } from '../intake/importer.ts'
import { type AccountTerms, addAccount, type CurrentAccount } from './accounts.store.ts'
import { addDevices } from './devices.store.ts'
import {
  addDeposit,
  addGuarantee,
  type Current,
  type DepositTerms,
  type GuaranteeTerms,
} from './guarantees.store.ts'
import { findOrAddOrganization } from './organizations.store.ts'
import type { RegisterRecord } from './register.record.ts'
import { type Belonging, type Registered, type RegisterSource, setLaborOfficer } from './registered.store.ts'

/** 登记行 — a row of the register with the code that it goes by, and its place. */
export interface RegisterRow {
  readonly record: RegisterRecord
  readonly source: RegisterSource
}

/** 此前 — what counted at the worksites of a register before it came. */
export interface Before {
  readonly accounts: ReadonlyMap<string, CurrentAccount>
  readonly deposits: ReadonlyMap<string, Current<DepositTerms>>
  readonly guarantees: ReadonlyMap<string, Current<GuaranteeTerms>>
}

interface Taking {
  readonly belonging: Belonging
  readonly row: RegisterRow
  readonly standing: Registered | undefined
  readonly before: Before
}

type Step = (load: Load, taking: Taking) => Promise<boolean>

const steps: readonly (readonly [string, Step])[] = [
  ['wage_account', takeAccount],
  ['wage_deposit', takeDeposit],
  ['payment_guarantee', takeGuarantee],
  ['labor_officer', takeLaborOfficer],
  ['device', takeDevices],
]

/**
 * 登记资料 — wage account, deposit, guarantee, labour officer and devices of a row; gives the names of what
 * changed.
 */
export async function takeHoldings(load: Load, taking: Taking): Promise<string[]> {
  const changed: string[] = []
  for (const [name, take] of steps) {
    if (await take(load, taking)) {
      changed.push(name)
    }
  }
  return changed
}

/**
 * Another number is another account; the same one with new dates, or dates without a number, a version of
 * what stands.
 */
async function takeAccount(load: Load, { belonging, row, before }: Taking): Promise<boolean> {
  const { record, source } = row
  const claimed = {
    accountName: record.accountName,
    bankName: record.accountBank,
    openedOn: record.accountOpenedOn,
    agreementOn: record.agreementOn,
    filedOn: record.filedOn,
  }
  const isSilent = record.accountNumber === null && Object.values(claimed).every((value) => value === null)
  if (isSilent) {
    return false
  }
  const current = before.accounts.get(belonging.worksiteId)
  const number = sealedNumber(load, record.accountNumber)
  const isSame = current !== undefined && (number === undefined || number.blind.equals(current.blind))
  if (!isSame && number === undefined) {
    load.warn(source.row, 'worksites.account-number-missing')
    return false
  }
  const bankId = await findBank(load, claimed.bankName)
  const terms: AccountTerms = isSame
    ? over<AccountTerms>(current, { ...claimed, bankId })
    : { ...claimed, bankId }
  const isNews = !isSame || (differs(current, terms) && source.receivedOn >= current.receivedOn)
  const kept = isSame ? current : number
  if (isNews && kept !== undefined) {
    const { sealed, blind, tail } = kept
    await addAccount(load.tx, belonging, { number: { sealed, blind, tail }, terms, source })
  }
  return isNews
}

function sealedNumber({ vault }: Load, number: string | null) {
  return number === null
    ? undefined
    : {
        sealed: vault.seal('wage_account.number', number),
        blind: vault.blind('account-number', number),
        tail: tail4(number),
      }
}

async function findBank({ tx, intake }: Load, name: string | null): Promise<string | null> {
  return name === null ? null : await findOrAddOrganization(tx, { name, intakeId: intake.id })
}

/** The same form and day is the same deposit, told again; another is a renewal. */
async function takeDeposit(load: Load, { belonging, row, before }: Taking): Promise<boolean> {
  const { record, source } = row
  const current = before.deposits.get(belonging.worksiteId)
  const claimed = {
    amountFen: record.depositFen,
    storedOn: record.depositOn,
    expiresOn: record.depositExpiresOn,
  }
  const form = record.depositForm ?? current?.form
  if (form === undefined) {
    if (Object.values(claimed).some((value) => value !== null)) {
      load.warn(source.row, 'worksites.deposit-form-missing')
    }
    return false
  }
  const isSame = current !== undefined && form === current.form && agrees(current.storedOn, claimed.storedOn)
  const terms: DepositTerms = isSame
    ? over<DepositTerms>(current, { ...claimed, form })
    : { ...claimed, form }
  const isNews = !isSame || (differs(current, terms) && source.receivedOn >= current.receivedOn)
  if (isNews) {
    await addDeposit(load.tx, belonging, { terms, replacesId: current?.id ?? null, source })
  }
  return isNews
}

async function takeGuarantee(load: Load, { belonging, row, before }: Taking): Promise<boolean> {
  const { record, source } = row
  const { paymentGuarantee: said } = record
  const current = before.guarantees.get(belonging.worksiteId)
  const claimed: GuaranteeTerms = {
    amountFen: said?.fen ?? null,
    givenOn: record.paymentGuaranteeOn,
    expiresOn: record.paymentGuaranteeUntil,
  }
  if (said?.given === false) {
    if (current !== undefined) {
      load.warn(source.row, 'worksites.guarantee-denied')
    }
    return false
  }
  if (said === null && Object.values(claimed).every((value) => value === null)) {
    return false
  }
  const isSame = current !== undefined && agrees(current.givenOn, claimed.givenOn)
  const terms = isSame ? over<GuaranteeTerms>(current, claimed) : claimed
  const isNews = !isSame || (differs(current, terms) && source.receivedOn >= current.receivedOn)
  if (isNews) {
    await addGuarantee(load.tx, belonging, { terms, replacesId: current?.id ?? null, source })
  }
  return isNews
}

async function takeLaborOfficer(load: Load, { belonging, row, standing }: Taking): Promise<boolean> {
  const { tx, vault } = load
  const { laborOfficer, laborOfficerPhone: phone } = row.record
  const purpose = 'worksite.labor-officer-phone'
  const known = standing?.phoneSealed ? vault.open(purpose, standing.phoneSealed) : null
  const isStale = String(standing?.standing['received_on'] ?? '') > row.source.receivedOn
  const isOtherName = laborOfficer !== null && laborOfficer !== standing?.standing['labor_officer_name']
  const isOtherPhone = phone !== null && phone !== known
  if (isStale || !(isOtherName || isOtherPhone)) {
    return false
  }
  await setLaborOfficer(tx, belonging.worksiteId, {
    name: laborOfficer,
    phone: isOtherPhone ? { sealed: vault.seal(purpose, phone), tail: tail4(phone) } : null,
  })
  return true
}

async function takeDevices(load: Load, { belonging, row }: Taking): Promise<boolean> {
  const serials = row.record.deviceSerials.flatMap((entry) => entry.split(/[\s,，、;；]+/))
  const { added, elsewhere } = await addDevices(load.tx, belonging, {
    serials,
    registeredOn: row.source.receivedOn,
  })
  for (const serial of elsewhere) {
    load.warn(row.source.row, 'worksites.device-elsewhere', { serial })
  }
  return added.length > 0
}

/** What is claimed over what stands: a blank erases nothing. */
function over<T extends object>(standing: T, claimed: Partial<T>): T {
  const said = Object.entries(claimed).filter(([, value]) => value !== null)
  return { ...standing, ...Object.fromEntries(said) }
}

function differs<T extends object>(standing: T, terms: T): boolean {
  const stands = new Map(Object.entries(standing))
  return Object.entries(terms).some(([key, value]) => stands.get(key) !== value)
}

function agrees(standing: string | null, claimed: string | null): boolean {
  return standing === null || claimed === null || standing === claimed
}
