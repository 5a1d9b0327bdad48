import type { Relation } from './oracle.ts'

/** A word of the world, or an id: what it tells of, and of whom. */
export interface Token {
  kind: string
  relation: Relation
}

/** A word found nowhere else, which says by itself what it is: 'zqidentity0team0namezq'. */
export const canary = (kind: string, relation: Relation, what = kind): string =>
  `zq${kind.replaceAll('_', '1')}0${relation.replaceAll('_', '1')}0${what}zq`

const words = /zq([a-z1]+)0([a-z1]+)0[a-z1]+zq/giu
const uuids = /[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}|(?:KV|HS)-[0-9]{2}-[0-9]{6}/gu

/** Every token in a text: the words by their form, the ids by what they are known for. */
export function tokensIn(text: string, ids: ReadonlyMap<string, Token>): Map<string, Token> {
  const found = new Map<string, Token>()
  for (const [word, kind = '', relation = ''] of text.matchAll(words))
    found.set(word, {
      kind: kind.toLowerCase().replaceAll('1', '_'),
      relation: relation.toLowerCase().replaceAll('1', '_') as Relation,
    })
  for (const [id] of text.matchAll(uuids)) {
    const known = ids.get(id)
    if (known) found.set(id, known)
  }
  return found
}
