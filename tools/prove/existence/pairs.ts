import { readPath } from '@ke-vai/contract/endpoint.ts'
import { endpoints } from '@ke-vai/contract/endpoints.ts'
import type { Actor } from '../matrix/actor.ts'
import type { About } from '../matrix/asking.ts'
import { expected, inReach, lines, type Relation, relations } from '../matrix/oracle.ts'
import { about, aboutNothing, commands, reads } from '../matrix/requests.ts'
import type { World } from '../matrix/world.ts'

/** What is asked: a read by its path, or a command by its arguments. */
export type Question = { name: string; path: string } | { name: string; args: object }

/** The same question twice: once of something that is there and hidden, once of something that is nowhere. */
export interface Pair {
  actor: Actor
  name: string
  /** How what is hidden stands to the actor. */
  hidden: string
  ofHidden(): Question
  ofNothing(): Question
}

/** Every pair of the actor: for each read and command, whatever the oracle says is not to be found. */
export function pairsOf(world: World, actor: Actor): Pair[] {
  return Object.keys(lines).flatMap((name) => [
    ...relations
      .filter((relation) => expected(actor, name, relation) === 'not_found')
      .flatMap((relation) => {
        const whole = !inReach(actor.seat, relation) || lines[name]?.over === 'organisation'
        const subject = about(world, relation)
        return pairs(world, actor, name, relation, subject, aboutNothing(subject, whole))
      }),
    ...(expected(actor, name, 'own') === 'not_found' ? [] : strangers(world, actor, name)),
  ])
}

/** In the actor's own club, ids that belong to another one: of a person, of a member, of whatever lies there. */
function strangers(world: World, actor: Actor, name: string): Pair[] {
  const [own, other] = [about(world, 'own'), about(world, 'other' as Relation)]
  const nowhere = aboutNothing(own, true)
  const mixed = (from: About): About => ({
    ...own,
    person: from.person,
    club: { ...own.club, members: from.club.members, ids: from.club.ids },
  })
  const nothing = { ...nowhere, club: { ...nowhere.club, ...randomised(own.club) } }
  return pairs(world, actor, name, 'of another club, asked of her own', mixed(other), mixed(nothing))
}

function randomised({ members, ids }: About['club']): Pick<About['club'], 'members' | 'ids'> {
  const random = <T extends object>(all: T) =>
    Object.fromEntries(Object.keys(all).map((key) => [key, crypto.randomUUID()])) as unknown as T
  return { members: random(members), ids: random(ids) }
}

function pairs(world: World, actor: Actor, name: string, hidden: string, one: About, none: About): Pair[] {
  const [first, second] = [questions(world, name, one), questions(world, name, none)]
  return first.flatMap((_, i) => {
    const pair = {
      ...{ actor, name, hidden },
      ofHidden: () => questions(world, name, one)[i] ?? missing(name),
      ofNothing: () => questions(world, name, none)[i] ?? missing(name),
    }
    // A question that names nothing of what is hidden is the same question twice.
    return second[i] && namesOneOf(first[i], one, none) ? [pair] : []
  })
}

function namesOneOf(question: Question | undefined, one: About, none: About): boolean {
  const elsewhere = new Set(idsOf(none))
  const asked = JSON.stringify(question)
  return idsOf(one).some((id) => !elsewhere.has(id) && asked.includes(id))
}

/** What the request may be about, apart from the club in which the person of a world lies. */
function idsOf({ club, person, organisationId }: About): string[] {
  const all = JSON.stringify([club, { ...person, club: null }, organisationId])
  return all.match(/[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}/g) ?? []
}

function missing(name: string): never {
  throw new Error(`${name} is asked in fewer ways than before`)
}

const paths = new Map<string, (typeof endpoints)[number]>(endpoints.map((each) => [each.name, each]))

function questions(world: World, name: string, subject: About): Question[] {
  const read = paths.get(name)
  const ask = (read ? reads : commands)[name]
  if (!ask) return []
  const asked = ask(subject, world)
  return (Array.isArray(asked) ? (asked as object[]) : [asked]).map((each) => {
    if (!read) return { name, args: each }
    const { query = {}, ...params } = each as { query?: Record<string, string> } & Record<string, string>
    return {
      name,
      path: `/api${readPath(read, params as Record<string, string>)}?${new URLSearchParams(query as Record<string, string>)}`,
    }
  })
}
