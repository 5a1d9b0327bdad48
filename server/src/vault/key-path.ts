import { createHash } from 'node:crypto'
import { lstatSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'

/** The path of a master key of a data folder: the first is `master.key`, as it always was. Kept apart from backups. */
export function masterKeyPath(dataDir: string, epoch = 1): string {
  return join(dataDir, 'keys', epoch === 1 ? 'master.key' : `master-${epoch}.key`)
}

/**
 * Where the vault of a running server listens for operators' shares and orders; ours alone (0600). A socket's path may
 * have a hundred signs: a data folder that lies deeper gets a folder of ours in the place for temporary files.
 */
export function vaultSocketPath(dataDir: string): string {
  const path = join(dataDir, 'keys', 'vault.sock')
  if (Buffer.byteLength(path) <= 100) return path
  const hash = createHash('sha256').update(path).digest('hex').slice(0, 16)
  return join(tmpdir(), `ke-vai-vault-${hash}`, 'vault.sock')
}

/**
 * True when the folder of this path is a folder of ours that nobody else may write to. In the place for temporary files
 * somebody else could have made it before us, and would stand between an operator's share and the vault.
 */
export function isInOwnFolder(path: string): boolean {
  const folder = lstatSync(dirname(path), { throwIfNoEntry: false })
  return folder?.isDirectory() === true && folder.uid === process.getuid?.() && (folder.mode & 0o022) === 0
}
