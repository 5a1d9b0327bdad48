import { clubGet } from '@ke-vai/contract/club/reads.ts'
import { companionAnswer } from '@ke-vai/contract/companion/club.ts'
import { type CompanionDecline, companionDeclines } from '@ke-vai/contract/companion/codes.ts'
import { useState } from 'react'
import { useLocation } from 'wouter'
import { useRead } from '../api/use-read.ts'
import { CommandForm } from '../club/CommandForm.tsx'
import { Opening } from '../club/Opening.tsx'
import { useLanguage } from '../language/language.ts'
import { paths } from '../paths.ts'
import { Choice } from '../ui/Choice.tsx'
import { optionsOf } from '../ui/options.ts'
import { Reading } from '../ui/Reading.tsx'
import type { OfClub } from './WalkForms.tsx'

const words = {
  lead: {
    vi: 'Một người được hỗ trợ muốn có chị em gần nhà đồng hành. Nhận lời rồi, người được chọn mới thấy cách gọi và liên hệ.',
    en: 'Somebody would like a companion near home. Once you accept, whoever you choose sees what to call her and how to reach her.',
  },
  who: { vi: 'Ai sẽ đi cùng?', en: 'Who will go along?' },
  noMembers: {
    vi: 'Sổ thành viên còn trống. Thêm thành viên ở trang Câu lạc bộ của tôi trước.',
    en: 'There are no members yet. Add them on the page of your club first.',
  },
  accept: { vi: 'Nhận lời', en: 'Accept' },
  decline: { vi: 'Chưa nhận được', en: 'Not possible' },
  reason: { vi: 'Lý do', en: 'Reason' },
  send: { vi: 'Gửi trả lời', en: 'Send the answer' },
} as const

/** The board's answer: yes with who goes, or no with its reason; a no is as good an answer as a yes. */
export function AnswerTeam({ of }: { of: OfClub }) {
  const { say } = useLanguage()
  const [, go] = useLocation()
  const [memberId, setMember] = useState<string | null>(null)
  const [reason, setReason] = useState<CompanionDecline | null>(null)
  const club = useRead(clubGet, { clubId: of.clubId }, {})
  return (
    <>
      <Reading of={club}>
        {({ members: known }) => {
          const members = known ?? []
          return (
            <section className="card stack">
              <p>{say(words.lead)}</p>
              {members.length === 0 ? (
                <p className="empty">{say(words.noMembers)}</p>
              ) : (
                <CommandForm
                  command={companionAnswer}
                  submit={say(words.accept)}
                  ready={memberId !== null}
                  args={() => ({ ...of, accept: true, memberId })}
                  onDone={() => undefined}
                >
                  <Choice
                    label={say(words.who)}
                    options={members.map(({ id, displayName }) => ({ code: id, text: displayName }))}
                    chosen={memberId === null ? [] : [memberId]}
                    onChange={([code]) => setMember(code ?? null)}
                  />
                </CommandForm>
              )}
            </section>
          )
        }}
      </Reading>
      <Opening text={say(words.decline)}>
        {() => (
          <CommandForm
            command={companionAnswer}
            submit={say(words.send)}
            ready={reason !== null}
            args={() => ({ ...of, accept: false, reason })}
            onDone={() => go(paths.companions())}
          >
            <Choice
              label={say(words.reason)}
              options={optionsOf(companionDeclines, say)}
              chosen={reason === null ? [] : [reason]}
              onChange={([code]) => setReason(code ?? null)}
            />
          </CommandForm>
        )}
      </Opening>
    </>
  )
}
