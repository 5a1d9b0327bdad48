import { randomUUID } from 'node:crypto'
import { signInAt } from '../../../server/src/testing/product-client.ts'
import type { Send } from './story.ts'

/** Somebody signed in over HTTP, as her browser would be. */
export async function openProductClient(
  address: string,
  username: string,
): Promise<{ cookie: string; send: Send }> {
  const cookie = await signInAt(address, username)
  const send: Send = async (command, args, approvalId) => {
    const answer = await fetch(`${address}/api/commands/${command.name}`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', cookie },
      body: JSON.stringify({
        id: randomUUID(),
        deviceTime: new Date().toISOString(),
        args,
        ...(approvalId ? { approvalId } : {}),
      }),
    })
    return { status: answer.status, body: await answer.json() }
  }
  return { cookie, send }
}
