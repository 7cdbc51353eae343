import { percent } from '../../ui/format.ts'

interface ShareProps {
  part: number
  whole: number
}

/** 占比 — a share with its counts; what falls short of the whole stands out. */
export function Share({ part, whole }: ShareProps) {
  if (whole === 0) {
    return '—'
  }
  return (
    <span className="number">
      <span className={part < whole ? 'short' : undefined}>{percent(part, whole)}</span>{' '}
      <span className="quiet">
        {part}/{whole}
      </span>
    </span>
  )
}

/** 数 — right-aligned in its column; a dash where there is none. */
export function Count({ of }: { of: number | null }) {
  return <span className="number">{of ?? '—'}</span>
}
