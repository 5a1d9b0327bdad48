import { randomUUID } from 'node:crypto'
import type { About, Ask } from './asking.ts'
import { entryKeptBy } from './fill-directory.ts'

const here = ({ organisationId }: About) => ({ organisationId })
const kept = (about: About) => ({ ...here(about), entryId: entryKeptBy(about.organisationId) })
const facts = {
  kind: 'health',
  name: 'Trạm thử',
  provider: 'Trạm thử',
  area: 'Khu vực thử',
  fee: 'free',
  hours: 'office',
  source: 'test',
}

/** How every read of the directory is asked. */
export const directoryReads: Readonly<Record<string, Ask>> = {
  'directory.list': () => [{}, { query: { toCheck: 'true' } }],
  'hsds.root': () => ({}),
  'hsds.services': () => ({}),
  'hsds.service': (_, world) => ({ id: entryKeptBy(world.organisations.ward) }),
  'hsds.organizations': () => ({}),
  'hsds.service_at_locations': () => ({}),
  'hsds.taxonomy_terms': () => ({}),
}

/** With which arguments every command of the directory is sent: such that whoever may do it can. */
export const directoryCommands: Readonly<Record<string, Ask>> = {
  'directory.add': (about) => ({ ...here(about), entryId: randomUUID(), facts }),
  'directory.change': (about) => ({ ...kept(about), facts }),
  'directory.check': kept,
  'directory.withdraw': kept,
  'directory.report': (_, world) => ({
    entryId: entryKeptBy(world.organisations.ward),
    problem: 'no_answer',
  }),
  'directory.set_street': (about) => ({
    ...kept(about),
    shelterOrganisationId: about.organisationId,
    street: 'Số 1, đường Thử',
  }),
  'directory.open_street': kept,
}
