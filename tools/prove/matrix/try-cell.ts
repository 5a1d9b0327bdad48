import { randomUUID } from 'node:crypto'
import { strFromU8, unzipSync } from 'fflate'
import { allReads } from '../../../server/src/routes.ts'
import { type Token, tokensIn } from './canary.ts'
import { type Cell, nameOfCell } from './cells.ts'
import { counts } from './counts.ts'
import { expected, heldBy, inReach, type Line, type Lock, lines, sees } from './oracle.ts'
import { mayWrite, mayWriteAgreed } from './oracle-of-rows.ts'
import { about, aboutNothing, commands, reads } from './requests.ts'
import { relationOfRow } from './rows.ts'
import type { Trial } from './trial.ts'
import type { Written } from './watched.ts'

interface Answer {
  status: number
  code: string
  text: string
  /** Status, body and headers but for the date. */
  whole: string
  written: Written[]
}

const paths = new Map(allReads.map(({ definition }) => [definition.name, definition]))

async function ask({ lane, agreed }: Trial, { actor, name, isRead }: Cell, asked: object): Promise<Answer> {
  const { query = {}, ...rest } = asked as { query?: Record<string, string> } & Record<string, string>
  const path = paths.get(name)?.path.replace(/:(\w+)/gu, (_, key: string) => String(rest[key]))
  lane.written.length = 0
  const answer = await lane.http.inject({
    cookies: { ke_vai: actor.token },
    ...(isRead
      ? { method: 'GET' as const, url: `/api${path}?${new URLSearchParams(query as Record<string, string>)}` }
      : {
          method: 'POST' as const,
          url: `/api/commands/${name}`,
          payload: {
            id: randomUUID(),
            deviceTime: new Date().toISOString(),
            args: asked,
            ...(agreed && { approvalId: agreed.approvalId }),
          },
        }),
  })
  const { date: _, ...headers } = answer.headers
  const file = String(headers['content-type']).includes('officedocument')
  const text = file ? packedText(answer.rawPayload) : `${answer.body}${fileIn(answer.body)}`
  const code =
    answer.statusCode === 200 ? 'done' : String((JSON.parse(answer.body) as { code?: string }).code)
  return {
    status: answer.statusCode,
    code,
    text: `${text}\n${JSON.stringify(headers)}`,
    whole: `${answer.statusCode} ${answer.body} ${JSON.stringify(headers)}`,
    written: [...lane.written],
  }
}

/** Every text of a workbook or document, each part on its own line as it is written in it. */
function packedText(file: Uint8Array): string {
  return Object.entries(unzipSync(file))
    .filter(([name]) => /\.(?:xml|rels)$/u.test(name))
    .map(([, part]) => strFromU8(part).replaceAll('\n', ' '))
    .join(' ')
}

/** A file that comes inside an answer, as base64 of a workbook. */
function fileIn(body: string): string {
  const [, file] = /"file":"(UEsD[\w+/=]+)"/u.exec(body) ?? []
  return file === undefined ? '' : ` ${packedText(Buffer.from(file, 'base64'))}`
}

/** What is wrong with the cell under the lock: nothing, or sentences. */
export async function tryCell(trial: Trial, cell: Cell): Promise<string[]> {
  const { world, lock } = trial
  const line = lines[cell.name]
  const ways = (cell.isRead ? reads : commands)[cell.name]
  if (!line || !ways) return [`${cell.name} has no cells`]
  const subject = about(world, cell.relation)
  const asked = trial.agreed?.args ?? ways(subject, world)
  const wrong: string[] = []
  for (const each of Array.isArray(asked) ? (asked as object[]) : [asked]) {
    const answer = await ask(trial, cell, each)
    const wanted = trial.agreed?.said ?? expected(cell.actor, cell.name, cell.relation)
    if (lock !== 'rows') {
      const shy = line.shy && wanted !== 'done' && answer.code === 'not_found'
      const merged = wanted === 'person_merged' && answer.code === 'not_found'
      if (answer.code !== wanted && !shy && !merged)
        wrong.push(`answered ${answer.code}, the oracle says ${wanted}`)
      else if (wanted === 'not_found') wrong.push(...(await likeNothing(trial, cell, line, answer)))
      if (answer.code === 'done') wrong.push(...auditOf(cell, line, answer))
    }
    wrong.push(...leaks(trial, cell, line, answer), ...strayWrites(trial, cell, answer))
    if (answer.code === 'done' && cell.isRead)
      wrong.push(...counts(trial, cell, each, answer.text.split('\n')[0] ?? ''))
  }
  return wrong.map((each) => `${nameOfCell(cell)}: ${each}`)
}

