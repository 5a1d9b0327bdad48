import { deadlineKinds } from '@ke-vai/contract/case/deadline.ts'
import { showMoment } from '@ke-vai/contract/date/date.ts'
import {
  conclusions,
  type VerificationState,
  verificationStates,
} from '@ke-vai/contract/verification/codes.ts'
import { nextStep } from '@ke-vai/contract/verification/state.ts'
import type { Words } from '@ke-vai/contract/words.ts'
import { Clock } from '../case/Clock.tsx'
import { Opening } from '../club/Opening.tsx'
import { useLanguage } from '../language/language.ts'
import { nameOf, type PartProps } from './panel-data.ts'
import { BodiesForm, NextStepForm, StartForm } from './StepForms.tsx'

const words = {
  title: { vi: 'Các bước xác minh', en: 'Steps of the verification' },
  none: {
    vi: 'Chưa bắt đầu xác minh. Khi bắt đầu, các thời hạn theo luật tự chạy và hỗ trợ vẫn tiếp tục.',
    en: 'No verification was begun. When it begins the clocks of the law run by themselves, and support goes on.',
  },
  start: { vi: 'Bắt đầu xác minh', en: 'Begin the verification' },
  lead: { vi: 'Chủ trì', en: 'Led by' },
  joint: { vi: 'Phối hợp', en: 'Together with' },
  initial: { vi: 'Kết luận ban đầu', en: 'Initial conclusion' },
  conclusion: { vi: 'Kết luận xác minh', en: 'Conclusion' },
  notDecision: {
    vi: 'Kết luận xác minh chưa phải là quyết định xác định nạn nhân.',
    en: 'A conclusion of the verification is no decision on identification.',
  },
  bodies: { vi: 'Đổi cơ quan xác minh', en: 'Change the verifying bodies' },
  met: { vi: 'Xong lúc', en: 'Done at' },
  afterDue: { vi: 'sau hạn', en: 'after it was due,' },
  source: { vi: 'Nguồn', en: 'Source' },
  next: { vi: 'Ghi bước', en: 'Record the step' },
} as const

const kinds: Readonly<Record<string, Words | undefined>> = deadlineKinds
const states = Object.keys(verificationStates) as VerificationState[]

/** Where the verification stands, under whose lead, and which clocks of the law run. */
export function StepsSection({ organisationId, caseId, data, runs }: PartProps & { runs: boolean }) {
  const { say } = useLanguage()
  const { verification: now, clocks, bodies } = data
  const begins = now === null || now.state === 'closed'
  const next = now ? nextStep(now.state) : null
  const ofLaw = clocks.filter(({ kind }) => kind !== 'request_answer')
  return (
    <section className="stack">
      <h2>{say(words.title)}</h2>
      {now === null && <p className="empty">{say(words.none)}</p>}
      {now && (
        <>
          <ol className="verification-steps">
            {states.map((each) => (
              <li
                key={each}
                data-reached={states.indexOf(each) <= states.indexOf(now.state) ? 'yes' : 'no'}
                aria-current={each === now.state ? 'step' : undefined}
              >
                {say(verificationStates[each])}
              </li>
            ))}
          </ol>
          <p>
            {say(words.lead)}: {nameOf(bodies, now.leadOrganisationId)}
            {now.jointOrganisationIds.length > 0 &&
              `. ${say(words.joint)}: ${now.jointOrganisationIds.map((id) => nameOf(bodies, id)).join(', ')}`}
          </p>
          {now.initialConclusion && (
            <p>
              {say(words.initial)}: {say(conclusions[now.initialConclusion])}
            </p>
          )}
          {now.conclusion && (
            <p>
              {say(words.conclusion)}: {say(conclusions[now.conclusion])}.{' '}
              <span className="quiet">{say(words.notDecision)}</span>
            </p>
          )}
        </>
      )}
      {ofLaw.length > 0 && (
        <ul className="cards">
          {ofLaw.map(({ id, kind, dueAt, metAt, source }) => (
            <li key={id} className="card">
              {metAt === null ? (
                <Clock due={{ kind, dueAt }} />
              ) : (
                <>
                  <span>{kinds[kind] ? say(kinds[kind]) : ''}</span>
                  <p className="good">
                    {say(words.met)} {showMoment(metAt)}
                  </p>
                  {dueAt !== null && metAt > dueAt && (
                    <p className="careful">
                      {say(words.afterDue)} {showMoment(dueAt)}
                    </p>
                  )}
                </>
              )}
              {source && (
                <p className="quiet">
                  {say(words.source)}: {source}
                </p>
              )}
            </li>
          ))}
        </ul>
      )}
      {runs && begins && (
        <Opening text={say(words.start)} look="main">
          {(close) => (
            <StartForm organisationId={organisationId} caseId={caseId} bodies={bodies} onDone={close} />
          )}
        </Opening>
      )}
      {runs && now && now.state !== 'closed' && (
        <Opening text={say(words.bodies)} look="link">
          {(close) => (
            <BodiesForm
              organisationId={organisationId}
              caseId={caseId}
              bodies={bodies}
              now={now}
              onDone={close}
            />
          )}
        </Opening>
      )}
      {runs && next && (
        <Opening text={`${say(words.next)} «${say(verificationStates[next])}»`} look="main">
          {(close) => (
            <NextStepForm organisationId={organisationId} caseId={caseId} to={next} onDone={close} />
          )}
        </Opening>
      )}
    </section>
  )
}
