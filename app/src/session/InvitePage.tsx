import { addDays, showDate, today } from '@ke-vai/contract/date/date.ts'
import type { Refusal } from '@ke-vai/contract/refusal.ts'
import { personRead } from '@ke-vai/contract/register/person.ts'
import {
  type MobilisationResult,
  mobilisationProgress,
  mobilisationRecord,
  mobilisationResults,
  mobilisationRule,
} from '@ke-vai/contract/session/mobilisation.ts'
import { type SessionLine, sessionList } from '@ke-vai/contract/session/session.ts'
import { type FormEvent, useState } from 'react'
import { useLocation } from 'wouter'
import { useOwnClubId } from '../account/own-club.ts'
import { useRead, wordsOf } from '../api/use-read.ts'
import { useLanguage } from '../language/language.ts'
import { record } from '../offline/offline.ts'
import { paths } from '../paths.ts'
import { Button } from '../ui/Button.tsx'
import { Choice } from '../ui/Choice.tsx'
import { Field } from '../ui/Field.tsx'
import { Notice } from '../ui/Notice.tsx'
import { optionsOf } from '../ui/options.ts'
import { Page } from '../ui/Page.tsx'
import { Reading } from '../ui/Reading.tsx'

const words = {
  title: { vi: 'Mời dự buổi truyền thông', en: 'Invite to a session' },
  back: { vi: 'Người này', en: 'This person' },
  lead: {
    vi: 'Danh sách của buổi không ghi chị ấy được mời. Chị ấy dự hay không đều được.',
    en: 'The session does not show that she was invited. To come or not is up to her.',
  },
  who: { vi: 'Ai mời?', en: 'Who invited her?' },
  result: { vi: 'Kết quả', en: 'Result' },
  session: { vi: 'Buổi nào?', en: 'Which session?' },
  none: { vi: 'Chưa rõ buổi nào', en: 'Not known yet' },
  save: { vi: 'Lưu', en: 'Save' },
  noMember: {
    vi: 'Chưa có tên chị trong danh sách thành viên. Ban chủ nhiệm thêm ở trang của câu lạc bộ.',
    en: 'You are not in the list of members yet. The board adds members on the club’s page.',
  },
} as const

/** A member notes that she invited this person, and what came of it. */
export function InvitePage({ personId }: { personId: string }) {
  const { say } = useLanguage()
  const clubId = useOwnClubId()
  const person = useRead(personRead, { clubId, personId }, {})
  const progress = useRead(mobilisationProgress, { clubId }, {})
  const sessions = useRead(sessionList, { clubId }, {})
  return (
    <Page title={say(words.title)} back={{ href: paths.person(personId), text: say(words.back) }}>
      <Reading of={person}>
        {({ code, memberId }) => (
          <>
            <p className="code big">{code}</p>
            <p>{say(words.lead)}</p>
            <Reading of={progress}>
              {({ lines }) => (
                <Reading of={sessions}>
                  {(held) => (
                    <InviteForm
                      clubId={clubId}
                      personId={personId}
                      accompaniedBy={memberId}
                      members={lines}
                      sessions={held.lines}
                    />
                  )}
                </Reading>
              )}
            </Reading>
          </>
        )}
      </Reading>
    </Page>
  )
}

interface FormProps {
  clubId: string
  personId: string
  accompaniedBy: string | null
  members: readonly { memberId: string; name: string }[]
  sessions: readonly SessionLine[]
}

function InviteForm({ clubId, personId, accompaniedBy, members, sessions }: FormProps) {
  const { say } = useLanguage()
  const [, go] = useLocation()
  const likely =
    members.find((each) => each.memberId === accompaniedBy) ?? (members.length === 1 ? members[0] : null)
  const [memberId, setMemberId] = useState(likely?.memberId ?? null)
  const [result, setResult] = useState<MobilisationResult | null>(null)
  const [sessionId, setSessionId] = useState('')
  const [busy, setBusy] = useState(false)
  const [refusal, setRefusal] = useState<Refusal | null>(null)

  async function submit(event: FormEvent) {
    event.preventDefault()
    if (memberId === null || result === null) return
    const what = { sessionId: sessionId || null, result, onDay: today() }
    const refused = mobilisationRule(what, today())
    setRefusal(refused)
    if (refused) return
    setBusy(true)
    const mobilisationId = crypto.randomUUID()
    try {
      await record(mobilisationRecord, { clubId, mobilisationId, memberId, personId, ...what })
      go(paths.person(personId))
    } catch (error) {
      setRefusal(wordsOf(error))
      setBusy(false)
    }
  }

  if (members.length === 0) return <Notice kind="careful">{say(words.noMember)}</Notice>
  return (
    <form className="stack" onSubmit={submit}>
      {members.length > 1 && (
        <Choice
          label={say(words.who)}
          options={members.map((each) => ({ code: each.memberId, text: each.name }))}
          chosen={memberId === null ? [] : [memberId]}
          onChange={([code]) => setMemberId(code ?? null)}
        />
      )}
      <Choice
        label={say(words.result)}
        options={optionsOf(mobilisationResults, say)}
        chosen={result === null ? [] : [result]}
        onChange={([code]) => setResult(code ?? null)}
      />
      <Field label={say(words.session)}>
        <select value={sessionId} onChange={(event) => setSessionId(event.target.value)}>
          <option value="">{say(words.none)}</option>
          {sessions
            .filter((each) => each.onDay > addDays(today(), -190))
            .map((each) => (
              <option key={each.id} value={each.id}>
                {showDate(each.onDay)} {each.topic}
              </option>
            ))}
        </select>
      </Field>
      {refusal && <Notice kind="problem">{say(refusal.message)}</Notice>}
      <Button type="submit" wide busy={busy} disabled={memberId === null || result === null}>
        {say(words.save)}
      </Button>
    </form>
  )
}
