import { clubSetState } from '@ke-vai/contract/club/club.ts'
import type { ClubState } from '@ke-vai/contract/club/codes.ts'
import type { ClubPage } from '@ke-vai/contract/club/reads.ts'
import { today } from '@ke-vai/contract/date/date.ts'
import type { Words } from '@ke-vai/contract/words.ts'
import { useState } from 'react'
import { useLanguage } from '../language/language.ts'
import { Notice } from '../ui/Notice.tsx'
import { ChangeStateForm } from './ChangeStateForm.tsx'
import { CommandForm } from './CommandForm.tsx'
import { missingWords, placeWords, stateWords, vitalityWords } from './club-words.ts'
import { Opening } from './Opening.tsx'

const forward: Partial<Record<ClubState, Words>> = {
  proposed: { vi: 'Bắt đầu chuẩn bị', en: 'Begin to prepare' },
  preparing: { vi: 'Đưa vào hoạt động', en: 'Make active' },
  suspended: { vi: 'Hoạt động trở lại', en: 'Make active again' },
  needs_support: { vi: 'Đã sinh hoạt đều trở lại', en: 'Meets regularly again' },
}

const words = {
  suggested: {
    vi: 'Đề xuất tạm ngưng chỉ là gợi ý từ ngày họp. Xin trao đổi với Ban chủ nhiệm trước khi xác nhận.',
    en: 'The suggestion comes from the meeting days alone. Please talk with the board before you confirm.',
  },
  suspend: { vi: 'Tạm ngưng', en: 'Suspend' },
  confirm: { vi: 'Xác nhận tạm ngưng', en: 'Confirm the suspension' },
  other: { vi: 'Thay đổi khác', en: 'Another change' },
  done: { vi: 'Đã ghi.', en: 'Recorded.' },
} as const

// Where each missing thing is mended on this page.
const anchorOf = { statute: '#statute', plan: '#plan', assignment: '#members', board: '#members' } as const

/** How the club stands, what it still lacks, and the step that follows. */
export function StandingSection({ club }: { club: ClubPage }) {
  const { say } = useLanguage()
  const missing = missingWords(club)
  const vitality = vitalityWords(club)
  const { now, before } = placeWords(club)
  return (
    <div className="stack">
      <p>
        {say(now)}
        {before && (
          <span className="quiet">
            {' '}
            ({say({ vi: 'trước đây', en: 'before' })}: {before})
          </span>
        )}
      </p>
      <p>
        <strong>{say(stateWords(club))}</strong>
        {vitality && (
          <span className={club.vitality?.code === 'good' ? 'good' : 'careful'}> · {say(vitality)}</span>
        )}
      </p>
      {missing && (
        <Notice kind="careful">
          <p>{say(missing)}:</p>
          <ul className="dots">
            {club.missing.map((each) => (
              <li key={each.code}>
                {anchorOf[each.code] === '#members' && club.members === null ? (
                  say(each.words)
                ) : (
                  <a href={anchorOf[each.code]}>{say(each.words)}</a>
                )}
              </li>
            ))}
          </ul>
        </Notice>
      )}
      {club.may.includes('club.manage') && <Steps club={club} />}
    </div>
  )
}

function Steps({ club }: { club: ClubPage }) {
  const { say } = useLanguage()
  const [done, setDone] = useState(false)
  const next: ClubState = club.state === 'proposed' ? 'preparing' : 'active'
  const step = forward[club.state]
  const suggested = club.vitality?.code === 'suggest_suspension'
  const suspend = club.mayFollow.includes('suspended')
  const others = club.mayFollow.filter((state) => state !== next && state !== 'suspended')
  return (
    <>
      <p role="status" className="good">
        {done && say(words.done)}
      </p>
      {step && (
        <CommandForm
          key={[club.state, ...club.missing.map((each) => each.code)].join('/')}
          command={clubSetState}
          submit={say(step)}
          args={() => ({ clubId: club.id, state: next, onDay: today() })}
          onDone={() => setDone(true)}
        />
      )}
      {suggested && <Notice>{say(words.suggested)}</Notice>}
      <div className="actions">
        {suspend && (
          <Opening text={say(suggested ? words.confirm : words.suspend)}>
            {(close) => <ChangeStateForm club={club} states={['suspended']} onDone={close} />}
          </Opening>
        )}
        {others.length > 0 && (
          <Opening text={say(words.other)}>
            {(close) => <ChangeStateForm club={club} states={others} onDone={close} />}
          </Opening>
        )}
      </div>
    </>
  )
}
