import type { ReactNode } from 'react'

interface WideProps {
  label: string
  children: ReactNode
}

/** 横向滚动区 — holds what may be wider than the page, and can be scrolled by keyboard. */
export function Wide({ label, children }: WideProps) {
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: who has no pointer must be able to scroll it
    <section className="wide" aria-label={label} tabIndex={0}>
      {children}
    </section>
  )
}
