import { showDate } from '@ke-vai/contract/date/date.ts'
import { type Wish, type WishAbout, wishes, wishesAbout } from '@ke-vai/contract/need/codes.ts'
import { needWish } from '@ke-vai/contract/need/need.ts'
import { foldWishes } from '@ke-vai/contract/need/state.ts'
import { useState } from 'react'
import { CommandForm } from '../club/CommandForm.tsx'
import { Opening } from '../club/Opening.tsx'
import { useLanguage } from '../language/language.ts'
import { Choice } from '../ui/Choice.tsx'
import { optionsOf } from '../ui/options.ts'
import type { PartProps } from './part.ts'

const words = {
  title: { vi: 'Mong muốn của người được hỗ trợ', en: 'What she wishes' },
  free: {
    vi: '«Chưa muốn lúc này» không làm mất hỗ trợ nào. Ghi lại để không ai phải hỏi lại.',
    en: '“Not now” costs no support. It is written down so that nobody asks again.',
  },
  add: { vi: 'Ghi một mong muốn', en: 'Write a wish' },
  about: { vi: 'Về việc', en: 'About' },
  wish: { vi: 'Người được hỗ trợ', en: 'She says' },
  save: { vi: 'Lưu', en: 'Save' },
} as const

/** What she wants or does not want at present. */
export function WishSection({ organisationId, caseId, entries, writes }: PartProps) {
  const { say } = useLanguage()
  const [about, setAbout] = useState<WishAbout | null>(null)
  const [wish, setWish] = useState<Wish | null>(null)
  const now = [...foldWishes(entries)]
  return (
    <section className="stack">
      <h2>{say(words.title)}</h2>
      <p className="quiet">{say(words.free)}</p>
      {now.length > 0 && (
        <ul>
          {now.map(([each, said]) => (
            <li key={each}>
              {say(wishesAbout[each])}: <strong>{say(wishes[said.wish])}</strong>{' '}
              <span className="quiet">{showDate(said.onDay)}</span>
            </li>
          ))}
        </ul>
      )}
      {writes && (
        <Opening text={say(words.add)}>
          {(close) => (
            <CommandForm
              command={needWish}
              submit={say(words.save)}
              ready={about !== null && wish !== null}
              args={() => ({ organisationId, caseId, about: about ?? 'visits', wish: wish ?? 'not_now' })}
              onDone={() => {
                setAbout(null)
                setWish(null)
                close()
              }}
            >
              <Choice
                label={say(words.about)}
                options={optionsOf(wishesAbout, say)}
                chosen={about === null ? [] : [about]}
                onChange={([code]) => setAbout(code ?? null)}
              />
              <Choice
                label={say(words.wish)}
                options={optionsOf(wishes, say)}
                chosen={wish === null ? [] : [wish]}
                onChange={([code]) => setWish(code ?? null)}
              />
            </CommandForm>
          )}
        </Opening>
      )}
    </section>
  )
}
