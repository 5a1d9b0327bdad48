import type { Duplex } from 'node:stream'
import { commonRefusals } from '@ke-vai/contract/refusal.ts'
import { z } from 'zod'
import { Refused } from '../platform/refused.ts'
import { reply, speak } from './message.ts'

interface Waiting {
  take(answer: unknown): void
  fail(error: Error): void
}

/** The asking end of a line to a vault. */
export interface Line {
  ask<Asked extends z.ZodType, Answer extends z.ZodType>(
    name: string,
    shape: { asked: Asked; answer: Answer },
    args: z.output<Asked>,
  ): Promise<z.output<Answer>>
  tell(message: unknown): boolean
}

/**
 * Asks over a stream and matches what comes back; a line that closes refuses whatever waits with `busy`.
 * @param overhear gets what the vault says by itself
 */
export function askOver(stream: Duplex, overhear: (message: unknown) => void): Line {
  const waiting = new Map<number, Waiting>()
  let next = 0
  const tell = speak(stream, (message) => {
    const read = reply.safeParse(message)
    if (!read.success) return overhear(message)
    const { id, answer, refused, fault } = read.data
    const asked = waiting.get(id)
    waiting.delete(id)
    if (refused) asked?.fail(refusedAs(refused))
    // The code tells whether the database was away; the message has nothing more to say.
    else if (fault !== undefined)
      asked?.fail(Object.assign(new Error(`the vault: ${fault}`), { code: fault }))
    else asked?.take(answer)
  })
  stream.on('error', () => {})
  stream.on('close', () => {
    for (const each of waiting.values()) each.fail(new Refused('busy'))
    waiting.clear()
  })
  return {
    tell,
    ask: async (name, shape, args) => {
      if (stream.destroyed) throw new Refused('busy')
      const id = next++
      const answered = new Promise((take, fail) => waiting.set(id, { take, fail }))
      if (!tell({ id, ask: name, args: z.encode(shape.asked, args) })) {
        waiting.delete(id)
        throw new Refused('badShape')
      }
      return shape.answer.parse(await answered)
    },
  }
}

function refusedAs({ refusal, alarm }: NonNullable<z.infer<typeof reply>['refused']>): Refused {
  const common = Object.entries(commonRefusals).find(([, each]) => each.code === refusal.code)
  const { code, message, field } = refusal
  const said = common
    ? (common[0] as keyof typeof commonRefusals)
    : { code, message, ...(field === undefined ? {} : { field }) }
  return new Refused(said, alarm)
}
