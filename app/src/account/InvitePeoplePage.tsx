import { approvalMine } from '@ke-vai/contract/approval/approval.ts'
import { type GrantsHere, grantListOfClub, grantListOfOrganisation } from '@ke-vai/contract/grant/grant.ts'
import { commonRefusals } from '@ke-vai/contract/refusal.ts'
import { useSearchParams } from 'wouter'
import { useRead } from '../api/use-read.ts'
import { Opening } from '../club/Opening.tsx'
import { useLanguage } from '../language/language.ts'
import { paths } from '../paths.ts'
import { Notice } from '../ui/Notice.tsx'
import { Page } from '../ui/Page.tsx'
import { Reading } from '../ui/Reading.tsx'
import { InvitationList } from './InvitationList.tsx'
import { InviteForm } from './InviteForm.tsx'
import { LetBackForm } from './LetBackForm.tsx'
import { useMe } from './session.ts'
import { TakeInvitation } from './TakeInvitation.tsx'

const words = {
  title: { vi: 'Mời người mới', en: 'Invite somebody new' },
  back: { vi: 'Người và vai trò', en: 'People and roles' },
  lead: {
    vi: 'Mỗi lời mời là một đường dẫn dùng một lần, trong 7 ngày.',
    en: 'Each invitation is a link that works once, within 7 days.',
  },
  lost: { vi: 'Người đã có tài khoản mà mất lối vào', en: 'Somebody who lost her way in' },
} as const

/** Makes invitations and shows those made; one agreed by a second person is taken here. */
export function InvitePeoplePage() {
  const { say } = useLanguage()
  const me = useMe()
  const [search] = useSearchParams()
  const approvalId = search.get('approval')
  const standings = me.standings.filter((each) => each.permissions.includes('grant.end'))
  const standing = standings.find((each) => each.organisationId !== null) ?? standings[0]
  return (
    <Page title={say(words.title)} back={{ href: paths.people(), text: say(words.back) }}>
      <p>{say(words.lead)}</p>
      {approvalId !== null && <Agreed key={approvalId} approvalId={approvalId} />}
      {standing?.organisationId ? (
        <OfOrganisation organisationId={standing.organisationId} />
      ) : (
        standing?.clubId && <OfClub clubId={standing.clubId} />
      )}
      <InvitationList />
    </Page>
  )
}

function Agreed({ approvalId }: { approvalId: string }) {
  const { say } = useLanguage()
  const mine = useRead(approvalMine, {}, {})
  return (
    <Reading of={mine}>
      {({ wishes }) => {
        const wish = wishes.find((each) => each.id === approvalId)
        if (!wish) return <Notice kind="problem">{say(commonRefusals.notFound.message)}</Notice>
        return <TakeInvitation wish={wish} />
      }}
    </Reading>
  )
}

function OfClub({ clubId }: { clubId: string }) {
  const here = useRead(grantListOfClub, { clubId }, {})
  return <Reading of={here}>{(data) => <Forms here={data} organisationId={null} />}</Reading>
}

function OfOrganisation({ organisationId }: { organisationId: string }) {
  const here = useRead(grantListOfOrganisation, { organisationId }, {})
  return <Reading of={here}>{(data) => <Forms here={data} organisationId={organisationId} />}</Reading>
}

function Forms({ here, organisationId }: { here: GrantsHere; organisationId: string | null }) {
  const { say } = useLanguage()
  return (
    <>
      <section className="card">
        <InviteForm here={here} />
      </section>
      {organisationId !== null && (
        <Opening text={say(words.lost)}>
          {() => <LetBackForm here={here} organisationId={organisationId} />}
        </Opening>
      )}
    </>
  )
}
