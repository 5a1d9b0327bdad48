import { createHash } from 'node:crypto'
import { foldText } from '@ke-vai/contract/text/text.ts'
import * as network from '../../../database/seed/network.ts'
import { hashPassword } from '../account/password-hash.ts'
import type { Sql, Tx } from '../platform/database.ts'
import { StartRefusal } from '../platform/engine/start-refusal.ts'

/** A fixed id for a thing of the demo, so that tests and bookmarks know it: the same name gives the same id. */
export function demoId(name: string): string {
  const hex = createHash('sha256').update(`ke-vai-demo/${name}`).digest('hex')
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-5${hex.slice(13, 16)}-8${hex.slice(17, 20)}-${hex.slice(20, 32)}`
}

export const operatorId = demoId('account/operator')

/**
 * Loads the invented network once, as the owner (deploy). All or nothing. Nothing of it comes into a real network. Numbers
 * that are new come into the one that stands.
 * @returns whether this is a demo
 */
export async function loadDemo(sql: Sql): Promise<boolean> {
  return sql.begin(async (tx) => {
    if (!(await isFirst(tx, 'demo'))) {
      await loadParameters(tx)
      return isDemo(tx)
    }
    const passwordHash = await hashPassword(network.demoPassword)
    await loadOrganisations(tx, network.organisations)
    await loadProgramme(tx)
    await loadClubs(tx)
    await loadPeople(tx, passwordHash)
    await loadOperator(tx)
    await loadParameters(tx)
    return true
  })
}

/**
 * Loads what a real network begins with, once: the national organisation, the command line's account; and at every start
 * the parameters that are not there yet.
 * Nobody can sign in until the command line has invited the first administrator.
 * @returns false: this is no demo
 * @throws StartRefusal where the demo is, whose passwords everybody knows
 */
export async function loadEmptyNetwork(sql: Sql): Promise<boolean> {
  return sql.begin(async (tx) => {
    if (await isFirst(tx, 'real')) {
      await loadOrganisations(
        tx,
        network.organisations.filter((each) => each.level === 'national'),
      )
      await loadOperator(tx)
      await loadParameters(tx)
    } else if (await isDemo(tx))
      throw new StartRefusal(
        'Dữ liệu này có những người của bản thử, ai cũng biết mật khẩu; KE_VAI_DEMO=off cần một thư mục dữ liệu mới',
        'this data holds the people of the demo, whose password everybody knows: KE_VAI_DEMO=off needs a new data folder',
      )
    else await loadParameters(tx)
    return false
  })
}

async function isDemo(tx: Tx): Promise<boolean> {
  const [there] = await tx<{ hash: string }[]>`select hash from deployed where what = 'demo'`
  return there?.hash !== 'real'
}

/** The first start decides for good whether this is a demo. */
async function isFirst(tx: Tx, network: 'demo' | 'real'): Promise<boolean> {
  await tx`set local role ke_vai_owner`
  const taken = await tx`
    insert into deployed (what, hash) values ('demo', ${network}) on conflict do nothing returning what`
  return taken.length > 0
}

/**
 * Adds the numbers that are not there yet, by their key and first day: a network that already stands gets those of a newer
 * version, and what somebody set there stays as it was set.
 */
async function loadParameters(tx: Tx): Promise<void> {
  for (const each of network.parameters)
    await tx`insert into parameter (key, valid_from, value, source)
      values (${each.key}, ${('from' in each && each.from) || '2022-01-01'}, ${String(each.value)}::text::jsonb, ${each.source})
      on conflict do nothing`
}

async function loadOrganisations(tx: Tx, all: readonly network.DemoOrganisation[]): Promise<void> {
  for (const each of all) {
    const id = demoId(`organisation/${each.key}`)
    await tx`insert into organisation (id, province, kind, level, parent_id, place_code) values (${id}, ${each.province},
      ${each.kind}, ${each.level}, ${each.parent && demoId(`organisation/${each.parent}`)}, ${each.placeCode})`
    for (const name of each.names)
      await tx`insert into organisation_name (organisation_id, name, valid_from, valid_to)
        values (${id}, ${name.name}, ${name.from}, ${name.to})`
  }
}

async function loadProgramme(tx: Tx): Promise<void> {
  const programmeId = demoId(`programme/${network.programme.key}`)
  await tx`insert into programme (id, tag) values (${programmeId}, ${network.programme.key})`
  for (const [i, name] of network.programme.names.entries())
    await tx`insert into programme_name (programme_id, name, name_folded, main)
      values (${programmeId}, ${name}, ${foldText(name)}, ${i === 0})`
}

async function loadClubs(tx: Tx): Promise<void> {
  for (const each of network.clubs) {
    const id = demoId(`club/${each.code}`)
    await tx`
      insert into club (province, id, code, managing_organisation_id, programme_id, kind, place_code, place_as_of,
        decision_no, decision_on, launched_on, started_on, pilot, state)
      values ('22', ${id}, ${each.code}, ${demoId(`organisation/${each.union}`)}, ${demoId('programme/tmsv')},
        'prevention_and_support', ${each.placeCode}, ${network.launchedOn}, '978/QĐ-UBND', '2020-03-20',
        ${network.launchedOn}, ${network.launchedOn}, true, 'preparing')`
    await tx`insert into club_name (province, club_id, name, valid_from) values ('22', ${id},
      ${`CLB Phòng, chống mua bán người và hỗ trợ nạn nhân phường ${each.ward}`}, ${network.launchedOn})`
    await tx`insert into club_state_change (province, id, club_id, state, on_day)
      values ('22', ${demoId(`state/${each.code}`)}, ${id}, 'preparing', ${network.launchedOn})`
    await tx`insert into club_statute (province, id, club_id, version, issued_by, issued_on, cadence, board_cadence, quorum_percent)
      values ('22', ${demoId(`statute/${each.code}`)}, ${id}, 1, ${`UBND phường ${each.ward}`}, ${network.launchedOn}, 'monthly', 'monthly', 50)`
    for (const year of network.targetYears) await loadYear(tx, each.code, id, year)
  }
}

async function loadYear(tx: Tx, code: string, clubId: string, year: number): Promise<void> {
  const objectives = [
    'Nâng cao nhận thức cho người dân',
    'Kịp thời quan tâm, hỗ trợ người trở về và người có nguy cơ',
  ]
  await tx`insert into club_plan (province, id, club_id, year, objectives, approved_on)
    values ('22', ${demoId(`plan/${code}/${year}`)}, ${clubId}, ${year}, ${objectives}, ${`${year}-01-15`})`
  for (const each of network.targets)
    await tx`insert into target (province, id, club_id, year, indicator, set_by, minimum, maximum, unit, source)
      values ('22', ${demoId(`target/${code}/${year}/${each.indicator}/${each.setBy}`)}, ${clubId}, ${year},
        ${each.indicator}, ${each.setBy}, ${each.minimum}, ${each.maximum}, ${each.unit}, ${each.source})`
}

async function loadPeople(tx: Tx, passwordHash: string): Promise<void> {
  for (const each of network.people) {
    const id = demoId(`account/${each.username}`)
    await tx`insert into account (id, province, username, display_name, password_hash)
      values (${id}, ${each.province}, ${each.username}, ${each.displayName}, ${passwordHash})`
    await tx`insert into role_grant (id, account_id, role, club_id, organisation_id, valid_from)
      values (${demoId(`grant/${each.username}`)}, ${id}, ${each.role}, ${each.club ? demoId(`club/${each.club}`) : null},
        ${each.organisation ? demoId(`organisation/${each.organisation}`) : null}, ${network.launchedOn})`
  }
}

async function loadOperator(tx: Tx): Promise<void> {
  // The command line acts as itself, reaches every club, and nobody can sign in as it.
  await tx`insert into account (id, province, username, display_name) values (${operatorId}, '00', 'operator', 'Dòng lệnh')`
  await tx`insert into role_grant (id, account_id, role, organisation_id, valid_from)
    values (${demoId('grant/operator')}, ${operatorId}, 'operator', ${demoId('organisation/union')}, '2022-01-01')`
}
