import { CloseOutlined } from '@ant-design/icons'
import { Button, DatePicker, Input, Segmented, Select, Space } from 'antd'
import dayjs from 'dayjs'
import 'dayjs/locale/zh-cn'

import { messageCodes } from '../../../contract/messages/index.ts'
import { useSay } from '../../app/locale.ts'
import { type Level, levelNames } from '../../ui/level-tag.tsx'
import { type FindingSearch, findingStates } from './search.ts'

/** Every rule has a name in the catalogue of texts. */
const ruleIds = messageCodes().flatMap((code) => /^rule\.(.+)\.name$/.exec(code)?.[1] ?? [])

interface FindingFiltersProps {
  search: FindingSearch
  /** The name of the one worksite that is asked about, once it is known. */
  worksiteName: string | undefined
  onChange(change: FindingSearch): void
}

/** 命中筛选 — state, level, rule, day and worksite; a day asks what was open then, whatever became of it. */
export function FindingFilters({ search, worksiteName, onChange }: FindingFiltersProps) {
  const say = useSay()
  return (
    <Space wrap style={{ marginBottom: 16 }}>
      <Segmented
        aria-label={say('findings.state')}
        value={search.state ?? 'open'}
        disabled={search.asOf !== undefined}
        onChange={(state) => onChange({ state })}
        options={findingStates.map((value) => ({ value, label: say(`findings.state.${value}`) }))}
      />
      <Select<Level | ''>
        aria-label={say('findings.column.level')}
        style={{ width: 120 }}
        value={search.level ?? ''}
        onChange={(level) => onChange({ level: level === '' ? undefined : level })}
        options={[
          { value: '', label: say('findings.all-levels') },
          ...levelNames.map((value) => ({ value, label: say(`level.${value}`) })),
        ]}
      />
      <Select
        aria-label={say('findings.column.rule')}
        style={{ width: 210 }}
        value={search.rule ?? ''}
        onChange={(rule) => onChange({ rule: rule === '' ? undefined : rule })}
        options={[
          { value: '', label: say('findings.all-rules') },
          ...ruleIds.map((value) => ({ value, label: say(`rule.${value}.name`) })),
        ]}
      />
      <DatePicker
        aria-label={say('findings.as-of')}
        placeholder={say('findings.as-of')}
        value={search.asOf === undefined ? null : dayjs(search.asOf)}
        showNow={false}
        onChange={(day) => onChange({ asOf: day?.format('YYYY-MM-DD'), state: undefined })}
      />
      <Input.Search
        key={search.worksite ?? ''}
        aria-label={say('findings.search')}
        placeholder={say('findings.search')}
        defaultValue={search.worksite ?? ''}
        allowClear
        style={{ width: 240 }}
        onSearch={(text) => onChange({ worksite: text.trim() === '' ? undefined : text.trim() })}
      />
      {search.worksiteId !== undefined && (
        <Button
          icon={<CloseOutlined aria-hidden />}
          iconPlacement="end"
          title={say('findings.all-worksites')}
          onClick={() => onChange({ worksiteId: undefined })}
        >
          {say('findings.one-worksite', { name: worksiteName ?? say('findings.this-worksite') })}
        </Button>
      )}
    </Space>
  )
}
