import { Card, Col } from 'antd'
import type { ReactNode } from 'react'

interface FigureProps {
  title: string
  note?: string
  /** Columns of 24 on a narrow page, and on a wide one. */
  spans: readonly [narrow: number, wide: number]
  children: ReactNode
}

/** 数字卡 — one figure of a row of figures, with what it means. */
export function Figure({ title, note, spans: [narrow, wide], children }: FigureProps) {
  return (
    <Col xs={24} sm={narrow} xl={wide}>
      <Card styles={{ body: { padding: '14px 20px', minHeight: 108 } }} style={{ height: '100%' }}>
        <h2 className="figure-title">{title}</h2>
        {children}
        {note !== undefined && <div className="quiet">{note}</div>}
      </Card>
    </Col>
  )
}
