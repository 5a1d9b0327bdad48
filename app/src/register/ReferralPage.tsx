import { type PlainDate, today } from '@ke-vai/contract/date/date.ts'
import { type ReferralService, referralServices } from '@ke-vai/contract/register/codes.ts'
import { type PersonPage, personRead } from '@ke-vai/contract/register/person.ts'
import { referralSend, referralSendRule } from '@ke-vai/contract/register/referral.ts'
import { type FormEvent, useState } from 'react'
import { useLocation } from 'wouter'
import { useOwnClubId } from '../account/own-club.ts'
import { useRead } from '../api/use-read.ts'
import { useLanguage } from '../language/language.ts'
import { record } from '../offline/offline.ts'
import { paths } from '../paths.ts'
import { Button } from '../ui/Button.tsx'
import { Choice } from '../ui/Choice.tsx'
import { DateField } from '../ui/DateField.tsx'
import { Notice } from '../ui/Notice.tsx'
import { optionsOf } from '../ui/options.ts'
import { Page } from '../ui/Page.tsx'
import { Reading } from '../ui/Reading.tsx'
import { useSending } from './use-sending.ts'

const words = {
  title: { vi: 'Chuyển gửi', en: 'Refer to a service' },
  back: { vi: 'Người này', en: 'This person' },
  lead: {
    vi: 'Sổ chỉ ghi dịch vụ và ngày. Câu chuyện và thông tin riêng của chị ấy không được gửi đi.',
    en: 'The book keeps only the service and the day. Nothing of her story or identity is sent.',
  },
  service: { vi: 'Chị ấy cần dịch vụ nào?', en: 'Which service does she need?' },
  day: { vi: 'Ngày chuyển gửi', en: 'Day' },
  wish: { vi: 'Chị ấy có muốn không?', en: 'Does she want it?' },
  notNow: {
    vi: 'Không sao. Chị ấy có thể đổi ý bất cứ lúc nào; việc hỗ trợ khác vẫn tiếp tục.',
    en: 'That is all right. She may change her mind at any time; other support goes on.',
  },
  save: { vi: 'Ghi chuyển gửi', en: 'Record the referral' },
} as const

const wishes = {
  yes: { vi: 'Chị đồng ý', en: 'She agrees' },
  no: { vi: 'Chưa muốn', en: 'Not now' },
  later: { vi: 'Để sau', en: 'Later' },
} as const

/** A referral: which service and which day, after she has said that she wants it. */
export function ReferralPage({ personId }: { personId: string }) {
  const { say } = useLanguage()
  const clubId = useOwnClubId()
  const person = useRead(personRead, { clubId, personId }, {})
  return (
    <Page title={say(words.title)} back={{ href: paths.person(personId), text: say(words.back) }}>
      <Reading of={person}>{(data) => <ReferralForm clubId={clubId} person={data} />}</Reading>
    </Page>
  )
}

function ReferralForm({ clubId, person }: { clubId: string; person: PersonPage }) {
  const { say } = useLanguage()
  const [, go] = useLocation()
  const [service, setService] = useState<ReferralService | null>(null)
  const [sentOn, setSentOn] = useState<PlainDate | null>(today())
  const [wish, setWish] = useState<keyof typeof wishes | null>(null)
  const sending = useSending()

  function submit(event: FormEvent) {
    event.preventDefault()
    if (service === null || sentOn === null || wish !== 'yes') return
    const refused = referralSendRule({ sentOn }, { status: person.status, today: today() })
    sending.setProblem(refused)
    if (refused) return
    void sending.run(async () => {
      const referralId = crypto.randomUUID()
      await record(referralSend, { clubId, referralId, personId: person.id, service, sentOn })
      go(paths.person(person.id))
    })
  }

  return (
    <form className="stack" onSubmit={submit}>
      <p className="code big">{person.code}</p>
      <p>{say(words.lead)}</p>
      <Choice
        label={say(words.service)}
        options={optionsOf(referralServices, say)}
        chosen={service === null ? [] : [service]}
        onChange={([code]) => setService(code ?? null)}
      />
      <DateField label={say(words.day)} value={sentOn} onChange={setSentOn} />
      <Choice
        label={say(words.wish)}
        options={optionsOf(wishes, say)}
        chosen={wish === null ? [] : [wish]}
        onChange={([code]) => setWish(code ?? null)}
      />
      {(wish === 'no' || wish === 'later') && <Notice>{say(words.notNow)}</Notice>}
      {sending.problem && <Notice kind="problem">{say(sending.problem.message)}</Notice>}
      <div className="stick">
        <Button
          type="submit"
          wide
          busy={sending.busy}
          disabled={service === null || sentOn === null || wish !== 'yes'}
        >
          {say(words.save)}
        </Button>
      </div>
    </form>
  )
}
