import { refuse } from '@ke-vai/contract/refusal.ts'
import type { Sql } from './database.ts'
import { Refused } from './refused.ts'
import { masterKeyPath, openVault, readMasterKey, readOrMakeMasterKey, type Vault } from './vault.ts'

const shut = refuse('vault_shut', {
  vi: 'Khóa của sổ chưa có hoặc chưa đúng, nên chưa mở và chưa ghi được thông tin riêng. Người quản trị cần đặt lại khóa; không có gì bị mất.',
  en: 'The key of this register is missing or another one, so identities can be neither opened nor written. The administrator must put it back; nothing is lost.',
})

/** A vault without its key: coded facts go on being read, whatever needs the key is refused in words. */
function shutVault(): Vault {
  const no = (): never => {
    throw new Refused(shut)
  }
  return { makeKey: no, unwrapKey: no, seal: no, open: no, purposeKey: no, hash: no }
}

// A one-way mark of the key, so that the database knows its own key without holding it.
const markOf = (key: Buffer) => openVault(key).hash('mark', 'ke-vai').toString('hex')

/**
 * At the start, as the deploy: the vault of this database. The first start makes the key and leaves its mark; from
 * then on a key that is missing or another one makes nothing new, it leaves the vault shut until it is put back.
 */
export async function openVaultAtStart(
  deploy: Sql,
  dataDir: string,
  say: (line: string) => void,
): Promise<Vault> {
  const [known] = await deploy`select from deployed where what = 'master_key'`
  if (!known) {
    const key = await readOrMakeMasterKey(dataDir)
    await deploy`insert into deployed (what, hash) values ('master_key', ${markOf(key)}) on conflict do nothing`
  }
  return openVaultOf(deploy, dataDir, say)
}

/** The vault of a database that has been started before; also readable by the app's own role. */
export async function openVaultOf(sql: Sql, dataDir: string, say: (line: string) => void): Promise<Vault> {
  const [mark] = await sql<{ hash: string }[]>`select hash from deployed where what = 'master_key'`
  const key = await readMasterKey(dataDir)
  if (mark && key && markOf(key) === mark.hash) return openVault(key)
  say(
    `CHÚ Ý: ${masterKeyPath(dataDir)} không có hoặc không phải khóa của dữ liệu này; thông tin riêng đóng kín cho tới khi đặt lại đúng khóa (the key is missing or another one: identities stay shut).`,
  )
  return shutVault()
}
