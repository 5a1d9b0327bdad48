/**
 * What two people's agreement means, said once more and apart from the product: a state, actions, and which of them
 * are taken. It knows one effect (a role is given) with two different contents, and a world that may change under it.
 */

const people = ['khai', 'thanh', 'cam'] as const
export type Who = (typeof people)[number]
/** The data-protection officer may agree, never ask. */
const askers: readonly Who[] = ['khai', 'thanh']
const contents = ['a', 'b'] as const
export type Content = (typeof contents)[number]

export type Action =
  | { do: 'ask' | 'use'; who: Who; content: Content }
  | { do: 'yes' | 'no' | 'withdraw'; who: Who }
  | { do: 'pass'; minutes: number }
  | { do: 'change' }

export const actions: readonly Action[] = [
  ...askers.flatMap((who) => contents.map((content) => ({ do: 'ask' as const, who, content }))),
  ...people.flatMap((who) => [
    ...contents.map((content) => ({ do: 'use' as const, who, content })),
    { do: 'yes' as const, who },
    { do: 'no' as const, who },
    { do: 'withdraw' as const, who },
  ]),
  { do: 'pass', minutes: 61 },
  { do: 'pass', minutes: 24 * 60 + 1 },
  { do: 'change' },
]

interface Wish {
  by: Who
  content: Content
  world: boolean
  askedAt: number
  answer: { by: Who; yes: boolean; at: number } | null
  gone: 'used' | 'withdrawn' | null
}

export interface Model {
  now: number
  world: boolean
  /** The wish asked last: the one that every action means. */
  wish: Wish | null
  effects: readonly { asked: Who; agreed: Who }[]
}

export const start: Model = { now: 0, world: false, wish: null, effects: [] }

/** The state after an action, or null when the action is refused. */
export function step(model: Model, action: Action): Model | null {
  const { wish, now } = model
  if (action.do === 'pass') return { ...model, now: now + action.minutes }
  if (action.do === 'change') return { ...model, world: !model.world }
  if (action.do === 'ask') {
    const { who, content } = action
    return {
      ...model,
      wish: { by: who, content, world: model.world, askedAt: now, answer: null, gone: null },
    }
  }
  if (!wish || wish.gone) return null
  const own = wish.by === action.who
  if (action.do === 'withdraw') return own ? { ...model, wish: { ...wish, gone: 'withdrawn' } } : null
  if (action.do === 'use') {
    const { answer } = wish
    if (!own || !answer?.yes || now - answer.at >= 60) return null
    if (wish.content !== action.content || wish.world !== model.world) return null
    const effects = [...model.effects, { asked: wish.by, agreed: answer.by }]
    return { ...model, wish: { ...wish, gone: 'used' }, effects }
  }
  if (own || wish.answer || now - wish.askedAt >= 24 * 60) return null
  return { ...model, wish: { ...wish, answer: { by: action.who, yes: action.do === 'yes', at: now } } }
}
