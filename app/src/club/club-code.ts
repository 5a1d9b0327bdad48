import { foldText } from '@ke-vai/contract/text/text.ts'

/** A short code for a club, from its ward: 'tuan-chau', or 'tuan-chau-2' when that is taken. */
export function codeFor(ward: string, taken: readonly string[]): string {
  const plain = foldText(ward)
    .replace(/[^a-z0-9]+/gu, '-')
    .slice(0, 50)
    .replace(/^-+|-+$/gu, '')
  let code = plain
  for (let n = 2; taken.includes(code); n += 1) code = `${plain}-${n}`
  return code
}
