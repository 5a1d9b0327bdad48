import { caseMoveRule, foldCase } from '@ke-vai/contract/case/state.ts'
import { showDate } from '@ke-vai/contract/date/date.ts'
import type { ResponseOf } from '@ke-vai/contract/endpoint.ts'
import { closeRule, closingObstacles, foldProposal } from '@ke-vai/contract/follow-up/closing.ts'
import { closingReasons, dataChoices } from '@ke-vai/contract/follow-up/codes.ts'
import { foldErasure } from '@ke-vai/contract/follow-up/erasure.ts'
import { referralListOfCase } from '@ke-vai/contract/referral/reads.ts'
import { liveStates, openStates } from '@ke-vai/contract/referral/state.ts'
import { useMe } from '../account/session.ts'
import { useRead } from '../api/use-read.ts'
import { useMayAtAgency } from '../case/own-agency.ts'
import type { CasePanelProps } from '../case/panel.ts'
import { Opening } from '../club/Opening.tsx'
import { useLanguage } from '../language/language.ts'
import { Notice } from '../ui/Notice.tsx'
import { Reading } from '../ui/Reading.tsx'
import { AnswerForm, ErasureForm, ProposeForm, ReopenForm } from './ClosingForms.tsx'

const words = {
  title: { vi: 'Đóng hồ sơ', en: 'Closing' },
  lead: {
    vi: 'Quản lý trường hợp đề nghị khi đã theo dõi xong; một người khác trong nhóm xem và đóng. Luôn mở lại được.',
    en: 'The case manager proposes after the follow-up; somebody else of the team looks and closes. It can always be reopened.',
  },
  inTheWay: { vi: 'Còn việc phải xong trước', en: 'What still stands in the way' },
  propose: { vi: 'Đề nghị đóng', en: 'Propose to close' },
  proposed: { vi: 'Có đề nghị đóng ngày', en: 'Closing was proposed on' },
  waits: { vi: 'Đang chờ một người khác trong nhóm xem.', en: 'It waits for somebody else of the team.' },
  close: { vi: 'Đồng ý đóng', en: 'Close it' },
  back: { vi: 'Chưa đóng, theo dõi tiếp', en: 'Not yet; follow on' },
  closed: { vi: 'Hồ sơ này đã đóng.', en: 'This case is closed.' },
  notYet: {
    vi: 'Đề nghị đóng được khi hồ sơ ở bước «Theo dõi».',
    en: 'Closing can be proposed once the case is at “Follow-up”.',
  },
  wish: {
    vi: 'Khi đóng, người được hỗ trợ muốn xóa những điều đã ghi, khi luật cho phép. Ghi ngày',
    en: 'At the closing she wished that what is written be erased when the law allows. Written on',
  },
  wishHow: {
    vi: 'Không có gì tự xóa: xin xem cùng người phụ trách dữ liệu rồi ghi kết quả.',
    en: 'Nothing erases itself: please look at it with the data-protection officer and write what came of it.',
  },
  settle: { vi: 'Ghi kết quả', en: 'Write what came of it' },
  reopen: { vi: 'Mở lại hồ sơ', en: 'Reopen the case' },
} as const

type Referral = ResponseOf<typeof referralListOfCase>['referrals'][number]

/** As the server counts them: what ended with her consent stands in nobody's way. */
const isOpen = ({ standing, emergencyId, consented }: Referral): boolean => {
  const state = standing === 'overdue' ? 'sent' : standing
  if (!openStates.includes(state)) return false
  const over = state === 'completed' || state === 'failed'
  return over || !liveStates.includes(state) || emergencyId !== null || consented
}

/** Closing as it stands: what is in the way, who proposed, who may answer, and the way back. */
export function ClosingSection({ organisationId, caseId, page }: CasePanelProps) {
  const { say } = useLanguage()
  const may = useMayAtAgency()
  const me = useMe()
  const referrals = useRead(referralListOfCase, { organisationId, caseId }, {})
  const ofCase = { organisationId, caseId }
  const now = foldCase(page.entries)
  const proposal = foldProposal(page.entries)
  const erasure = foldErasure(page.entries)
  const manages =
    may('closing.propose') && page.team.some((each) => each.accountId === me.id && each.part === 'manager')
  return (
    <section className="stack">
      <h2>{say(words.title)}</h2>
      <p className="quiet">{say(now.state === 'closed' ? words.closed : words.lead)}</p>
      {erasure && (
        <Notice>
          <p>
            {say(words.wish)} {showDate(erasure.askedOn)}. {say(words.wishHow)}
          </p>
        </Notice>
      )}
      {erasure && manages && (
        <Opening text={say(words.settle)}>{(close) => <ErasureForm {...ofCase} onDone={close} />}</Opening>
      )}
      {now.state === 'closed' && manages && (
        <Opening text={say(words.reopen)}>{(close) => <ReopenForm {...ofCase} onDone={close} />}</Opening>
      )}
      {now.state !== 'closed' && now.state !== 'transferred' && (
        <Reading of={referrals}>
          {({ referrals: list }) => {
            const open = {
              referrals: list.filter(isOpen).length,
              transfers: now.state === 'transfer_offered' ? 1 : 0,
            }
            const obstacles = closingObstacles(page.entries, open)
            const mayPropose = manages && caseMoveRule(now, 'closing') === null && obstacles.length === 0
            return (
              <>
                {obstacles.length > 0 && (
                  <Notice>
                    <strong>{say(words.inTheWay)}</strong>
                    <ul>
                      {obstacles.map(({ code, message }) => (
                        <li key={code}>{say(message)}</li>
                      ))}
                    </ul>
                  </Notice>
                )}
                {manages && obstacles.length === 0 && !proposal && caseMoveRule(now, 'closing') !== null && (
                  <p className="hint">{say(words.notYet)}</p>
                )}
                {mayPropose && (
                  <Opening text={say(words.propose)}>
                    {(close) => <ProposeForm {...ofCase} onDone={close} />}
                  </Opening>
                )}
              </>
            )
          }}
        </Reading>
      )}
      {proposal && now.state === 'closing' && (
        <div className="card stack">
          <p>
            {say(words.proposed)} {showDate(proposal.onDay)}:{' '}
            <strong>{say(closingReasons[proposal.reason])}</strong>
            {proposal.dataChoice && ` · ${say(dataChoices[proposal.dataChoice])}`}
          </p>
          {may('closing.decide') && (
            <div className="actions">
              {closeRule(proposal, now.state, me.id) === null ? (
                <Opening text={say(words.close)}>
                  {(close) => (
                    <AnswerForm
                      {...ofCase}
                      proposalId={proposal.id}
                      closes
                      title={words.close}
                      onDone={close}
                    />
                  )}
                </Opening>
              ) : (
                <p>{say(words.waits)}</p>
              )}
              <Opening text={say(words.back)}>
                {(close) => (
                  <AnswerForm
                    {...ofCase}
                    proposalId={proposal.id}
                    closes={false}
                    title={words.back}
                    onDone={close}
                  />
                )}
              </Opening>
            </div>
          )}
        </div>
      )}
    </section>
  )
}
