import { today } from '@ke-vai/contract/date/date.ts'
import { foldRisk } from '@ke-vai/contract/need/risk.ts'
import {
  leavingRule,
  stayEndRule,
  stayGoOnRule,
  stayMoveRule,
  stayReviewRule,
} from '@ke-vai/contract/stay/rules.ts'
import type { StayNow } from '@ke-vai/contract/stay/state.ts'
import type { ReactNode } from 'react'
import type { CasePanelProps } from '../case/panel.ts'
import { Opening } from '../club/Opening.tsx'
import { useLanguage } from '../language/language.ts'
import { BeginForm, NotReceivedForm, ReserveForm } from './ArrivalForms.tsx'
import { ExtendForm, GoOnForm, ReviewForm } from './DuringForms.tsx'
import { LeaveForm, PrepareForm } from './LeaveForms.tsx'

const words = {
  reserve: { vi: 'Giữ chỗ', en: 'Keep a bed' },
  begin: { vi: 'Đón vào ở', en: 'Receive her' },
  notReceived: { vi: 'Chưa nhận được, đã có nơi khác', en: 'Not received; another place was found' },
  review: { vi: 'Xem lại tuần này', en: 'Review this week' },
  extend: { vi: 'Ghi quyết định gia hạn', en: 'Write a decision to extend' },
  takeBack: { vi: 'Thôi gia hạn', en: 'Take the extension back' },
  prepare: { vi: 'Chuẩn bị rời', en: 'Get ready to leave' },
  later: { vi: 'Chưa rời, ở tiếp', en: 'Not yet; she stays on' },
  left: { vi: 'Đã rời nhà tạm lánh', en: 'She left' },
} as const

interface Props extends CasePanelProps {
  stays: readonly StayNow[]
  stay: StayNow
}

/** Whatever may follow where the stay stands; nothing else is offered. */
export function StayActions({ organisationId, caseId, page, stays, stay }: Props) {
  const { say } = useLanguage()
  const may = (refusal: unknown) => refusal === null
  const forms = (close: () => void) => ({ organisationId, caseId, stays, stay, onDone: close })
  const action = (text: { vi: string; en: string }, form: (close: () => void) => ReactNode) => (
    <Opening key={text.en} text={say(text)}>
      {form}
    </Opening>
  )
  const arriving = stay.begunOn === null
  const day = { onDay: today() }
  const owed = leavingRule(stays, stay.id, foldRisk(page.entries))
  const mayPrepare = may(stayMoveRule(stays, stay.id, 'leaving'))
  const mayLeave = may(stayEndRule(stays, stay.id, { ...day, how: 'on_her_own' }, today()))
  return (
    <div className="stack">
      {mayPrepare && owed !== null && <p className="quiet">{say(owed.message)}</p>}
      <div className="actions">
        {arriving && action(words.begin, (close) => <BeginForm {...forms(close)} />)}
        {may(stayMoveRule(stays, stay.id, 'reserved')) &&
          action(words.reserve, (close) => <ReserveForm {...forms(close)} />)}
        {arriving && action(words.notReceived, (close) => <NotReceivedForm {...forms(close)} />)}
        {may(stayReviewRule(stays, stay.id, day.onDay, day.onDay)) &&
          action(words.review, (close) => <ReviewForm {...forms(close)} />)}
        {may(stayMoveRule(stays, stay.id, 'extended')) &&
          action(words.extend, (close) => <ExtendForm {...forms(close)} />)}
        {mayPrepare && owed === null && action(words.prepare, (close) => <PrepareForm {...forms(close)} />)}
        {may(stayGoOnRule(stays, stay.id)) &&
          action(stay.state === 'leaving' ? words.later : words.takeBack, (close) => (
            <GoOnForm {...forms(close)} title={stay.state === 'leaving' ? words.later : words.takeBack} />
          ))}
        {mayLeave && action(words.left, (close) => <LeaveForm {...forms(close)} />)}
      </div>
    </div>
  )
}
