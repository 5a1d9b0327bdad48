import type { Words } from '@ke-vai/contract/words.ts'
import type { ReactNode } from 'react'
import { useLanguage } from '../language/language.ts'

/** One step of the meeting, numbered as it is called out. */
export function Step({ no, title, children }: { no: number; title: Words; children: ReactNode }) {
  const { say } = useLanguage()
  return (
    <section className="card stack" aria-labelledby={`step-${no}`}>
      <h2 id={`step-${no}`} className="step-title">
        <span className="step-no">{no}</span> {say(title)}
      </h2>
      {children}
    </section>
  )
}
