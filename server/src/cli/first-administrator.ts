import { invitationDays, invitationPath } from '@ke-vai/contract/account/invitation.ts'
import { cleanText } from '@ke-vai/contract/text/text.ts'
import { inviteFirstAdministrator } from '../account/first-administrator.ts'
import { operatorId } from '../demo/demo.ts'
import { openDatabase } from './open-database.ts'
import { type Terminal, UsageRefusal } from './terminal.ts'

/**
 * `ke-vai first-administrator`: prints the link by which the first administrator comes in, this once.
 * @throws Refused when there is an administrator, or no such organisation
 */
export async function firstAdministrator(
  asked: { name: string; organisation: string | null },
  terminal: Terminal,
): Promise<void> {
  const name = cleanText(asked.name)
  if (name.length === 0 || name.length > 120)
    throw new UsageRefusal(
      '--name cần họ tên, tối đa 120 ký tự',
      '--name wants a name of at most 120 characters',
    )
  const open = await openDatabase(terminal)
  try {
    const { token, organisation } = await inviteFirstAdministrator(open.app, operatorId, { ...asked, name })
    // A passkey cannot be bound to 127.0.0.1, so the link says localhost.
    const origin = terminal.config.origin ?? `http://localhost:${terminal.config.port}`
    terminal.say(`${organisation}: ${name}`)
    terminal.say(
      `Mở đường dẫn này trong trình duyệt, một lần, trong ${invitationDays} ngày; nó không được in lại (open it once; it is not printed again):`,
    )
    terminal.print(`${origin}${invitationPath(token)}`)
  } finally {
    await open.close()
  }
}
