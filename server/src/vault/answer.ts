import { z } from 'zod'
import { Refused } from '../platform/refused.ts'
import type { Asking, Orders } from './asking.ts'
import { type Order, orders, type Question, questions, type Reply, request } from './message.ts'

type Answers = Record<string, { asked: z.ZodType; answer: z.ZodType; run: (args: never) => Promise<unknown> }>

/** What the owner may ask. */
export function questionsTo(core: Asking): Answers {
  const run: { [Q in Question]: (args: z.infer<(typeof questions)[Q]['asked']>) => Promise<unknown> } = {
    makeKeys: (args) => core.makeKeys(args.owner, args.ids, args.organisationId),
    sealAll: (args) => core.sealAll(args.sealings),
    openAll: (args) => core.openAll(args.who, args.openings, args.book),
    hash: (args) => core.hash(args.purpose, args.texts),
    indexTokens: (args) => core.indexTokens(args.organisationId, args.people),
    search: (args) => core.search(args.who, args.organisationId, args.clubId, args.asked),
    state: core.state,
    fits: core.fits,
  }
  return join(questions, run)
}

/** What operators may order. */
export function ordersTo(taken: Orders): Answers {
  const run: { [O in Order]: (args: z.infer<(typeof orders)[O]['asked']>) => Promise<unknown> } = {
    split: taken.split,
    confirmSplit: (args) => taken.confirmSplit(args.one, args.other),
    unlock: (args) => taken.unlock(args.share),
    rotate: (args) => taken.rotate(args.master),
  }
  return join(orders, run)
}

function join(
  shapes: Record<string, { asked: z.ZodType; answer: z.ZodType }>,
  run: Record<string, (args: never) => Promise<unknown>>,
): Answers {
  return Object.fromEntries(
    Object.entries(shapes).map(([name, shape]) => [name, { ...shape, run: run[name] ?? (async () => null) }]),
  )
}

/** Answers one message. Whatever goes wrong, no value and no message of an error leaves: refusals and codes alone. */
export async function answer(answers: Answers, message: unknown): Promise<Reply | null> {
  const read = request.safeParse(message)
  if (!read.success) return null
  const { id, ask, args } = read.data
  try {
    const known = Object.hasOwn(answers, ask) ? answers[ask] : undefined
    if (!known) throw new Error('no such question')
    const result = await known.run(known.asked.parse(args) as never)
    return { id, answer: z.encode(known.answer, result) }
  } catch (error) {
    if (error instanceof Refused)
      return { id, refused: { refusal: error.refusal, ...(error.alarm ? { alarm: error.alarm } : {}) } }
    const { code, name } = error as NodeJS.ErrnoException
    return { id, fault: String(code ?? name) }
  }
}
