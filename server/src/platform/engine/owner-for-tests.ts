// A process that owns an engine, to be killed by the tests: `owner-for-tests.ts FOLDER [write]`. It prints `began`,
// then `ready ADOPTED`, then, when told to write, the number of each row that PostgreSQL acknowledged.
import { writeSync } from 'node:fs'
import postgres from 'postgres'
import { StartRefusal, startEngine } from './engine.ts'

const [, , dataDir = '', task] = process.argv
const say = (line: string) => writeSync(1, `${line}\n`)

try {
  say('began')
  const engine = await startEngine({ dataDir, say: () => undefined })
  say(`ready ${engine.adopted}`)
  if (task === 'write') await writeForEver(engine.socketDir, engine.port, engine.superuser)
  else setInterval(() => undefined, 1_000)
} catch (error) {
  if (!(error instanceof StartRefusal)) throw error
  say(error.message)
  process.exitCode = 1
}

async function writeForEver(host: string, port: number, username: string): Promise<void> {
  const sql = postgres({ host, port, username, database: 'postgres', max: 4, onnotice: () => undefined })
  await sql`create table if not exists acknowledged (number bigint generated always as identity primary key)`
  const write = async () => {
    for (;;) {
      const [row] = await sql<
        { number: string }[]
      >`insert into acknowledged default values returning number::text`
      say(row?.number ?? '')
    }
  }
  await Promise.all([write(), write(), write(), write()])
}
