import { clubGet } from '@ke-vai/contract/club/reads.ts'
import { type PersonPage, personAssign, personRead } from '@ke-vai/contract/register/person.ts'
import { type FormEvent, useState } from 'react'
import { useLocation } from 'wouter'
import { useOwnClubId } from '../account/own-club.ts'
import { sendNow } from '../api/api.ts'
import { readAgain, useRead } from '../api/use-read.ts'
import { useLanguage } from '../language/language.ts'
import { paths } from '../paths.ts'
import { Button } from '../ui/Button.tsx'
import { Choice } from '../ui/Choice.tsx'
import { Notice } from '../ui/Notice.tsx'
import { Page } from '../ui/Page.tsx'
import { Reading } from '../ui/Reading.tsx'
import { useSending } from './use-sending.ts'

const words = {
  title: { vi: 'Người đồng hành', en: 'Who accompanies her' },
  back: { vi: 'Người này', en: 'This person' },
  lead: {
    vi: 'Chỉ Ban chủ nhiệm và người đồng hành xem được trang của chị ấy. Xin hỏi chị ấy muốn ai.',
    en: 'Only the board and who accompanies her can see her page. Please ask whom she would like.',
  },
  who: { vi: 'Ai đồng hành?', en: 'Who?' },
  nobody: { vi: 'Chưa giao ai', en: 'Nobody yet' },
  none: {
    vi: 'Câu lạc bộ chưa có danh sách thành viên. Thêm thành viên ở trang của câu lạc bộ trước.',
    en: 'The club has no members listed yet. Add them on the club’s page first.',
  },
  save: { vi: 'Giao', en: 'Assign' },
} as const

/** The chair says who accompanies her. */
export function AssignPage({ personId }: { personId: string }) {
  const { say } = useLanguage()
  const clubId = useOwnClubId()
  const person = useRead(personRead, { clubId, personId }, {})
  return (
    <Page title={say(words.title)} back={{ href: paths.person(personId), text: say(words.back) }}>
      <Reading of={person}>{(data) => <AssignForm clubId={clubId} person={data} />}</Reading>
    </Page>
  )
}

function AssignForm({ clubId, person }: { clubId: string; person: PersonPage }) {
  const { say } = useLanguage()
  const [, go] = useLocation()
  const club = useRead(clubGet, { clubId }, {})
  const [chosen, setChosen] = useState(person.memberId ?? '')
  const sending = useSending()

  function submit(event: FormEvent) {
    event.preventDefault()
    void sending.run(async () => {
      await sendNow(personAssign, { clubId, personId: person.id, memberId: chosen || null })
      readAgain()
      go(paths.person(person.id))
    })
  }

  return (
    <Reading of={club}>
      {({ members }) => (
        <form className="stack" onSubmit={submit}>
          <p className="code big">{person.code}</p>
          <p>{say(words.lead)}</p>
          {members?.length === 0 && <p className="empty">{say(words.none)}</p>}
          <Choice
            label={say(words.who)}
            options={[
              { code: '', text: say(words.nobody) },
              ...(members ?? []).map((each) => ({ code: each.id, text: each.displayName })),
            ]}
            chosen={[chosen]}
            onChange={([code]) => setChosen(code ?? '')}
          />
          {sending.problem && <Notice kind="problem">{say(sending.problem.message)}</Notice>}
          <Button type="submit" wide busy={sending.busy} disabled={chosen === (person.memberId ?? '')}>
            {say(words.save)}
          </Button>
        </form>
      )}
    </Reading>
  )
}
