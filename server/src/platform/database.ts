import postgres from 'postgres'

export type Sql = postgres.Sql
export type Tx = postgres.TransactionSql

/** Where a PostgreSQL server is: a socket folder of our own engine, or an address. */
export type Server = { socketDir: string; port: number; superuser: string } | { url: string }

/** The roles under which the product connects; neither owner nor superuser, none bypasses row-level security. */
export type DatabaseRole =
  | 'ke_vai_app'
  | 'ke_vai_operator'
  | 'ke_vai_sign_in'
  | 'ke_vai_vault'
  | 'ke_vai_backup'

// Days stay text ('2022-05-01'): a calendar day has no zone. Big counts become numbers.
const types = {
  day: { to: 1082, from: [1082], serialize: (day: string) => day, parse: (text: string) => text },
  big: { to: 20, from: [20], serialize: (n: number) => String(n), parse: (text: string) => Number(text) },
}

// Seconds until a closed connection is opened anew. By itself the driver waits up to twenty: after a database that was
// started again in two, people would wait for the rest.
const backoff = (tries: number) => Math.min(0.02 * 2 ** tries, 1)

function connect(server: Server, database: string, user: string | null, max: number): Sql {
  const common = { max, types, onnotice: () => {}, connect_timeout: 10, idle_timeout: 0, backoff } as const
  if ('url' in server) {
    // With one address for everything the session takes the role at once; a server of one's own gives each role its login.
    const connection = user ? { application_name: 'ke-vai', role: user } : { application_name: 'ke-vai' }
    const { url, path } = readAddress(server.url)
    return postgres(url, { ...common, ...(path ? { path } : {}), connection })
  }
  return postgres({
    ...common,
    path: `${server.socketDir}/.s.PGSQL.${server.port}`,
    database,
    user: user ?? server.superuser,
    connection: { application_name: 'ke-vai' },
  })
}

/**
 * An address may name a socket's folder as PostgreSQL's own programs take it, `postgres://user@/base?host=/folder` or
 * percent-encoded in the host's place; the driver knows neither.
 */
function readAddress(address: string): { url: string; path?: string } {
  const url = new URL(address.replace(/^([a-z]+:\/\/[^/?#]*@)\//, '$1localhost/'))
  const folder = url.searchParams.get('host') ?? decodeURIComponent(url.hostname)
  if (!folder.startsWith('/')) return { url: address }
  const port = url.searchParams.get('port') ?? (url.port || '5432')
  url.searchParams.delete('host')
  url.searchParams.delete('port')
  url.hostname = 'localhost'
  return { url: url.href, path: `${folder}/.s.PGSQL.${port}` }
}

/** A pool that is one of the product's roles. */
export function connectAs(server: Server, database: string, role: DatabaseRole, max: number): Sql {
  return connect(server, database, role, max)
}

/** One connection for the deploy: makes roles, migrates, sets policies. Nothing else may use it. */
export function dangerousConnectForDeploy(server: Server, database: string): Sql {
  return connect(server, database, null, 1)
}

/** The pools of a running product. */
export interface Database {
  app: Sql
  signIn: Sql
  close(): Promise<void>
}

export function openDatabase(server: Server, database: string): Database {
  const app = connectAs(server, database, 'ke_vai_app', 16)
  const signIn = connectAs(server, database, 'ke_vai_sign_in', 4)
  return {
    app,
    signIn,
    close: async () => {
      await Promise.all([app.end({ timeout: 5 }), signIn.end({ timeout: 5 })])
    },
  }
}