function leaks({ world, lock }: Trial, { actor, relation }: Cell, line: Line, { text }: Answer): string[] {
  const wrong: string[] = []
  for (const [word, token] of tokensIn(text, world.ids))
    if (!mayHear(actor, token, lock) && !isTold(actor, line, token))
      wrong.push(`shows ${word} (${token.kind} of ${token.relation}), asked of ${relation}`)
  return wrong
}

function mayHear(actor: Cell['actor'], { kind, relation }: Token, lock: Lock): boolean {
  // Her own seat's name is told to everybody; and what somebody sent comes back to her.
  if (kind === 'club' && inReach(actor.seat, relation)) return true
  return sees(actor, kind, relation, lock)
}

function isTold(actor: Cell['actor'], { may, tells }: Line, { kind, relation }: Token): boolean {
  return (
    tells?.includes(kind) === true &&
    heldBy(may, actor.role) !== null &&
    inReach(actor.seat, relation) &&
    relation !== 'excluded'
  )
}

/** A thing that is hidden must answer like one that is nowhere, to the byte. */
async function likeNothing(trial: Trial, cell: Cell, line: Line, answer: Answer): Promise<string[]> {
  const whole =
    !inReach(cell.actor.seat, cell.relation) || line.over === 'organisation' || cell.actor.role === null
  const key = `${cell.actor.name}/${cell.name}/${whole}`
  let same = trial.nothing.get(key)
  if (same === undefined) {
    const ways = (cell.isRead ? reads : commands)[cell.name]
    const asked = ways?.(aboutNothing(about(trial.world, cell.relation), whole), trial.world) ?? {}
    const first = Array.isArray(asked) ? (asked as object[])[0] : asked
    same = (await ask(trial, cell, first ?? {})).whole
    trial.nothing.set(key, same)
  }
  return same === answer.whole ? [] : ['what is hidden answers otherwise than a random id']
}

/** Exactly one line where one is owed, none where not, and no value in it. */
function auditOf(cell: Cell, line: Line, { written }: Answer): string[] {
  const left = written.filter(({ table }) => table === 'audit_event')
  const lines = cell.relation === 'own' || cell.relation === 'merged' ? (line.leaves ?? 1) : 1
  const owed = cell.isRead && !line.audited ? 0 : lines
  const wrong = left.length === owed ? [] : [`left ${left.length} audit lines, owes ${owed}`]
  const values = left.flatMap(({ row }) => [...tokensIn(JSON.stringify(row), new Map()).keys()])
  return values.length === 0 ? wrong : [...wrong, `an audit line holds ${values.join(', ')}`]
}

/** A row of a case that this very try has opened. */
function isOfNewCase(world: Trial['world'], { table, row }: Written): boolean {
  const caseId = table === 'case_file' ? row.id : row.case_id
  return caseId !== undefined && ![...world.cases.values()].some(({ id }) => id === caseId)
}

/** Every row that was written must be one that this actor may write. */
function strayWrites({ world, lock, agreed }: Trial, { actor, name }: Cell, { written }: Answer): string[] {
  return written.flatMap((each) => {
    const relation = relationOfRow(world, each.table, each.row)
    if (isOfNewCase(world, each)) each.row.new_case = true
    if (mayWrite(actor, actor.accountId, each, relation, lock)) return []
    if (agreed && mayWriteAgreed(actor, name, each.table, relation)) return []
    return [`wrote (${each.verb.toLowerCase()}) ${each.table} of ${relation ?? 'nobody'}`]
  })
}
