import { useMutation, useQueryClient } from '@tanstack/react-query'
import { Alert, Button, Form, Input, Select, Space } from 'antd'

import type { IntakeAnswer, IntakeItem, IntakeProblem } from '../../../contract/endpoints/intake.ts'
import { templateKinds } from '../../../contract/intake.ts'
import { call } from '../../app/api.ts'
import { useLocale, useSay } from '../../app/locale.ts'

interface AnswerProps {
  intakeId: string
  problem: IntakeProblem
}

interface Candidate {
  code: string
  name: string
}

interface Unknown {
  title: string
  candidates?: readonly string[]
}

function listOf<T>(value: unknown): readonly T[] {
  return Array.isArray(value) ? value : []
}

/**
 * 答复 — the one thing that a message asks for: the worksite, the month, the number, the device, or what
 * columns mean.
 */
export function AnswerForm({ intakeId, problem }: AnswerProps) {
  const say = useSay()
  const { locale } = useLocale()
  const client = useQueryClient()
  const answering = useMutation({
    mutationFn: (answer: IntakeAnswer) =>
      call<IntakeItem>(`/api/intakes/${intakeId}/answers`, { locale, method: 'POST', json: answer }),
    onSuccess: () => client.invalidateQueries(),
  })
  const finish = (values: IntakeAnswer) => {
    const mapping = Object.entries(values.mapping ?? {}).filter(([, field]) => field !== undefined)
    const { mapping: _, ...rest } = values
    answering.mutate(mapping.length === 0 ? rest : { ...rest, mapping: Object.fromEntries(mapping) })
  }
  return (
    <Form<IntakeAnswer> layout="vertical" style={{ marginTop: 16, maxWidth: 560 }} onFinish={finish}>
      <Question problem={problem} />
      <Space>
        <Button type="primary" htmlType="submit" loading={answering.isPending}>
          {say('imports.answer')}
        </Button>
      </Space>
      {answering.error !== null && (
        <Alert style={{ marginTop: 12 }} type="error" showIcon title={answering.error.message} />
      )}
    </Form>
  )
}

function Question({ problem }: { problem: IntakeProblem }) {
  const say = useSay()
  const required = [{ required: true, message: say('imports.answer-required') }]
  switch (problem.code) {
    case 'ask.worksite':
      return (
        <Form.Item name="worksite" label={say('imports.ask.worksite')} rules={required}>
          <Select
            showSearch
            options={listOf<Candidate>(problem.data['candidates']).map(({ code, name }) => ({
              value: code,
              label: `${name}（${code}）`,
            }))}
          />
        </Form.Item>
      )
    case 'ask.month':
      return (
        <Form.Item name="month" label={say('imports.ask.month')} rules={required}>
          <Input type="month" placeholder="2026-03" />
        </Form.Item>
      )
    case 'ask.device':
      return (
        <Form.Item name="device" label={say('imports.ask.device')} rules={required}>
          <Input />
        </Form.Item>
      )
    case 'ask.kind':
      return (
        <Form.Item name="kind" label={say('imports.ask.kind')} rules={required}>
          <Select options={templateKinds.map((value) => ({ value, label: say(`intake.kind.${value}`) }))} />
        </Form.Item>
      )
    case 'ask.mapping':
      return <Mapping problem={problem} />
    default:
      return (
        <Form.Item name="number" label={say('imports.ask.number')} rules={required}>
          <Input />
        </Form.Item>
      )
  }
}

function Mapping({ problem }: { problem: IntakeProblem }) {
  const say = useSay()
  const fields = listOf<string>(problem.data['fields'])
  return (
    <>
      {listOf<Unknown>(problem.data['unknown']).map((unknown) => (
        <Form.Item key={unknown.title} name={['mapping', unknown.title]} label={unknown.title}>
          <Select
            allowClear
            options={[...(unknown.candidates ?? fields), 'ignore'].map((field) => ({
              value: field,
              label: say(`field.${field}`),
            }))}
          />
        </Form.Item>
      ))}
    </>
  )
}
