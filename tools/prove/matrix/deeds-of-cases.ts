import { randomUUID } from 'node:crypto'
import { type Asked, type Deed, deed } from './deed.ts'
import type { Relation } from './oracle.ts'

const cases: readonly Relation[] = [
  'own',
  'team',
  'same_organisation',
  'excluded',
  'sub_area',
  'sibling',
  'parent',
  'other',
]
const once: readonly Relation[] = ['own']
const organisations: readonly Relation[] = ['own', 'sub_area', 'sibling', 'parent', 'other']

const counter = deed('case_code_counter')
const file = deed('case_file')
const member = deed('case_member')
const entry = deed('case_entry')
const reception = deed('reception')

const provinceOf = ({ tx, case: { id } }: Asked) => tx`(select province from case_file where id = ${id})`
const open = (asked: Asked, openedBy: string, managerId: string | null) => asked.tx`
  insert into case_file (province, id, organisation_id, code, channel, opened_at, opened_by, manager_id)
  values ('22', ${randomUUID()}, ${asked.organisationId}, ${randomUUID()}, 'self_return', now(), ${openedBy}, ${managerId})`
const join = (asked: Asked, accountId: string, part: string) => asked.tx`
  insert into case_member (province, id, case_id, account_id, part, added_by)
  values (coalesce(${provinceOf(asked)}, '22'), ${randomUUID()}, ${asked.case.id}, ${accountId}, ${part}, ${asked.actor.accountId})`
const write = (asked: Asked, recordedBy: string) => asked.tx`
  insert into case_entry (province, id, case_id, seq, kind, tier, body, on_day, recorded_by)
  values (coalesce(${provinceOf(asked)}, '22'), ${randomUUID()}, ${asked.case.id}, 9999, 'case.moved', 'team', '{}', '2026-01-01',
    ${recordedBy})`
const receive = (asked: Asked, recordedBy: string) => asked.tx`
  insert into reception (province, id, organisation_id, kind, channel, started_at, recorded_by)
  values ('22', ${randomUUID()}, ${asked.organisationId}, 'group', 'border_handover', now(), ${recordedBy})`

/** What may be done to rows of cases where the copy of another's row tells nothing. */
export const caseDeeds: readonly Deed[] = [
  counter(
    'count in her province',
    once,
    ({ tx }) => tx`update case_code_counter set last = last + 1 where province = '22'`,
  ),
  counter(
    'count in another province',
    once,
    ({ tx }) => tx`update case_code_counter set last = last + 1 where province = '31'`,
  ),
  file('open one that waits', organisations, (asked) => open(asked, asked.actor.accountId, null)),
  file('open one in the name of another', organisations, (asked) =>
    open(asked, asked.world.arranger.accountId, null),
  ),
  file('open one that she carries already', organisations, (asked) =>
    open(asked, asked.actor.accountId, asked.actor.accountId),
  ),
  member('take one that waits', cases, (asked) => join(asked, asked.actor.accountId, 'manager')),
  member('join a team by herself', cases, (asked) => join(asked, asked.actor.accountId, 'member')),
  member('put another on a team', cases, (asked) => join(asked, asked.world.arranger.accountId, 'member')),
  entry('write in her own name', cases, (asked) => write(asked, asked.actor.accountId)),
  entry('write in the name of another', cases, (asked) => write(asked, asked.world.arranger.accountId)),
  reception('begin one', organisations, (asked) => receive(asked, asked.actor.accountId)),
  reception('begin one in the name of another', organisations, (asked) =>
    receive(asked, asked.world.arranger.accountId),
  ),
]
