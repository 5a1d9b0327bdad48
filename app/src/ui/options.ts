import type { CodeWords, Words } from '@ke-vai/contract/words.ts'

/** A code list as the options of a choice, in its own order. */
export function optionsOf<Code extends string>(
  list: CodeWords<Code>,
  say: (words: Words) => string,
): { code: Code; text: string }[] {
  return (Object.keys(list) as Code[]).map((code) => ({ code, text: say(list[code]) }))
}
