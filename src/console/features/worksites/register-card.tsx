import { Link } from '@tanstack/react-router'
import { Card, Descriptions } from 'antd'
import type { ReactNode } from 'react'

import type { WorksiteDetail } from '../../../contract/endpoints/worksites.ts'
import { useSay } from '../../app/locale.ts'
import { yuan } from '../../ui/format.ts'

type Say = ReturnType<typeof useSay>

/** 登记事项 — what the register says of a worksite, with a link to the row that said it last. */
export function RegisterCard({ detail }: { detail: WorksiteDetail }) {
  const say = useSay()
  const { source } = detail
  return (
    <Card
      title={<h2>{say('worksite.register')}</h2>}
      extra={
        source !== null && (
          <Link
            to="/imports/$intakeId"
            params={{ intakeId: source.intakeId }}
            search={{ sheet: source.sheet, row: source.row }}
          >
            {say('worksite.source')}
          </Link>
        )
      }
    >
      <Descriptions
        size="small"
        column={1}
        items={[
          ...parties(detail, say),
          ...days(detail, say),
          ...pay(detail, say),
          ...money(detail, say),
        ].map(([key, children]) => ({ key, label: say(`worksite.${key}`), children }))}
      />
    </Card>
  )
}

type Item = readonly [key: string, children: ReactNode]

function parties({ worksite, ownerName, ...detail }: WorksiteDetail, say: Say): Item[] {
  const operates = worksite.kind === 'project' ? 'contractor' : 'operator'
  const { laborOfficerName: name, laborOfficerPhoneTail: tail } = detail
  return [
    ['area', worksite.areaName],
    ['sector', say(`worksite.sector.${worksite.sector}`)],
    ...(ownerName === '' ? [] : [['owner', ownerName] as const]),
    [operates, worksite.contractorName],
    ['officer', name === '' ? '—' : tail === '' ? name : say('worksite.officer-text', { name, tail })],
  ]
}

/** Of an establishment nobody expects a contract or a permit: what is not there is left out. */
function days(detail: WorksiteDetail, say: Say): Item[] {
  const said: readonly (readonly [string, string | null])[] = [
    ['contract-sum', detail.contractFen === null ? null : yuan(detail.contractFen)],
    ['contract-signed', detail.contractSignedOn],
    ['permit', detail.permitOn],
    ['starts', detail.startsOn],
    ['ends', detail.endsOn],
    ['completed', detail.completedOn],
    ['notice', detail.rightsNoticeOn],
  ]
  const pauses = detail.pauses.map((pause) => <div key={pause.from}>{say('worksite.pause-text', pause)}</div>)
  return [
    ...said.filter(([, value]) => value !== null),
    ...(pauses.length === 0 ? [] : [['pauses', <div key="pauses">{pauses}</div>] as const]),
  ]
}

function pay(detail: WorksiteDetail, say: Say): Item[] {
  const { payDay, payMonthOffset, laborCostFen, laborCostPayDay, laborCostCycleMonths } = detail
  return [
    ['pay-day', payDay === null ? '—' : say(`worksite.pay-day.${payMonthOffset}`, { day: payDay })],
    ...(laborCostFen === null
      ? []
      : [
          [
            'labor-cost',
            say('worksite.labor-cost-text', {
              months: laborCostCycleMonths ?? 1,
              amount: yuan(laborCostFen),
              day: laborCostPayDay,
            }),
          ] as const,
        ]),
  ]
}

function money(detail: WorksiteDetail, say: Say): Item[] {
  const lines = (texts: readonly string[]) =>
    texts.length === 0
      ? say('worksite.account-none')
      : [...new Set(texts)].map((text) => <div key={text}>{text}</div>)
  const accounts = detail.accounts.map(({ bankName: bank, numberTail: tail, ...on }) =>
    joined([
      say('worksite.account-text', { bank: bank === '' ? '—' : bank, tail }),
      dated(say, 'worksite.account-opened', on.openedOn),
      dated(say, 'worksite.account-agreed', on.agreementOn),
      dated(say, 'worksite.account-closed', on.closedOn),
    ]),
  )
  const deposits = detail.deposits.map(({ form, amountFen, storedOn, expiresOn }) =>
    joined([
      say(`worksite.deposit.${form}`),
      amountFen === null ? '' : say('worksite.amount-text', { amount: yuan(amountFen) }),
      dated(say, 'worksite.stored-text', storedOn),
      dated(say, 'worksite.expires-text', expiresOn),
    ]),
  )
  const guarantees = detail.guarantees.map(({ amountFen, givenOn, expiresOn }) =>
    joined([
      amountFen === null ? '' : say('worksite.amount-text', { amount: yuan(amountFen) }),
      dated(say, 'worksite.guarantee-given', givenOn),
      dated(say, 'worksite.expires-text', expiresOn),
    ]),
  )
  const project = detail.worksite.kind === 'project'
  return [
    ...(project || accounts.length > 0
      ? [['account', <div key="account">{lines(accounts)}</div>] as const]
      : []),
    ...(project || deposits.length > 0
      ? [['deposit', <div key="deposit">{lines(deposits)}</div>] as const]
      : []),
    ...(project || guarantees.length > 0
      ? [['guarantee', <div key="guarantee">{lines(guarantees)}</div>] as const]
      : []),
  ]
}

function dated(say: Say, code: string, day: string | null): string {
  return day === null ? '' : say(code, { day })
}

function joined(texts: readonly string[]): string {
  return texts.filter((text) => text !== '').join(' · ')
}
