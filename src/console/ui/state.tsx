import { Button, Result, Spin } from 'antd'
import type { ReactNode } from 'react'

import { ApiError } from '../app/api.ts'
import { useSay } from '../app/locale.ts'

interface Asked<T> {
  data: T | undefined
  error: Error | null
  refetch(): unknown
}

interface ReadProps<T> {
  asked: Asked<T>
  /** What takes so long, where it does. */
  loading?: string
  children: (data: T) => ReactNode
}

/** 读取状态 — shows loading, failure, or what was read. */
export function Read<T>({ asked, loading, children }: ReadProps<T>) {
  const say = useSay()
  if (asked.data !== undefined) {
    return <>{children(asked.data)}</>
  }
  if (asked.error !== null) {
    const status = asked.error instanceof ApiError && asked.error.status === 403 ? '403' : 'error'
    return (
      <Result
        status={status}
        title={say('page.failed')}
        subTitle={asked.error.message}
        extra={<Button onClick={() => void asked.refetch()}>{say('page.retry')}</Button>}
      />
    )
  }
  return (
    <div style={{ padding: 64, textAlign: 'center' }} role="status">
      <Spin /> <span style={{ marginLeft: 8 }}>{loading ?? say('page.loading')}</span>
    </div>
  )
}
