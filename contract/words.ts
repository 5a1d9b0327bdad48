import { z } from 'zod'

/** A text in the languages of the screens. Vietnamese is the source. */
export interface Words {
  readonly vi: string
  readonly en: string
}
export type Language = keyof Words

export const words = z.object({ vi: z.string(), en: z.string() })

/** A code list: each code with its words, in the order in which screens offer it. */
export type CodeWords<Code extends string> = Readonly<Record<Code, Words>>

/** The codes of a list as a zod enum that keeps their literal types. */
export function codeOf<Code extends string>(list: CodeWords<Code>) {
  return z.enum(Object.keys(list) as [Code, ...Code[]])
}
