import { copyFile, mkdir, open, readdir, readFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { masterKeyPath } from '../vault/key-path.ts'
import type { BackupHeader } from './backup-format.ts'
import { BackupRefusal } from './backup-refusal.ts'
import { readBackup } from './read-backup.ts'

/**
 * The newest file of wrapped keys in the folder of the data's file that belongs to the same installation: whoever was
 * erased since has no key in it. Null when there is none.
 */
export async function findKeysFile(dataFile: string): Promise<string | null> {
  const data = await readHeader(dataFile)
  const folder = dirname(dataFile)
  let newest: { file: string; madeAt: string } | null = null
  for (const name of (await readdir(folder)).filter((each) => each.endsWith('.keys'))) {
    const file = join(folder, name)
    // A file beside it that is damaged or of another version is not ours to judge; the one chosen is read to its end.
    const header = await readHeader(file).catch(() => null)
    if (header?.holds !== 'keys' || header.origin !== data.origin) continue
    if (newest === null || header.madeAt > newest.madeAt) newest = { file, madeAt: header.madeAt }
  }
  return newest?.file ?? null
}

async function readHeader(file: string): Promise<BackupHeader> {
  const parts = readBackup(file)
  try {
    const { value } = await parts.next()
    if (value?.kind !== 'header') throw new Error('a backup begins with its header')
    return value.header
  } finally {
    await parts.return(undefined)
  }
}

/** The master key of a file that the operator named. */
export async function readMasterKeyFile(file: string): Promise<Buffer> {
  const key = await readFile(file).catch(() => null)
  if (key?.length === 32) return key
  throw new BackupRefusal(
    'Tệp khóa không đọc được hoặc không phải là khóa của Kề Vai',
    'the key file cannot be read or is no key',
  )
}

/**
 * Puts what the data folder still keeps in its `keys` (master keys, the list of the erased) into the folder that is being
 * made, and the key that the operator named in the place of theirs. Answers whether there is a master key now.
 */
export async function bringKeys(dataDir: string, making: string, named: Buffer | null): Promise<boolean> {
  const [from, to] = [join(dataDir, 'keys'), join(making, 'keys')]
  await mkdir(to, { recursive: true, mode: 0o700 })
  const kept = await readdir(from, { withFileTypes: true }).catch(() => [])
  const files = kept.filter((each) => each.isFile() && !(named !== null && each.name.endsWith('.key')))
  for (const { name } of files) await copyFile(join(from, name), join(to, name))
  if (named === null) return files.some(({ name }) => name.endsWith('.key'))
  const file = await open(masterKeyPath(making), 'wx', 0o600)
  try {
    await file.write(named)
    await file.sync()
  } finally {
    await file.close()
  }
  return true
}
