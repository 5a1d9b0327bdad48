import { caseList, caseRead } from '@ke-vai/contract/case/case.ts'
import { consentList } from '@ke-vai/contract/consent/consent.ts'
import { type ReadDefinition, readPath } from '@ke-vai/contract/endpoint.ts'
import { referralInbox } from '@ke-vai/contract/referral/reads.ts'
import { transferInbox } from '@ke-vai/contract/transfer/transfer.ts'
import { requestInbox } from '@ke-vai/contract/verification/request.ts'
import { verificationClocks } from '@ke-vai/contract/verification/verification.ts'
import { demoPassword } from '../database/seed/network.ts'
import type { Sql } from '../server/src/platform/database.ts'
import type { Statement } from './bare.ts'
import type { Case } from './case.ts'
import { type Client, openClient, signIn } from './client.ts'
import type { MeasuredAgency } from './load-agencies.ts'

const names = ['bench-manager', 'bench-partner', 'bench-liaison', 'bench-health'] as const
export type AgencyClients = Readonly<Record<(typeof names)[number], Client>>

/** Those who work at the agency that is measured, and at the bodies beside it, signed in. */
export async function signInAgency(address: string): Promise<AgencyClients> {
  const open = async (name: string) => openClient(address, await signIn(address, name, demoPassword), 1)
  const [manager, partner, liaison, health] = [
    await open(names[0]),
    await open(names[1]),
    await open(names[2]),
    await open(names[3]),
  ]
  return {
    'bench-manager': manager,
    'bench-partner': partner,
    'bench-liaison': liaison,
    'bench-health': health,
  }
}

/**
 * What somebody waits for who opens a case or an inbox. Handlers ask the policies who may see which case, so what stands
 * beside each is the statement one would write without any: all rows of the body, no reach, no names hidden.
 */
export async function agencyCases(sql: Sql, agency: MeasuredAgency, clients: AgencyClients): Promise<Case[]> {
  const { centreId, legalAidId, policeId, healthId } = agency
  const [one] = await sql<{ id: string }[]>`
    select case_file.id from case_file join account on account.id = manager_id
    where organisation_id = ${centreId} and username = 'bench-manager' order by code limit 1`
  if (!one) throw new Error('the manager carries no case')
  const page = { organisationId: centreId, caseId: one.id }
  const inbox = async (
    name: string,
    who: keyof AgencyClients,
    definition: ReadDefinition,
    organisationId: string,
    query: Record<string, string>,
    statement: string,
  ): Promise<Case> => {
    const path = `/api${readPath(definition, { organisationId })}?${new URLSearchParams(query)}`
    const first = await clients[who].get(path)
    const lists = Object.values(JSON.parse(first.text) as object).filter(Array.isArray)
    if (first.status !== 200 || lists.every((list) => list.length === 0))
      throw new Error(`${name}: nothing is in it: ${first.text.slice(0, 300)}`)
    return {
      name,
      ours: () => clients[who].get(path),
      plan: { kind: 'read', statements: [{ text: statement, values: [organisationId] }] },
    }
  }
  const paths = [`/api${readPath(caseRead, page)}`, `/api${readPath(consentList, page)}`] as const
  return [
    {
      name: 'a case opens (its page and its consents)',
      ours: async () => {
        const first = await clients['bench-manager'].get(paths[0])
        return first.status === 200 ? clients['bench-manager'].get(paths[1]) : first
      },
      plan: { kind: 'read', statements: pageStatements(agency.province, one.id) },
    },
    await inbox(
      'cases of a manager (60 of 300)',
      'bench-manager',
      caseList,
      centreId,
      { which: 'own', limit: '200' },
      'select * from case_file where organisation_id = $1 order by code desc limit 200',
    ),
    await inbox(
      'inbox: cases that wait',
      'bench-manager',
      caseList,
      centreId,
      { which: 'waiting', limit: '200' },
      'select * from case_file where organisation_id = $1 and manager_id is null order by code desc limit 200',
    ),
    await inbox(
      'inbox: referrals',
      'bench-partner',
      referralInbox,
      legalAidId,
      {},
      `select * from referral where to_organisation_id = $1 and state in ('sent', 'accepted', 'in_progress', 'completed', 'failed') limit 200`,
    ),
    await inbox(
      'inbox: requests to the police',
      'bench-liaison',
      requestInbox,
      policeId,
      {},
      'select * from verification_request where to_organisation_id = $1 order by sent_at desc limit 200',
    ),
    await inbox(
      'inbox: transfers',
      'bench-manager',
      transferInbox,
      centreId,
      {},
      `select * from transfer where to_organisation_id = $1 and state in ('offered', 'accepted') limit 200`,
    ),
    await inbox(
      'inbox: clocks of verifications',
      'bench-health',
      verificationClocks,
      healthId,
      { which: 'open' },
      `select * from verification join case_deadline clock using (province, case_id)
        where lead_organisation_id = $1 and met_at is null and dropped_at is null order by due_at limit 500`,
    ),
  ]
}

const pageStatements = (province: string, caseId: string): Statement[] =>
  ['case_member', 'case_entry', 'case_deadline', 'consent']
    .map((table) => ({
      text: `select * from ${table} where province = $1 and case_id = $2`,
      values: [province, caseId],
    }))
    .concat({ text: 'select * from case_file where province = $1 and id = $2', values: [province, caseId] })
