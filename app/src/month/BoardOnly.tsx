import { type ReactNode, useId } from 'react'
import { useLanguage } from '../language/language.ts'

const words = {
  title: { vi: 'Phần riêng của Ban chủ nhiệm', en: "The board's own part" },
  who: {
    vi: 'Chỉ Ban chủ nhiệm và cán bộ Hội LHPN phường đọc được. Thành viên khác không thấy ô này.',
    en: 'Only the board and the ward officer can read this. Other members do not see this box.',
  },
} as const

/** A box that is plainly not for everybody. */
export function BoardOnly({ children }: { children: ReactNode }) {
  const { say } = useLanguage()
  const title = useId()
  return (
    <section className="board-only stack" aria-labelledby={title}>
      <div>
        <h3 id={title}>
          <span aria-hidden="true">▣ </span>
          {say(words.title)}
        </h3>
        <p className="hint">{say(words.who)}</p>
      </div>
      {children}
    </section>
  )
}
