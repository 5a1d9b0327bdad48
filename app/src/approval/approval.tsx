import { approvalRequest } from '@ke-vai/contract/approval/approval.ts'
import type { CommandDefinition } from '@ke-vai/contract/command.ts'
import { type ReactNode, useState } from 'react'
import { Link } from 'wouter'
import type { z } from 'zod'
import { CommandForm } from '../club/CommandForm.tsx'
import { useLanguage } from '../language/language.ts'
import { paths } from '../paths.ts'
import { Notice } from '../ui/Notice.tsx'

const words = {
  needed: {
    vi: 'Việc này cần người thứ hai đồng ý. Chị gửi đề nghị; khi được đồng ý, chị làm tiếp ở trang «Chờ người thứ hai».',
    en: 'This needs a second person. Send your wish; once it is agreed, go on at «Waiting for a second person».',
  },
  sent: {
    vi: 'Đã gửi đề nghị. Chưa có gì thay đổi cho tới khi có người đồng ý và chị làm tiếp.',
    en: 'Your wish was sent. Nothing changes until somebody agrees and you go on.',
  },
  look: { vi: 'Xem đề nghị của tôi', en: 'See my wishes' },
} as const

interface Props<C extends CommandDefinition> {
  /** The command that two people agree on. */
  command: C
  args: () => z.input<C['args']>
  submit: string
  ready?: boolean
  /** Told once the wish was sent; the notice that says so stays. */
  onDone?: () => void
  children?: ReactNode
}

/** A form that does nothing yet: it asks a second person to agree to exactly this. */
export function AskSecond<C extends CommandDefinition>(props: Props<C>) {
  const { say } = useLanguage()
  const [sent, setSent] = useState(false)
  if (sent)
    return (
      <Notice kind="good">
        <p>{say(words.sent)}</p>
        <Link href={paths.approvals()}>{say(words.look)}</Link>
      </Notice>
    )
  const request = () => {
    const args = props.args() as Record<string, unknown>
    const place = (scope: string) => (typeof args[scope] === 'string' ? String(args[scope]) : null)
    // The place in which it is asked is the one where the command itself looks for its permission.
    const ofClub = props.command.scope === 'club'
    return {
      approvalId: crypto.randomUUID(),
      clubId: ofClub ? place('clubId') : null,
      organisationId: ofClub ? null : place('organisationId'),
      command: props.command.name,
      args,
    }
  }
  return (
    <CommandForm
      command={approvalRequest}
      submit={props.submit}
      ready={props.ready !== false}
      args={request}
      onDone={() => setSent(true)}
    >
      {props.children}
      <Notice kind="careful">{say(words.needed)}</Notice>
    </CommandForm>
  )
}
