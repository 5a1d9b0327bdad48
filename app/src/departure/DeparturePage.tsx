import { showDate, showMonth } from '@ke-vai/contract/date/date.ts'
import {
  checkInOutcomes,
  departureCountries,
  departureNextSteps,
  departureWorks,
} from '@ke-vai/contract/departure/codes.ts'
import { departureRead, departureStop } from '@ke-vai/contract/departure/departure.ts'
import { departureStates, nextThing } from '@ke-vai/contract/departure/state.ts'
import type { ResponseOf } from '@ke-vai/contract/endpoint.ts'
import { type ReactNode, useState } from 'react'
import { Link } from 'wouter'
import { useOwnClubId } from '../account/own-club.ts'
import { sendNow } from '../api/api.ts'
import { readAgain, useRead } from '../api/use-read.ts'
import { useLanguage } from '../language/language.ts'
import { paths } from '../paths.ts'
import { useSending } from '../register/use-sending.ts'
import { Button } from '../ui/Button.tsx'
import { Notice } from '../ui/Notice.tsx'
import { Page } from '../ui/Page.tsx'
import { Reading } from '../ui/Reading.tsx'
import { CheckInForm } from './CheckInForm.tsx'
import { OpenDeparture } from './OpenDeparture.tsx'
import { PlanForm } from './PlanForm.tsx'

const words = {
  title: { vi: 'Hẹn trước khi đi làm xa', en: 'Agreed before leaving for work' },
  back: { vi: 'Người này', en: 'This person' },
  next: { vi: 'Ngày hỏi thăm tới', en: 'Next day to ask' },
  agreedOn: { vi: 'Ngày đã hẹn', en: 'The day agreed' },
  country: { vi: 'Nước đến', en: 'Country' },
  month: { vi: 'Khoảng tháng', en: 'About' },
  work: { vi: 'Việc làm', en: 'Work' },
  days: { vi: 'Các ngày hỏi thăm', en: 'Days to ask' },
  step: { vi: 'Nếu chưa nghe tin', en: 'When nothing is heard' },
  heard: { vi: 'Những lần đã hỏi thăm', en: 'What was heard' },
  noneHeard: { vi: 'Chưa có lần nào.', en: 'Nothing yet.' },
  card: { vi: 'Thẻ mang theo khi đi xa', en: 'A card to take along' },
  renew: { vi: 'Hẹn lại từ đầu', en: 'Agree anew' },
  notRenew: { vi: 'Giữ lời hẹn đang có', en: 'Keep what stands' },
  stop: { vi: 'Người ấy muốn dừng', en: 'They want to stop' },
  sure: {
    vi: 'Dừng thì câu lạc bộ không hỏi thăm nữa, và không hỏi vì sao.',
    en: 'The club will not ask any more, and does not ask why.',
  },
  stopNow: { vi: 'Dừng hỏi thăm', en: 'Stop asking' },
  notStop: { vi: 'Thôi, chưa dừng', en: 'Do not stop' },
} as const

type Plan = NonNullable<ResponseOf<typeof departureRead>['plan']>

/** What was agreed with one person before going abroad, how it stands, and what comes next. */
export function DeparturePage({ personId }: { personId: string }) {
  const { say } = useLanguage()
  const clubId = useOwnClubId()
  const of = { clubId, personId }
  const read = useRead(departureRead, of, {})
  const [anew, setAnew] = useState(false)
  return (
    <Page title={say(words.title)} back={{ href: paths.person(personId), text: say(words.back) }}>
      <Reading of={read}>
        {({ code, plan }) => (
          <div className="stack">
            <p className="code big">{code}</p>
            {plan && !anew && <Standing key={plan.id} of={of} plan={plan} anew={() => setAnew(true)} />}
            {anew && plan && (
              <Button look="quiet" wide onClick={() => setAnew(false)}>
                {say(words.notRenew)}
              </Button>
            )}
            {(plan === null || anew) && <PlanForm of={of} onDone={() => setAnew(false)} />}
          </div>
        )}
      </Reading>
    </Page>
  )
}

interface StandingProps {
  of: { clubId: string; personId: string }
  plan: Plan
  anew: () => void
}

function Standing({ of, plan, anew }: StandingProps) {
  const { say } = useLanguage()
  const { state, nextOn } = plan.standing
  const thing = nextThing(plan.standing, plan.nextStep)
  const calm = state === 'waiting' || state === 'all_heard'
  return (
    <>
      <Notice kind={calm ? 'good' : 'careful'}>
        <p>
          <strong>{say(departureStates[state])}</strong>
        </p>
        {thing && <p>{say(thing)}</p>}
        {nextOn && (
          <p>
            {say(state === 'not_heard' ? words.agreedOn : words.next)}: {showDate(nextOn)}
          </p>
        )}
      </Notice>
      <OpenDeparture of={{ ...of, planId: plan.id }} checkIns={plan.checkIns} />
      <CheckInForm of={{ ...of, planId: plan.id }} />
      <dl className="facts">
        <Fact term={say(words.country)}>{say(departureCountries[plan.country])}</Fact>
        <Fact term={say(words.month)}>{showMonth(plan.leavesAbout)}</Fact>
        <Fact term={say(words.work)}>{say(departureWorks[plan.work])}</Fact>
        <Fact term={say(words.days)}>{plan.checkInOn.map(showDate).join(' · ')}</Fact>
        <Fact term={say(words.step)}>{say(departureNextSteps[plan.nextStep])}</Fact>
      </dl>
      <section>
        <h2>{say(words.heard)}</h2>
        {plan.checkIns.length === 0 && <p className="empty">{say(words.noneHeard)}</p>}
        <ul className="stack">
          {plan.checkIns.map(({ id, onDay, outcome }) => (
            <li key={id}>
              {showDate(onDay)}: {say(checkInOutcomes[outcome])}
            </li>
          ))}
        </ul>
      </section>
      <Link href={paths.travelCard()} className="button button-quiet wide">
        {say(words.card)}
      </Link>
      <Button look="quiet" wide onClick={anew}>
        {say(words.renew)}
      </Button>
      <Stop of={{ ...of, planId: plan.id }} />
    </>
  )
}

function Stop({ of }: { of: { clubId: string; personId: string; planId: string } }) {
  const { say } = useLanguage()
  const [asked, setAsked] = useState(false)
  const sending = useSending()
  if (!asked)
    return (
      <Button look="quiet" wide onClick={() => setAsked(true)}>
        {say(words.stop)}
      </Button>
    )
  return (
    <div className="card stack">
      <p>{say(words.sure)}</p>
      {sending.problem && <Notice kind="problem">{say(sending.problem.message)}</Notice>}
      <div className="actions">
        <Button
          busy={sending.busy}
          onClick={() =>
            void sending.run(async () => {
              await sendNow(departureStop, of)
              readAgain()
            })
          }
        >
          {say(words.stopNow)}
        </Button>
        <Button look="quiet" onClick={() => setAsked(false)}>
          {say(words.notStop)}
        </Button>
      </div>
    </div>
  )
}

function Fact({ term, children }: { term: string; children: ReactNode }) {
  return (
    <div>
      <dt>{term}</dt>
      <dd>{children}</dd>
    </div>
  )
}
