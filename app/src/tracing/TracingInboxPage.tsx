import { showMoment } from '@ke-vai/contract/date/date.ts'
import { clueKinds, type TracingAnswer, tracingAnswers } from '@ke-vai/contract/tracing/codes.ts'
import { tracingAnswer, tracingInbox, tracingOpen } from '@ke-vai/contract/tracing/tracing.ts'
import { useState } from 'react'
import { sendNow } from '../api/api.ts'
import { useRead } from '../api/use-read.ts'
import { useOwnAgency } from '../case/own-agency.ts'
import { SealedWords } from '../case/SealedWords.tsx'
import { CommandForm } from '../club/CommandForm.tsx'
import { Opening } from '../club/Opening.tsx'
import { useLanguage } from '../language/language.ts'
import { Choice } from '../ui/Choice.tsx'
import { Field } from '../ui/Field.tsx'
import { optionsOf } from '../ui/options.ts'
import { Page } from '../ui/Page.tsx'
import { Reading } from '../ui/Reading.tsx'

const words = {
  title: { vi: 'Nơi khác hỏi về quê', en: 'Where is this home?' },
  lead: {
    vi: 'Có người đang tìm lại quê mình. Ở đây chỉ có điều người ấy nhớ, không có tên. Xin đừng tìm gặp gia đình khi chưa được nhờ.',
    en: 'Somebody is looking for her home. Here stands only what she remembers, no name. Please do not seek out a family unasked.',
  },
  none: {
    vi: 'Chưa có câu hỏi nào. Khi nơi khác gửi điều một người nhớ được, câu hỏi hiện ở đây.',
    en: 'Nothing is asked. What somebody remembers appears here when another body sends it.',
  },
  open: { vi: 'Xem điều nhớ được', en: 'See what is remembered' },
  answer: { vi: 'Trả lời', en: 'Answer' },
  note: {
    vi: 'Nơi ấy là đâu, vì sao biết (không bắt buộc)',
    en: 'Where it is, and how you know (may stay empty)',
  },
  send: { vi: 'Gửi trả lời', en: 'Send the answer' },
} as const

/** What other bodies ask of this one: clues of a home, and whose case it is, is not said. */
export function TracingInboxPage() {
  const { say } = useLanguage()
  const { organisationId } = useOwnAgency('tracing.answer')
  const inbox = useRead(tracingInbox, { organisationId }, {})
  return (
    <Page title={say(words.title)}>
      <p className="quiet">{say(words.lead)}</p>
      <Reading of={inbox}>
        {({ requests }) => (
          <>
            {requests.length === 0 && <p className="empty">{say(words.none)}</p>}
            <ul className="cards">
              {requests.map((each) => (
                <li key={each.id} className="card stack">
                  <strong>{each.kinds.map((kind) => say(clueKinds[kind])).join(' · ')}</strong>
                  <span className="quiet">
                    {each.from} · {showMoment(each.sentAt)}
                  </span>
                  <SealedWords
                    text={say(words.open)}
                    open={async () => {
                      const asked = { organisationId, requestId: each.id }
                      const { sent } = await sendNow(tracingOpen, asked)
                      return sent.map((clue) => `${say(clueKinds[clue.kind])}: ${clue.words}`)
                    }}
                  />
                  {each.answer ? (
                    <span className="good">{say(tracingAnswers[each.answer])}</span>
                  ) : (
                    <Answer organisationId={organisationId} requestId={each.id} />
                  )}
                </li>
              ))}
            </ul>
          </>
        )}
      </Reading>
    </Page>
  )
}

function Answer({ organisationId, requestId }: { organisationId: string; requestId: string }) {
  const { say } = useLanguage()
  const [answer, setAnswer] = useState<TracingAnswer | null>(null)
  const [note, setNote] = useState('')
  return (
    <Opening text={say(words.answer)}>
      {(close) => (
        <CommandForm
          command={tracingAnswer}
          submit={say(words.send)}
          ready={answer !== null}
          args={() => ({ organisationId, requestId, answer: answer ?? 'not_here', words: note })}
          onDone={close}
        >
          <Choice
            label={say(words.answer)}
            options={optionsOf(tracingAnswers, say)}
            chosen={answer === null ? [] : [answer]}
            onChange={([code]) => setAnswer(code ?? null)}
          />
          <Field label={say(words.note)}>
            <input maxLength={4000} value={note} onChange={(event) => setNote(event.target.value)} />
          </Field>
        </CommandForm>
      )}
    </Opening>
  )
}
