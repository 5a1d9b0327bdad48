import type { ProblemCode } from '../problem-words.ts'

/**
 * What a cell says once it is understood. `value` is null when it says nothing, or nothing that can be used;
 * `remarks` are what a person should know about it.
 */
export interface Reading<Value> {
  readonly value: Value | null
  readonly remarks: readonly ProblemCode[]
}

export function reads<Value>(value: Value | null, ...remarks: ProblemCode[]): Reading<Value> {
  return { value, remarks }
}

/** True when one of the folded phrases stands in the folded text as whole words. */
export function says(folded: string, phrases: readonly string[]): boolean {
  return phrases.some((phrase) => ` ${folded} `.includes(` ${phrase} `))
}
