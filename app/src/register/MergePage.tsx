import { showDate, today } from '@ke-vai/contract/date/date.ts'
import { mergeReasons, personMerge, personUnmerge, undoDays } from '@ke-vai/contract/register/merge.ts'
import { type PersonPage as Person, personRead, registerList } from '@ke-vai/contract/register/person.ts'
import { useState } from 'react'
import { useOwnClubId } from '../account/own-club.ts'
import { useRead } from '../api/use-read.ts'
import { AskSecond } from '../approval/approval.tsx'
import { useLanguage } from '../language/language.ts'
import { paths } from '../paths.ts'
import { Choice } from '../ui/Choice.tsx'
import { CodeSelect } from '../ui/CodeSelect.tsx'
import { Field } from '../ui/Field.tsx'
import { Page } from '../ui/Page.tsx'
import { Reading } from '../ui/Reading.tsx'

type Reason = keyof typeof mergeReasons

const words = {
  title: { vi: 'Gộp hai dòng của một người', en: 'Merge two lines of one person' },
  back: { vi: 'Người được hỗ trợ', en: 'The person' },
  kept: { vi: 'Dòng giữ lại', en: 'The line that is kept' },
  lead: {
    vi: `Khi chị ấy được ghi hai lần: sổ chỉ còn hiện dòng giữ lại, với việc đã làm của cả hai, và chị ấy đếm là một người. Không dòng nào bị xóa; trong ${undoDays} ngày có thể tách lại như cũ.`,
    en: `When she was entered twice: the book then shows the kept line alone, with what was done under both, and she counts as one person. No line is deleted; within ${undoDays} days it can be taken back.`,
  },
  who: {
    vi: 'Ai không được xem một trong hai dòng sẽ không xem được cả hai.',
    en: 'Whoever may not see one of the two will see neither.',
  },
  code: { vi: 'Mã số của dòng kia', en: 'Code of the other line' },
  codeHint: { vi: 'Gõ vài số cuối, rồi chọn.', en: 'Type the last digits, then choose.' },
  other: { vi: 'Dòng gộp vào', en: 'The line that is merged' },
  nobody: { vi: 'Không có dòng nào khác khớp với mã này.', en: 'No other line has this code.' },
  reason: { vi: 'Vì sao biết là một người', en: 'How you know that it is one person' },
  choose: { vi: 'Chọn', en: 'Choose' },
  ask: { vi: 'Đề nghị gộp', en: 'Ask to merge' },
  merged: { vi: 'Đã gộp vào dòng này', en: 'Merged into this line' },
  undoUntil: { vi: 'Tách lại được đến', en: 'Can be taken back until' },
  undo: { vi: 'Đề nghị tách lại', en: 'Ask to take it back' },
} as const

/** The other line is chosen by its code; what is asked is agreed on by a second person. */
export function MergePage({ personId }: { personId: string }) {
  const { say } = useLanguage()
  const clubId = useOwnClubId()
  const person = useRead(personRead, { clubId, personId }, {})
  return (
    <Page title={say(words.title)} back={{ href: paths.person(personId), text: say(words.back) }}>
      <Reading of={person}>
        {(data) => (
          <div className="stack">
            <dl className="facts">
              <div>
                <dt>{say(words.kept)}</dt>
                <dd className="code">{data.code}</dd>
              </div>
            </dl>
            <p>{say(words.lead)}</p>
            <p className="quiet">{say(words.who)}</p>
            <MergedLines clubId={clubId} person={data} />
            <ChooseOther clubId={clubId} person={data} />
          </div>
        )}
      </Reading>
    </Page>
  )
}

function MergedLines({ clubId, person }: { clubId: string; person: Person }) {
  const { say } = useLanguage()
  if (person.merged.length === 0) return null
  return (
    <section className="stack">
      <h2>{say(words.merged)}</h2>
      <ul className="cards">
        {person.merged.map(({ id, code, mergeId, undoUntil }) => (
          <li key={id} className="card stack">
            <p className="code">{code}</p>
            {mergeId !== null && undoUntil !== null && (
              <AskSecond
                command={personUnmerge}
                args={() => ({ clubId, mergeId, keptId: person.id, mergedId: id })}
                submit={say(words.undo)}
              >
                <p>
                  {say(words.undoUntil)} {showDate(today(new Date(undoUntil)))}
                </p>
              </AskSecond>
            )}
          </li>
        ))}
      </ul>
    </section>
  )
}

function ChooseOther({ clubId, person }: { clubId: string; person: Person }) {
  const { say } = useLanguage()
  const [code, setCode] = useState('')
  const [mergedId, setMergedId] = useState<string | null>(null)
  const [reason, setReason] = useState<Reason | ''>('')
  const typed = code.trim()
  const found = useRead(registerList, { clubId }, { code: typed === '' ? person.code : typed, limit: 10 })
  const others = (data: { lines: { id: string; code: string }[] }) =>
    typed === '' ? [] : data.lines.filter((line) => line.id !== person.id)
  return (
    <AskSecond
      command={personMerge}
      ready={mergedId !== null && reason !== ''}
      submit={say(words.ask)}
      args={() => ({
        clubId,
        mergeId: crypto.randomUUID(),
        keptId: person.id,
        mergedId: mergedId ?? '',
        reason: reason as Reason,
      })}
    >
      <Field label={say(words.code)} hint={say(words.codeHint)}>
        <input
          inputMode="numeric"
          autoComplete="off"
          value={code}
          onChange={(event) => {
            setCode(event.target.value)
            setMergedId(null)
          }}
        />
      </Field>
      <Reading of={found}>
        {(data) =>
          others(data).length > 0 ? (
            <Choice
              label={say(words.other)}
              options={others(data).map((line) => ({ code: line.id, text: line.code }))}
              chosen={mergedId === null ? [] : [mergedId]}
              onChange={([id]) => setMergedId(id ?? null)}
            />
          ) : (
            <p className="quiet">{typed !== '' && say(words.nobody)}</p>
          )
        }
      </Reading>
      <CodeSelect
        label={say(words.reason)}
        codes={mergeReasons}
        none={say(words.choose)}
        value={reason}
        onChange={setReason}
      />
    </AskSecond>
  )
}
