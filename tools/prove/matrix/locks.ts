/** What of the server's own lock is taken away. The product knows nothing of this: the proof puts it before its modules. */
export interface Missing {
  /** Every guard lets everybody through. */
  all: boolean
  /** Each role carries this permission. */
  permission: string | null
  subject: boolean
  /** The condition in the query of this file of the server: 'withinReach in register/list-register.ts'. */
  reachIn: string | null
  stepUp: boolean
  approval: boolean
}

export const missing: Missing = {
  all: false,
  permission: null,
  subject: false,
  reachIn: null,
  stepUp: false,
  approval: false,
}

/** Conditions in the server's queries that say how far the actor reaches; found by running them. */
export const reachIsAskedIn = new Set<string>()

type Guards = typeof import('../../../server/src/platform/guard.ts')
type Approvals = typeof import('../../../server/src/platform/approval.ts')
type Permissions = typeof import('@ke-vai/contract/permissions.ts')

export function guardsThatCanGo(real: Guards): Guards {
  return {
    ...real,
    requirePermission: (actor, permission, target) =>
      missing.all ? 'all' : real.requirePermission(actor, permission, target),
    requireSubject: async (...asked) => {
      if (!missing.all && !missing.subject) await real.requireSubject(...asked)
    },
    requireStepUp: (actor) => {
      if (!missing.all && !missing.stepUp) real.requireStepUp(actor)
    },
    withinReach: (tx, reach) => (isGone('withinReach') ? tx`true` : real.withinReach(tx, reach)),
    withinCaseReach: (tx, reach) => (isGone('withinCaseReach') ? tx`true` : real.withinCaseReach(tx, reach)),
    notExcluded: (tx, column) => (isGone('notExcluded') ? tx`true` : real.notExcluded(tx, column)),
    clubsWith: (tx, permission) =>
      isGone('clubsWith') ? tx`(array(select id from club))` : real.clubsWith(tx, permission),
  }
}

export function approvalsThatCanGo(real: Approvals): Approvals {
  return {
    ...real,
    takeApproval: async (tx, actor, id, wanted) =>
      missing.all || missing.approval
        ? { id: id ?? '00000000-0000-4000-8000-000000000000', approvedBy: actor.id }
        : real.takeApproval(tx, actor, id, wanted),
  }
}

export function permissionsThatCanGo(real: Permissions): Permissions {
  const reachOf: Permissions['reachOf'] = (role, permission) =>
    missing.all || missing.permission === permission ? 'all' : real.reachOf(role, permission)
  return {
    ...real,
    reachOf,
    permissionsOf: (held) =>
      (Object.keys(real.permissions) as (keyof Permissions['permissions'])[]).filter((permission) =>
        held.some((role) => reachOf(role, permission) !== null),
      ),
  }
}

function isGone(guard: string): boolean {
  const asked = `${guard} in ${callerFile()}`
  reachIsAskedIn.add(asked)
  return missing.all || missing.reachIn === asked
}

/** The file of the server from whose query this is asked. */
function callerFile(): string {
  const lines = (new Error().stack ?? '').split('\n').filter((line) => line.includes('/server/src/'))
  const outside = lines.find((line) => !line.includes('/platform/guard.ts'))
  return /\/server\/src\/([\w/-]+\.ts)/u.exec(outside ?? '')?.[1] ?? 'unknown'
}

/** Runs the work without some guards, which are there again afterwards. */
export async function without<T>(what: Partial<Missing>, work: () => Promise<T>): Promise<T> {
  const before = { ...missing }
  Object.assign(missing, what)
  try {
    return await work()
  } finally {
    Object.assign(missing, before)
  }
}
