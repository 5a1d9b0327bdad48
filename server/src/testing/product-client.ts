import type { CommandDefinition } from '@ke-vai/contract/command.ts'
import type { z } from 'zod'
import { demoPassword } from '../../../database/seed/network.ts'

/** A demo person's sign-in over HTTP; the session outlives a restart of the product. @returns her cookie */
export async function signInAt(address: string, username: string): Promise<string> {
  const answer = await fetch(`${address}/api/sign-in`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ username, password: demoPassword }),
  })
  if (answer.status !== 200) throw new Error(`${username} could not sign in: ${answer.status}`)
  return answer.headers.getSetCookie()[0]?.split(';')[0] ?? ''
}

/** Sends one command. @returns the HTTP status; throws when the server goes away meanwhile */
export async function sendTo<C extends CommandDefinition>(
  address: string,
  cookie: string,
  command: C,
  id: string,
  args: z.input<C['args']>,
): Promise<number> {
  const answer = await fetch(`${address}/api/commands/${command.name}`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', cookie },
    body: JSON.stringify({ id, deviceTime: new Date().toISOString(), args }),
  })
  await answer.arrayBuffer()
  return answer.status
}
