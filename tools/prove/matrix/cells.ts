import { createHash } from 'node:crypto'
import { allCommands, allReads } from '../../../server/src/routes.ts'
import type { Actor } from './actor.ts'
import { lines, type Relation, relations } from './oracle.ts'
import { commands, reads } from './requests.ts'

/** One try: this actor asks this of something in this relation to her. */
export interface Cell {
  actor: Actor
  name: string
  isRead: boolean
  relation: Relation
}

/** What the product can do, from its own lists. */
export interface Route {
  name: string
  isRead: boolean
  permission: string
  hasSubject: boolean
  stepUp: boolean
  twoPeople: boolean
}
export function routes(): Route[] {
  const describe = (isRead: boolean) => (each: { definition: unknown }) => {
    const definition = each.definition as {
      name: string
      permission: string
      subject?: object
      stepUp?: boolean
      twoPeople?: object
    }
    const { name, permission } = definition
    return {
      name,
      isRead,
      permission,
      hasSubject: Boolean(definition.subject),
      stepUp: definition.stepUp === true,
      twoPeople: Boolean(definition.twoPeople),
    }
  }
  return [...allReads.map(describe(true)), ...allCommands.map(describe(false))]
}

/** What is missing for a cell of each route: an argument or a line of the oracle, and lines of things that are gone. */
export function withoutCells(): string[] {
  const there = routes()
  const names = new Set(there.map(({ name }) => name))
  return [
    ...there.filter(({ name }) => !lines[name]).map(({ name }) => `${name}: no expectation (oracle.ts)`),
    ...there
      .filter(({ name, isRead }) => !(isRead ? reads : commands)[name])
      .map(({ name }) => `${name}: no arguments (requests.ts)`),
    ...Object.keys(lines)
      .filter((name) => !names.has(name))
      .map((name) => `${name}: the oracle has a line for what is not there`),
  ]
}

const ofCases: readonly Relation[] = [
  'own',
  'team',
  'same_organisation',
  'excluded',
  'sub_area',
  'sibling',
  'parent',
  'other',
]
const ofClubs: readonly Relation[] = ['own', 'same_organisation', 'sub_area', 'sibling', 'parent', 'other']

/** Every cell of one route. Things of a club are the same whoever of its persons is meant, so those are asked once. */
export function cellsOf(route: Route, actors: readonly Actor[]): Cell[] {
  const { over, stepUp } = lines[route.name] ?? { over: 'anywhere' }
  const asked =
    over === 'anywhere'
      ? (['own'] as const)
      : over === 'case'
        ? ofCases
        : ['person', 'task', 'wish'].includes(over)
          ? relations
          : ofClubs
  return actors
    .filter((actor) => actor.steppedUp || stepUp)
    .flatMap((actor) =>
      asked.map((relation) => ({ actor, name: route.name, isRead: route.isRead, relation })),
    )
}

/** A part of a list that is another one for each seed, and the same for the same. */
export function sample<T>(all: readonly T[], wanted: number, seed: string, nameOf: (each: T) => string): T[] {
  const mark = (each: T) =>
    createHash('sha256')
      .update(`${seed}/${nameOf(each)}`)
      .digest('hex')
  return all
    .map((each) => [mark(each), each] as const)
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .slice(0, wanted)
    .map(([, each]) => each)
}

export const nameOfCell = ({ actor, name, relation }: Cell): string => `${actor.name} · ${name} · ${relation}`
