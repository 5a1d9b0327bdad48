import { randomUUID } from 'node:crypto'
import type { ContactKind, ReferralOutcome, TargetGroup } from '@ke-vai/contract/register/codes.ts'
import { demoId } from '../../demo/demo.ts'
import type { Sql } from '../../platform/database.ts'

const province = '22'
let codes = 0

/** Rows of a club's book, put in past the product: to arrange a test, never to be tested themselves. */
export interface ClubBook {
  clubId: string
  member(username: string | null, boardRole?: string): Promise<string>
  person(groups?: readonly TargetGroup[]): Promise<string>
  contact(personId: string, onDay: string, kind?: ContactKind): Promise<void>
  referral(personId: string, sentOn: string, outcome?: ReferralOutcome): Promise<void>
  session(onDay: string, heads: SessionHeads): Promise<string>
  attended(memberId: string, personId: string, sessionId: string, onDay: string): Promise<void>
}

export interface SessionHeads {
  staff?: number
  members?: number
  children?: number
  others?: number
  leaflets?: number
  method?: 'counted' | 'estimated'
}

/** The book of a demo club; `sql` is the test database's own connection that sees every row. */
export function clubBook(sql: Sql, clubCode: string): ClubBook {
  const clubId = demoId(`club/${clubCode}`)
  return {
    clubId,
    member: async (username, boardRole = 'none') => {
      const id = randomUUID()
      const account = username && demoId(`account/${username}`)
      await sql`insert into member (province, id, club_id, account_id, display_name, board_role, joined_on)
        values (${province}, ${id}, ${clubId}, ${account}, ${`Thành viên ${username ?? id.slice(0, 4)}`}, ${boardRole}, '2022-05-01')`
      return id
    },
    person: async (groups = ['at_risk']) => {
      const id = randomUUID()
      codes += 1
      const code = `KV-22-9${String(codes).padStart(5, '0')}`
      await sql`insert into person (province, id, club_id, code) values (${province}, ${id}, ${clubId}, ${code})`
      for (const group of groups)
        await sql`insert into person_group (province, id, club_id, person_id, target_group, since)
          values (${province}, ${randomUUID()}, ${clubId}, ${id}, ${group}, '2026-01-01')`
      return id
    },
    contact: async (personId, onDay, kind = 'counselling') => {
      await sql`insert into contact (province, id, club_id, person_id, on_day, kinds, counted_as, origin)
        values (${province}, ${randomUUID()}, ${clubId}, ${personId}, ${onDay}, ${[kind]}, ${kind}, 'app')`
    },
    referral: async (personId, sentOn, outcome = 'no_answer') => {
      await sql`insert into referral (province, id, club_id, person_id, service, sent_on, outcome, origin)
        values (${province}, ${randomUUID()}, ${clubId}, ${personId}, 'legal_aid', ${sentOn}, ${outcome}, 'app')`
    },
    session: async (onDay, heads) => {
      const id = randomUUID()
      await sql`insert into session (province, id, club_id, on_day, topic, staff, members, children, others, leaflets, method, origin)
        values (${province}, ${id}, ${clubId}, ${onDay}, 'Di cư an toàn', ${heads.staff ?? 0}, ${heads.members ?? 0},
          ${heads.children ?? 0}, ${heads.others ?? 0}, ${heads.leaflets ?? 0}, ${heads.method ?? 'counted'}, 'app')`
      return id
    },
    attended: async (memberId, personId, sessionId, onDay) => {
      await sql`insert into mobilisation (province, id, club_id, member_id, person_id, session_id, result, on_day)
        values (${province}, ${randomUUID()}, ${clubId}, ${memberId}, ${personId}, ${sessionId}, 'attended', ${onDay})`
    },
  }
}
