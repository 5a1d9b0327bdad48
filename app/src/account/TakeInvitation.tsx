import { invitationMakePowerful, invitationMakeReturn } from '@ke-vai/contract/account/invitation.ts'
import type { OwnWish } from '@ke-vai/contract/approval/approval.ts'
import type { ResultOf } from '@ke-vai/contract/command.ts'
import { roles } from '@ke-vai/contract/permissions.ts'
import { commonRefusals } from '@ke-vai/contract/refusal.ts'
import { useState } from 'react'
import { sendNow } from '../api/api.ts'
import { readAgain } from '../api/use-read.ts'
import { useLanguage } from '../language/language.ts'
import { Button } from '../ui/Button.tsx'
import { Notice } from '../ui/Notice.tsx'
import { InvitationLink } from './InvitationLink.tsx'
import { useAsking } from './use-asking.ts'

const words = {
  agreed: {
    vi: 'Người thứ hai đã đồng ý. Đường dẫn chỉ hiện một lần, nên chị làm bước này khi sắp gặp người được mời.',
    en: 'The second person agreed. The link is shown once, so do this when you are about to meet her.',
  },
  take: { vi: 'Làm tiếp: hiện đường dẫn', en: 'Go on: show the link' },
} as const

/** Makes the invitation that two people agreed on, and shows its link this once. */
export function TakeInvitation({ wish }: { wish: OwnWish }) {
  const { say } = useLanguage()
  const [made, setMade] = useState<ResultOf<typeof invitationMakePowerful> | null>(null)
  const { busy, problem, run } = useAsking()
  const who = wish.about ?? (typeof wish.args.displayName === 'string' ? wish.args.displayName : '')
  const take = async () => {
    // Exactly the arguments that were agreed: changed ones would be refused.
    if (wish.command === invitationMakeReturn.name)
      setMade(await sendNow(invitationMakeReturn, invitationMakeReturn.args.parse(wish.args), wish.id))
    else setMade(await sendNow(invitationMakePowerful, invitationMakePowerful.args.parse(wish.args), wish.id))
    readAgain()
  }
  if (made)
    return (
      <section className="card">
        <InvitationLink made={made} displayName={who} />
      </section>
    )
  if (wish.state !== 'approved')
    return <Notice kind="careful">{say(commonRefusals.approvalStale.message)}</Notice>
  return (
    <section className="card stack">
      <p>
        <strong>{who}</strong>
        {wish.role && ` · ${say(roles[wish.role])}`} · {wish.placeName}
      </p>
      <p>{say(words.agreed)}</p>
      {problem && <Notice kind="problem">{say(problem)}</Notice>}
      <Button wide busy={busy} onClick={() => void run(take, commonRefusals.fault.message)}>
        {say(words.take)}
      </Button>
    </section>
  )
}
