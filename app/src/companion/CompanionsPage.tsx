import { safeContactPhrases } from '@ke-vai/contract/case/safe-contact.ts'
import { companionOutcomes, companionStates, visitPurposes } from '@ke-vai/contract/companion/codes.ts'
import { companionNumber } from '@ke-vai/contract/companion/number.ts'
import { type CompanionOfClub, companionList } from '@ke-vai/contract/companion/reads.ts'
import { showDate } from '@ke-vai/contract/date/date.ts'
import type { ReactNode } from 'react'
import { Link } from 'wouter'
import { useOwnClubId, useOwnPermissions } from '../account/own-club.ts'
import { useRead } from '../api/use-read.ts'
import { useLanguage } from '../language/language.ts'
import { paths } from '../paths.ts'
import { Page } from '../ui/Page.tsx'
import { Reading } from '../ui/Reading.tsx'
import { AnswerTeam } from './AnswerTeam.tsx'
import { OpenCompanion } from './OpenCompanion.tsx'
import { TaskLines } from './TaskLines.tsx'
import { FinishTask, LeaveCompanion, NoteVisit } from './WalkForms.tsx'
import './companion.css'

const words = {
  title: { vi: 'Đồng hành', en: 'Walking along' },
  back: { vi: 'Hôm nay', en: 'Today' },
  none: {
    vi: 'Chưa có ai cần câu lạc bộ đồng hành. Khi Trung tâm nhờ, và người được hỗ trợ đồng ý, việc sẽ hiện ở đây.',
    en: 'Nobody needs a companion now. When an agency asks, with her consent, it shows here.',
  },
  lead: {
    vi: 'Chị không cần biết chuyện đã qua. Chỉ cần có mặt, đúng hẹn, đúng cách người ấy muốn.',
    en: 'You need not know what happened. Be there, on time, in the way that she wants.',
  },
  ended: {
    vi: 'Việc đồng hành này đã dừng. Xin không liên hệ nữa; chị không cần làm gì thêm.',
    en: 'This has ended. Please make no more contact; nothing else is needed from you.',
  },
  next: { vi: 'Lần gặp tới', en: 'Next visit' },
  noNext: { vi: 'chưa hẹn', en: 'not planned yet' },
  last: { vi: 'Lần gặp gần nhất', en: 'Last visit' },
  safe: { vi: 'Liên hệ an toàn', en: 'Safe contact' },
  noSafe: {
    vi: 'Chưa được cho biết. Xin hỏi nơi nhờ trước khi liên hệ.',
    en: 'Not told yet. Ask the agency before any contact.',
  },
  goes: { vi: 'Người đi cùng', en: 'Who goes' },
  from: { vi: 'Nơi nhờ', en: 'Asked by' },
} as const

/** The club's page: what was asked of it, whom it walks with, what has ended of late. */
export function CompanionsPage() {
  const { say } = useLanguage()
  const clubId = useOwnClubId()
  const list = useRead(companionList, { clubId }, {})
  return (
    <Page title={say(words.title)} back={{ href: paths.home(), text: say(words.back) }}>
      <Reading of={list}>
        {({ companions, ended }) => (
          <div className="stack">
            {companions.length === 0 && <p className="empty">{say(words.none)}</p>}
            <ul className="cards">
              {companions.map((each) => (
                <li key={each.id}>
                  <Link href={paths.companion(each.id)} className="card stack companion-link">
                    <span>
                      <strong className="code big">{companionNumber(each.number)}</strong>{' '}
                      <span className={each.state === 'asked' ? 'careful' : 'quiet'}>
                        {say(companionStates[each.state])}
                      </span>
                    </span>
                    {each.state === 'accepted' && (
                      <span>
                        {say(words.next)}:{' '}
                        {each.nextVisit ? showDate(each.nextVisit.onDay) : say(words.noNext)}
                      </span>
                    )}
                    {each.safeContact && <span className="careful">{safePhrases(each, say)}</span>}
                    <TaskLines tasks={each.tasks.filter(({ doneOn }) => doneOn === null)} />
                  </Link>
                </li>
              ))}
            </ul>
            {ended.map((each) => (
              <p key={each.id} className="notice notice-calm">
                <strong>{companionNumber(each.number)}</strong>, {showDate(each.endedOn)}: {say(words.ended)}
              </p>
            ))}
          </div>
        )}
      </Reading>
    </Page>
  )
}

const safePhrases = (
  { safeContact }: CompanionOfClub,
  say: (words: { vi: string; en: string }) => string,
): string => (safeContact ? safeContactPhrases(safeContact).map(say).join(' · ') : say(words.noSafe))

/** One companion: how she is to be reached stands above everything; what is sealed opens behind its button. */
export function CompanionPage({ companionId }: { companionId: string }) {
  const { say } = useLanguage()
  const clubId = useOwnClubId()
  const may = useOwnPermissions()
  const list = useRead(companionList, { clubId }, {})
  return (
    <Page title={say(words.title)} back={{ href: paths.companions(), text: say(words.title) }}>
      <Reading of={list}>
        {({ companions }) => {
          const found = companions.find(({ id }) => id === companionId)
          if (!found) return <p className="empty">{say(words.ended)}</p>
          const of = { clubId, companionId }
          return (
            <div className="stack">
              <p>
                <strong className="code big">{companionNumber(found.number)}</strong>{' '}
                <span className="quiet">{say(companionStates[found.state])}</span>
              </p>
              {found.state === 'accepted' && (
                <p className="notice notice-careful" role="note">
                  <strong>{say(words.safe)}: </strong>
                  {safePhrases(found, say)}
                </p>
              )}
              <p>{say(words.lead)}</p>
              <dl className="facts">
                <Fact term={say(words.from)}>{found.from}</Fact>
                {found.member && <Fact term={say(words.goes)}>{found.member}</Fact>}
                {found.state === 'accepted' && (
                  <Fact term={say(words.next)}>
                    {found.nextVisit
                      ? `${showDate(found.nextVisit.onDay)}, ${say(visitPurposes[found.nextVisit.purpose])}`
                      : say(words.noNext)}
                  </Fact>
                )}
                {found.lastVisit && (
                  <Fact term={say(words.last)}>
                    {showDate(found.lastVisit.onDay)}, {say(companionOutcomes[found.lastVisit.outcome])}
                  </Fact>
                )}
              </dl>
              {found.state === 'asked' && may.includes('companion.answer') && <AnswerTeam of={of} />}
              {found.state === 'accepted' && (
                <>
                  <OpenCompanion of={of} tasks={found.tasks} askAgain={list.again} />
                  <TaskLines tasks={found.tasks}>
                    {(task) => <FinishTask of={of} taskId={task.id} />}
                  </TaskLines>
                  <NoteVisit of={of} />
                  {may.includes('companion.answer') && <LeaveCompanion of={of} />}
                </>
              )}
            </div>
          )
        }}
      </Reading>
    </Page>
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
