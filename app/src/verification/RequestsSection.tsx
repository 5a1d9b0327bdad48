import { showDate, today } from '@ke-vai/contract/date/date.ts'
import { answerOpen, type RequestShown, requestWithdraw } from '@ke-vai/contract/verification/request.ts'
import {
  declineReasons,
  requestAnswers,
  requestPurposes,
  requestStates,
  sharedFields,
} from '@ke-vai/contract/verification/request-codes.ts'
import { sendNow } from '../api/api.ts'
import { Clock } from '../case/Clock.tsx'
import { SealedWords } from '../case/SealedWords.tsx'
import { CommandForm } from '../club/CommandForm.tsx'
import { Opening } from '../club/Opening.tsx'
import { useLanguage } from '../language/language.ts'
import { nameOf, type PartProps } from './panel-data.ts'
import { SendRequestForm } from './SendRequestForm.tsx'

const words = {
  title: { vi: 'Yêu cầu gửi công an, biên phòng', en: 'Requests to police and border guard' },
  none: {
    vi: 'Chưa gửi yêu cầu nào. Nơi nhận chỉ thấy đúng những mục được gửi, không thấy hồ sơ.',
    en: 'No request was sent. The body that receives one sees exactly what is sent, never the case.',
  },
  send: { vi: 'Gửi một yêu cầu', en: 'Send a request' },
  shared: { vi: 'Đã gửi', en: 'Shared' },
  expired: { vi: 'Đã hết hạn', en: 'Ran out' },
  consentEnded: { vi: 'Đồng ý đã hết hạn', en: 'Her consent has run out' },
  openings: { vi: 'số lần đã mở', en: 'times opened' },
  until: { vi: 'có hiệu lực đến', en: 'open until' },
  withdraw: { vi: 'Rút yêu cầu', en: 'Withdraw' },
  withdrawing: {
    vi: 'Nơi nhận sẽ không mở được nữa.',
    en: 'The body will not be able to open it any more.',
  },
  open: { vi: 'Mở lời trả lời', en: 'Open the answer' },
} as const

/** What was asked of whom, with what, and what came back. */
export function RequestsSection(props: PartProps & { runs: boolean }) {
  const { say } = useLanguage()
  return (
    <section className="stack">
      <h2>{say(words.title)}</h2>
      {props.data.requests.length === 0 && <p className="empty">{say(words.none)}</p>}
      <ul className="cards">
        {props.data.requests.map((each) => (
          <li key={each.id} className="card stack">
            <RequestLine {...props} request={each} />
          </li>
        ))}
      </ul>
      {props.runs && (
        <Opening text={say(words.send)}>{(close) => <SendRequestForm {...props} onDone={close} />}</Opening>
      )}
    </section>
  )
}

const standingOf = (request: RequestShown) =>
  request.consentEnded ? words.consentEnded : request.expired ? words.expired : requestStates[request.state]

type LineProps = PartProps & { runs: boolean; request: RequestShown }

function RequestLine({ organisationId, caseId, data, runs, request }: LineProps) {
  const { say } = useLanguage()
  const waits = request.state === 'sent' || request.state === 'opened'
  const open = waits && !request.expired && !request.consentEnded
  const asked = { organisationId, caseId, requestId: request.id }
  const until = showDate(today(new Date(request.expiresAt)))
  return (
    <>
      <div>
        <strong>
          {say(requestPurposes[request.purpose])} · {nameOf(data.bodies, request.toOrganisationId)}
        </strong>
        <p>
          {say(standingOf(request))}
          {request.answer && `: ${say(requestAnswers[request.answer])}`}
          {request.declineReason && `: ${say(declineReasons[request.declineReason])}`}
        </p>
        <p className="quiet">
          {say(words.shared)}: {request.fields.map((each) => say(sharedFields[each])).join(', ')}
        </p>
        <p className="quiet">
          {showDate(today(new Date(request.sentAt)))} · {say(words.openings)}: {request.openings}
          {open && ` · ${say(words.until)} ${until}`}
        </p>
      </div>
      {open && <Clock due={{ kind: 'request_answer', dueAt: request.dueAt }} />}
      {runs && request.hasWords && (
        <SealedWords
          text={say(words.open)}
          open={async () => Object.values(await sendNow(answerOpen, asked))}
        />
      )}
      {runs && open && (
        <Opening text={say(words.withdraw)} look="link">
          {(close) => (
            <CommandForm
              command={requestWithdraw}
              submit={say(words.withdraw)}
              args={() => asked}
              onDone={close}
            >
              <p>{say(words.withdrawing)}</p>
            </CommandForm>
          )}
        </Opening>
      )}
    </>
  )
}
