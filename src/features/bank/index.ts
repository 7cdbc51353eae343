export { bankResultsLoader } from './results.loader.ts'
export { bankStatementLoader } from './statement.loader.ts'
export { bankWithdrawer } from './withdrawer.store.ts'
