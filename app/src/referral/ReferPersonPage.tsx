import { referralListOfPerson } from '@ke-vai/contract/referral/of-person.ts'
import type { ReferralSent } from '@ke-vai/contract/referral/reads.ts'
import { useState } from 'react'
import { Link } from 'wouter'
import { useOwnClubId } from '../account/own-club.ts'
import { useRead } from '../api/use-read.ts'
import { useLanguage } from '../language/language.ts'
import { paths } from '../paths.ts'
import { Notice } from '../ui/Notice.tsx'
import { Page } from '../ui/Page.tsx'
import { Reading } from '../ui/Reading.tsx'
import { PersonReferralCard } from './PersonReferralCard.tsx'
import { PrepareForPerson } from './PrepareForPerson.tsx'

const words = {
  title: { vi: 'Chuyển gửi', en: 'Refer to a service' },
  back: { vi: 'Người này', en: 'This person' },
  lead: {
    vi: 'Năm bước: chị ấy cần gì, chị ấy chọn nơi nào, chị ấy đồng ý cho biết những gì, xem nơi nhận sẽ thấy gì, rồi gửi. Chưa có sự đồng ý thì chưa có gì được gửi.',
    en: 'Five steps: what she needs, the place she chooses, what she agrees to share, a look at what they will see, then send. Nothing is sent without her consent.',
  },
  network: {
    vi: 'Việc này cần có mạng. Khi chưa có mạng, chị có thể ghi nhanh điều chị ấy cần và chuyển gửi sau.',
    en: 'This needs a connection. Without one, note what she needs and refer her later.',
  },
  asked: {
    vi: 'Đã ghi. Bây giờ hỏi ý chị ấy; sau đó xem trước và gửi.',
    en: 'Noted. Now ask her; then look at it and send.',
  },
  agreed: {
    vi: 'Chị ấy đã đồng ý. Xem bên nhận sẽ thấy gì, rồi bấm «Gửi».',
    en: 'She agreed. Look at what they will see, then press “Send”.',
  },
  sent: {
    vi: 'Đã gửi. Trả lời sẽ hiện trên trang của người này.',
    en: 'Sent. The answer will show on her page.',
  },
  done: { vi: 'Về trang của người này', en: 'Back to her page' },
} as const

function stepOf({ standing, consented }: ReferralSent): 'asked' | 'agreed' | 'sent' {
  if (standing !== 'draft' && standing !== 'awaiting_consent') return 'sent'
  return consented ? 'agreed' : 'asked'
}

/** From what she needs to what is sent, on one page for a phone. */
export function ReferPersonPage({ personId }: { personId: string }) {
  const { say } = useLanguage()
  const clubId = useOwnClubId()
  const [referralId, setReferralId] = useState<string | null>(null)
  const list = useRead(referralListOfPerson, { clubId, personId }, {})
  return (
    <Page title={say(words.title)} back={{ href: paths.person(personId), text: say(words.back) }}>
      {referralId === null ? (
        <div className="stack">
          <p>{say(words.lead)}</p>
          <p className="hint">{say(words.network)}</p>
          <PrepareForPerson clubId={clubId} personId={personId} onDone={setReferralId} />
        </div>
      ) : (
        <Reading of={list}>
          {({ referrals }) => (
            <div className="stack">
              {referrals
                .filter(({ id }) => id === referralId)
                .map((each) => (
                  <div key={each.id} className="stack">
                    <Notice>{say(words[stepOf(each)])}</Notice>
                    <PersonReferralCard clubId={clubId} personId={personId} referral={each} asks />
                  </div>
                ))}
              <Link href={paths.person(personId)} className="button button-quiet wide">
                {say(words.done)}
              </Link>
            </div>
          )}
        </Reading>
      )}
    </Page>
  )
}
