import { randomUUID } from 'node:crypto'
import type { Question } from './pairs.ts'

/** An answer to the byte, but for its date, and how long it took in ms. */
export interface Answered {
  status: number
  whole: string
  ms: number
}

/** Asks over the network as somebody signed in; a command under an id of its own each time. */
export async function ask(address: string, token: string, question: Question): Promise<Answered> {
  const cookie = `ke_vai=${token}`
  const began = performance.now()
  const response = await ('path' in question
    ? fetch(`${address}${question.path}`, { headers: { cookie } })
    : fetch(`${address}/api/commands/${question.name}`, {
        method: 'POST',
        headers: { cookie, 'content-type': 'application/json' },
        body: JSON.stringify({ id: randomUUID(), deviceTime: new Date().toISOString(), args: question.args }),
      }))
  const text = await response.text()
  const ms = performance.now() - began
  const headers = [...response.headers].filter(([name]) => name !== 'date')
  return { status: response.status, whole: `${response.status} ${JSON.stringify(headers)} ${text}`, ms }
}

/** The middle one. */
export function median(times: readonly number[]): number {
  const inOrder = [...times].sort((a, b) => a - b)
  return inOrder[Math.floor(inOrder.length / 2)] ?? 0
}
