import {
  memberBackgroundOpen,
  memberBackgroundSet,
  type OwnPage,
  ownPage,
} from '@ke-vai/contract/club/own-page.ts'
import { refuse } from '@ke-vai/contract/refusal.ts'
import { command } from '../platform/commands.ts'
import type { Tx } from '../platform/database.ts'
import { Refused } from '../platform/refused.ts'
import type { Bound, Vault } from '../platform/vault.ts'

const blank: OwnPage = { experiences: [], note: '' }

// Every page has one length, so that its ciphertext does not tell an empty one from a full one.
const pageBytes = 8192

const noMember = refuse('no_member', {
  vi: 'Tài khoản của chị chưa được nối với tên thành viên. Xin nhờ Chủ nhiệm nối giúp.',
  en: 'Your account is not linked with your member row yet. Please ask the chair.',
})

async function selectOwnMember(tx: Tx, province: string, clubId: string, accountId: string): Promise<string> {
  const [row] = await tx<{ id: string }[]>`
    select id from member where province = ${province} and club_id = ${clubId} and account_id = ${accountId}
      and id = any (policy.own_members())`
  if (!row) throw new Refused(noMember)
  return row.id
}

const key = { purpose: 'member_background' }

// Bound to the account too: whoever came to hold the row with another account could not open it.
const boundTo = (memberId: string, accountId: string): Bound => ({
  table: 'member_background',
  row: `${memberId}|${accountId}`,
  field: 'page',
  version: 1,
})

async function sealPage(vault: Vault, bound: Bound, page: OwnPage): Promise<Buffer> {
  const used = Buffer.byteLength(JSON.stringify({ ...page, padding: '' }))
  const padding = ' '.repeat(Math.max(0, pageBytes - used))
  const [sealed] = await vault.seal(key, [{ bound, value: { ...page, padding } }])
  if (!sealed) throw new Error('the vault sealed nothing')
  return sealed
}

export const saveOwnPage = command(
  memberBackgroundSet,
  async (args, { tx, actor, province, vault, audit }) => {
    const memberId = await selectOwnMember(tx, province, args.clubId, actor.id)
    const sealed = await sealPage(vault, boundTo(memberId, actor.id), args.page)
    await tx`
    insert into member_background (province, member_id, sealed) values (${province}, ${memberId}, ${sealed})
    on conflict (province, member_id) do update set sealed = excluded.sealed`
    await audit({ subjectKind: 'member', subjectId: memberId, fields: ['own'] })
    return { done: true as const }
  },
)

export const openOwnPage = command(
  memberBackgroundOpen,
  async (args, { tx, actor, province, vault, audit }) => {
    const memberId = await selectOwnMember(tx, province, args.clubId, actor.id)
    await audit({ subjectKind: 'member', subjectId: memberId, fields: ['own'] })
    const [row] = await tx<{ sealed: Buffer }[]>`
    select sealed from member_background where province = ${province} and member_id = ${memberId}`
    return row ? openSealed(vault, boundTo(memberId, actor.id), row.sealed) : blank
  },
)

async function openSealed(vault: Vault, bound: Bound, sealed: Buffer): Promise<OwnPage> {
  try {
    const [page] = await vault.open(key, [{ bound, sealed }])
    return ownPage.parse(page)
  } catch (error) {
    // A vault that is shut or busy must not look like an empty page, which a next saving would write over.
    if (error instanceof Refused) throw error
    // Another account's page: it must answer like one that was never written.
    return blank
  }
}
