import { randomUUID } from 'node:crypto'
import { type Asked, type Deed, deed } from './deed.ts'
import { entryKeptBy } from './fill-directory.ts'
import type { Relation } from './oracle.ts'

const organisations: readonly Relation[] = ['own', 'sub_area', 'sibling', 'parent', 'other']
const once: readonly Relation[] = ['own']

const entry = deed('directory_entry')
const named = deed('directory_function')
const street = deed('directory_street')
const report = deed('directory_report')

const kept = ({ organisationId }: Asked) => entryKeptBy(organisationId)
const add = ({ tx, organisationId }: Asked, addedBy: string) => tx`
  insert into directory_entry (province, id, owner_organisation_id, provider, kind, name, area, fee, hours, source, added_by)
  select province, ${randomUUID()}, id, 'thử', 'health', 'thử', 'thử', 'free', 'office', 'test', ${addedBy}
  from organisation where id = ${organisationId}`
const tell = (asked: Asked, reportedBy: string) => asked.tx`
  insert into directory_report (province, id, entry_id, problem, reported_by)
  select province, ${randomUUID()}, id, 'no_answer', ${reportedBy} from directory_entry where id = ${kept(asked)}`

/** What may be done to rows of the directory, which belong to no club. */
export const directoryDeeds: readonly Deed[] = [
  entry('read', organisations, (asked) => asked.tx`select id from directory_entry where id = ${kept(asked)}`),
  entry('add', organisations, (asked) => add(asked, asked.actor.accountId)),
  entry('add in the name of another', organisations, (asked) => add(asked, asked.world.arranger.accountId)),
  entry(
    'keep true',
    organisations,
    (asked) => asked.tx`update directory_entry set checked_on = '2026-01-01' where id = ${kept(asked)}`,
  ),
  named('read', once, ({ tx }) => tx`select id from directory_function limit 1`),
  named(
    'add',
    once,
    (asked) => asked.tx`
      insert into directory_function (province, id, entry_id, name, name_en, source)
      select province, ${randomUUID()}, id, 'thử', 'test', 'test' from directory_entry where id = ${kept(asked)}`,
  ),
  street(
    'read',
    organisations,
    (asked) => asked.tx`select id from directory_street where entry_id = ${kept(asked)}`,
  ),
  street(
    'seal',
    organisations,
    (asked) => asked.tx`
      insert into directory_street (province, id, entry_id, organisation_id, sealed)
      select province, ${randomUUID()}, id, owner_organisation_id, '\\x00'::bytea from directory_entry where id = ${kept(asked)}`,
  ),
  report(
    'read',
    organisations,
    (asked) => asked.tx`select id from directory_report where entry_id = ${kept(asked)}`,
  ),
  report('tell', once, (asked) => tell(asked, asked.actor.accountId)),
  report('tell in the name of another', once, (asked) => tell(asked, asked.world.arranger.accountId)),
]
