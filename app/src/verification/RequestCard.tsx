import { showDate, today } from '@ke-vai/contract/date/date.ts'
import type { ResponseOf } from '@ke-vai/contract/endpoint.ts'
import { type requestInbox, requestOpen } from '@ke-vai/contract/verification/request.ts'
import {
  declineReasons,
  requestAnswers,
  requestPurposes,
  requestStates,
  type SharedField,
  sharedFields,
} from '@ke-vai/contract/verification/request-codes.ts'
import { sendNow } from '../api/api.ts'
import { readAgain } from '../api/use-read.ts'
import { Clock } from '../case/Clock.tsx'
import { SealedWords } from '../case/SealedWords.tsx'
import { Opening } from '../club/Opening.tsx'
import { useLanguage } from '../language/language.ts'
import { AnswerForm, DecideForm, DeclineForm } from './AnswerForms.tsx'

type InboxRequest = ResponseOf<typeof requestInbox>['requests'][number]

const words = {
  from: { vi: 'Từ', en: 'From' },
  holds: { vi: 'Gồm', en: 'With' },
  left: { vi: 'còn mở được', en: 'openings left' },
  until: { vi: 'hết hạn', en: 'runs out' },
  expired: { vi: 'Đã hết hạn', en: 'Ran out' },
  consentEnded: { vi: 'Đồng ý đã hết hạn', en: 'The consent has run out' },
  open: { vi: 'Mở yêu cầu', en: 'Open the request' },
  answer: { vi: 'Trả lời', en: 'Answer' },
  decide: { vi: 'Trả lời bằng quyết định', en: 'Answer with the decision' },
  decline: { vi: 'Không nhận được', en: 'Cannot take it' },
  openFirst: { vi: 'Mở yêu cầu rồi trả lời.', en: 'Open the request, then answer it.' },
} as const

const standingOf = (request: InboxRequest) =>
  request.consentEnded ? words.consentEnded : request.expired ? words.expired : requestStates[request.state]

/** One request: its code, what it holds, its clock; opened on request, then answered or declined. */
export function RequestCard(props: { organisationId: string; request: InboxRequest; open: boolean }) {
  const { organisationId, request, open } = props
  const { say } = useLanguage()
  const asked = { organisationId, requestId: request.id }
  return (
    <>
      <div>
        <strong>
          <span className="code">{request.caseCode}</span> · {say(requestPurposes[request.purpose])}
        </strong>
        <p className="quiet">
          {say(words.from)} {request.from}, {showDate(today(new Date(request.sentAt)))}
        </p>
        <p className="quiet">
          {say(words.holds)}: {request.fields.map((each) => say(sharedFields[each])).join(', ')}
        </p>
        {open ? (
          <p className="quiet">
            {say(words.left)}: {request.openingsLeft} · {say(words.until)}{' '}
            {showDate(today(new Date(request.expiresAt)))}
          </p>
        ) : (
          <p>
            {say(standingOf(request))}
            {request.answer && `: ${say(requestAnswers[request.answer])}`}
            {request.declineReason && `: ${say(declineReasons[request.declineReason])}`}
          </p>
        )}
      </div>
      {open && (
        <>
          <Clock due={{ kind: 'request_answer', dueAt: request.dueAt }} />
          <SealedWords
            text={say(words.open)}
            open={async () => {
              const { shared } = await sendNow(requestOpen, asked)
              readAgain()
              return (Object.keys(shared) as SharedField[]).map(
                (each) => `${say(sharedFields[each])}: ${shared[each] ?? ''}`,
              )
            }}
          />
          {request.state === 'sent' && <p className="hint">{say(words.openFirst)}</p>}
          {request.state === 'opened' && (
            <Opening text={say(words.answer)} look="main">
              {(close) => <AnswerForm {...asked} onDone={close} />}
            </Opening>
          )}
          {request.state === 'opened' && request.purpose === 'decision' && (
            <Opening text={say(words.decide)}>{(close) => <DecideForm {...asked} onDone={close} />}</Opening>
          )}
          <Opening text={say(words.decline)} look="link">
            {(close) => <DeclineForm {...asked} onDone={close} />}
          </Opening>
        </>
      )}
    </>
  )
}
