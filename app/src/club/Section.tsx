import { type ReactNode, useId } from 'react'

/** One part of the club's page; its anchor takes the focus, so that the keyboard goes on from there. */
export function Section({ id, title, children }: { id: string; title: string; children: ReactNode }) {
  const heading = useId()
  return (
    <section id={id} tabIndex={-1} aria-labelledby={heading} className="card stack">
      <h2 id={heading}>{title}</h2>
      {children}
    </section>
  )
}

/** One fact with its name. An empty one says so in words. */
export function Fact({ term, children }: { term: string; children: ReactNode }) {
  return (
    <div>
      <dt>{term}</dt>
      <dd>{children}</dd>
    </div>
  )
}
