export { createInventor, type InventedPerson, type Inventor, type PersonOptions } from './inventor.ts'
export type { NameKind } from './names.ts'
export type { CompanyKind, InventedBank, InventedCompany, InventedProject } from './organizations.ts'
