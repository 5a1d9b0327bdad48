import { allCommands, allReads } from '../../../server/src/routes.ts'
import type { Route } from './cells.ts'
import { type Missing, reachIsAskedIn, without } from './locks.ts'
import { lines } from './oracle.ts'

/** One guard of the server, to be taken away while some cells are tried. */
export interface GuardMutant {
  name: string
  /** The routes whose cells must notice it. */
  routes: readonly Route[]
  during<T>(work: () => Promise<T>): Promise<T>
}

// Permissions that no route asks for, and the routes inside which they decide what is told.
const askedInside: Readonly<Record<string, string>> = {
  'month.board.read': 'month.get',
  'person.erase.approve': 'approval.decide',
}

// What these routes open is opened by the vault, which asks for the step-up itself: the guard before it cannot be missed.
const openedByTheVault = [
  'identity.open',
  'note.open',
  'identity.search',
  'identity.change',
  'register.export',
  'situation.open_accused',
  'case.open_identity',
  'directory.open_street',
  'verification.open_request',
  'tracing.open',
  'transfer.open_parcel',
  'referral.open_shared',
  'companion.open',
  'departure.open',
]

// No two lines of the world may be merged as they stand, so nothing is done that a second person could have stopped;
// person.unmerge and person.erase pass through the same gate.
const neverDone = ['person.merge']

// The handler asks for the second person itself, before anything else: the gate before it cannot be missed.
const askedByTheHandler = ['emergency.share']

// Conditions behind a guard for the same person: a second line, which shows only when the first one has gone.
// The vault opens and finds nobody whom the asker may not reach, so what stands before it shows as little.
const behindThePerson = [
  'withinReach in register/show-openings.ts',
  'withinReach in register/search-identity.ts',
  'withinReach in register/export-register.ts',
]

type Switch = Partial<Missing>
const bySwitch = (name: string, routes: readonly Route[], what: Switch): GuardMutant => ({
  name,
  routes,
  during: (work) => without(what, work),
})

/** Every guard there is: each permission, each route's person, step-up and second person, each reach in a query. */
export function guardMutants(routes: readonly Route[], permissions: readonly string[]): GuardMutant[] {
  const mutants: GuardMutant[] = []
  for (const permission of permissions) {
    const asked = routes.filter(
      (route) => route.permission === permission || askedInside[permission] === route.name,
    )
    if (asked.length > 0)
      mutants.push(bySwitch(`permission ${permission} for everybody`, asked, { permission }))
  }
  for (const route of routes) {
    if (route.hasSubject && !namesNothing(route)) mutants.push(withoutSubject(route))
    if (route.stepUp && !openedByTheVault.includes(route.name))
      mutants.push(bySwitch(`step-up of ${route.name}`, [route], { stepUp: true }))
    if (route.twoPeople && ![...neverDone, ...askedByTheHandler].includes(route.name))
      mutants.push(bySwitch(`second person of ${route.name}`, [route], { approval: true }))
  }
  for (const reachIn of reachIsAskedIn)
    if (!behindThePerson.includes(reachIn))
      mutants.push(bySwitch(reachIn, nearest(routes, reachIn), { reachIn }))
  return mutants
}

/**
 * Asked here with the id of nothing, so that whoever may is told the same as whoever may not: without the guard for the
 * case nothing would be done either. The tests beside these commands ask as somebody of another team.
 */
const namesNothing = ({ name }: Route): boolean => lines[name]?.said?.own === 'not_found'

/** All routes, those of the folder in which the condition stands first. */
function nearest(routes: readonly Route[], asked: string): Route[] {
  const folder = /in (\w+)\//u.exec(asked)?.[1] ?? ''
  const ofFolder = (route: Route) => (route.name.startsWith(folder) ? 0 : 1)
  return [...routes].sort((a, b) => ofFolder(a) - ofFolder(b))
}

function withoutSubject(route: Route): GuardMutant {
  const found = [...allReads, ...allCommands].find(({ definition }) => definition.name === route.name)
  return {
    name: `the person of ${route.name}`,
    routes: [route],
    during: async (work) => {
      if (!found) throw new Error(`${route.name} has no handler`)
      const { subject } = found.definition
      delete found.definition.subject
      try {
        return await work()
      } finally {
        if (subject) found.definition.subject = subject
      }
    },
  }
}

/**
 * A fault as it happened elsewhere (GHSA-9vhh-65v7-3xj6): a list that hides what is not the reader's in one branch and
 * not in the other. Here the register forgets the reach when only overdue lines are asked for.
 */
export function plantedFault(routes: readonly Route[]): GuardMutant {
  const list = allReads.find(({ definition }) => definition.name === 'register.list')
  return {
    name: 'planted: reach asked in one branch of register.list',
    routes: routes.filter(({ name }) => name === 'register.list'),
    during: async (work) => {
      if (!list) throw new Error('register.list has no handler')
      const { run } = list
      list.run = (asked, context) => {
        const { overdue } = asked.query as { overdue?: boolean }
        return run(asked, overdue ? { ...context, reach: 'all' } : context)
      }
      try {
        return await work()
      } finally {
        list.run = run
      }
    },
  }
}
