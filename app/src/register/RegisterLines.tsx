import { useEffect, useRef } from 'react'
import { useLanguage } from '../language/language.ts'
import { BegunAnew } from '../ui/BegunAnew.tsx'
import { Button } from '../ui/Button.tsx'
import { Notice } from '../ui/Notice.tsx'
import { Reading } from '../ui/Reading.tsx'
import { usePendingContacts } from './pending.ts'
import { RegisterLineCard } from './RegisterLine.tsx'
import { type RegisterFilters, useRegisterPages } from './use-register-pages.ts'

const words = {
  empty: {
    vi: 'Sổ còn trống. Chị có thể nhập sổ giấy (tệp Excel) hoặc ghi người đầu tiên.',
    en: 'The register is empty. Bring in the paper register (an Excel file) or enter the first person.',
  },
  noMatch: { vi: 'Không có ai khớp với cách lọc này.', en: 'Nobody matches this filter.' },
  more: { vi: 'Xem thêm', en: 'Show more' },
  asking: { vi: 'Đang mở thêm…', en: 'Opening more…' },
} as const

/** The cards of the register for one question, as far as they were opened, and how many there are. */
export function RegisterLines({ clubId, filters }: { clubId: string; filters: RegisterFilters }) {
  const { say } = useLanguage()
  const pending = usePendingContacts()
  const pages = useRegisterPages(clubId, filters)
  const { lines, total, overdue, hasMore } = pages
  const cards = useRef<HTMLUListElement>(null)
  /** How many cards there were when more were asked for; null when nobody waits. */
  const before = useRef<number | null>(null)

  // The button keeps the focus; with the last page it is gone, and the first card that came takes its place.
  useEffect(() => {
    if (before.current === null || lines.length <= before.current) return
    if (!hasMore) cards.current?.children[before.current]?.querySelector('a')?.focus()
    before.current = null
  }, [lines.length, hasMore])

  return (
    <Reading of={pages.first}>
      {() => (
        <>
          <p className="quiet" role="status">
            {say(
              hasMore
                ? {
                    vi: `Đang hiện ${lines.length} trong ${total} người`,
                    en: `${lines.length} of ${total} persons are shown`,
                  }
                : { vi: `${lines.length} người`, en: `${lines.length} persons` },
            )}
            {overdue > 0 && say({ vi: ` · ${overdue} người quá hẹn`, en: ` · ${overdue} overdue` })}
          </p>
          {lines.length === 0 && (
            <p className="empty">{say(Object.keys(filters).length > 0 ? words.noMatch : words.empty)}</p>
          )}
          <ul className="cards" ref={cards}>
            {lines.map((line) => (
              <RegisterLineCard
                key={line.id}
                line={line}
                pending={pending.filter((each) => each.personId === line.id).length}
              />
            ))}
          </ul>
          {/* Down here, where she pressed the button: the top of the list is far away. */}
          {pages.begunAnew && <BegunAnew />}
          {pages.problem && <Notice kind="careful">{say(pages.problem)}</Notice>}
          {hasMore && (
            // Not disabled while it waits: that would take the focus away.
            <Button
              look="quiet"
              wide
              aria-disabled={pages.asking}
              onClick={() => {
                if (pages.asking) return
                before.current = lines.length
                pages.more()
              }}
            >
              {say(pages.asking ? words.asking : words.more)}
            </Button>
          )}
        </>
      )}
    </Reading>
  )
}
