import { useQuery } from '@tanstack/react-query'
import { Card, Descriptions } from 'antd'

import type { SourceRow } from '../../../contract/endpoints/intake.ts'
import { call, query } from '../../app/api.ts'
import { useLocale, useSay } from '../../app/locale.ts'
import { Read } from '../../ui/state.tsx'

interface SourceRowProps {
  intakeId: string
  sheet: string
  row: number
}

/** 来源行 — a row as it was sent, under its own titles; long numbers are masked. */
export function SourceRowCard({ intakeId, sheet, row }: SourceRowProps) {
  const say = useSay()
  const { locale } = useLocale()
  const asked = useQuery({
    queryKey: ['source', intakeId, sheet, row, locale],
    queryFn: () => call<SourceRow>(`/api/intakes/${intakeId}/source${query({ sheet, row })}`, { locale }),
  })
  return (
    <Card title={say('imports.source-row', { sheet, row })} style={{ borderColor: '#0b5cad' }}>
      <Read asked={asked}>
        {(source) => (
          <Descriptions
            size="small"
            bordered
            column={{ xs: 1, sm: 2, lg: 3 }}
            items={source.cells.map((cell, index) => ({
              key: String(index),
              label: cell.title || '—',
              children: cell.text || '—',
            }))}
          />
        )}
      </Read>
    </Card>
  )
}
