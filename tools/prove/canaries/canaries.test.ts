import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdirSync, writeFileSync } from 'node:fs'
import { join, relative } from 'node:path'
import { afterAll } from 'vitest'
import { root } from '../../../server/src/platform/config.ts'
import { dangerousConnectForDeploy } from '../../../server/src/platform/database.ts'
import { findRunningEngine } from '../../../server/src/platform/engine/engine.ts'
import { clearAway, newFolder, ProductProcess } from '../../../server/src/testing/product-process.ts'
import { type Proven, proof, type Size } from '../proof.ts'
import { shareMarks } from './agency-story.ts'
import { spendAnEvening } from './browser.ts'
import { readOnDevices } from './browser-of-cases.ts'
import { escortMarks, misplaceMarks, writeCaseMarks } from './case-story.ts'
import { openProductClient } from './client.ts'
import { referMarks } from './club-referral-story.ts'
import { companionMarks } from './companion-story.ts'
import { control, digits, letters } from './marks.ts'
import type { OfCase } from './of-case.ts'
import { type Hit, search, searchText } from './search.ts'
import { exportNames, joinAsMember, provokeErrors, type Send, writeMarks } from './story.ts'
import { offerMarks } from './transfer-story.ts'

/** Where a mark may lie in the clear, each with its reason. Nothing of T2 may. */
const expected: readonly { file: RegExp; why: string }[] = []

const rounds: Record<Size, number> = { small: 1, full: 5 }

afterAll(clearAway, 120_000)

async function backUp(dataDir: string, file: string): Promise<string> {
  const child = spawn(process.execPath, ['server/bin/ke-vai.mjs', 'backup', file], {
    cwd: root,
    env: { ...process.env, KE_VAI_DATA: dataDir, DATABASE_URL: '' },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  let said = ''
  for (const stream of [child.stdout, child.stderr])
    stream.setEncoding('utf8').on('data', (text: string) => {
      said += text
    })
  const [code] = (await once(child, 'close')) as [number | null]
  if (code !== 0) throw new Error(`the backup ended with ${code}: ${said}`)
  return said
}

/** A checkpoint, so that what is in memory lies in the files; the write-ahead log holds it in any case. */
async function flush(dataDir: string): Promise<void> {
  const engine = await findRunningEngine(dataDir)
  if (engine === null) throw new Error('no database is running')
  const sql = dangerousConnectForDeploy(engine, 'ke_vai')
  await sql`checkpoint`.finally(() => sql.end())
}

/** The agencies' part of the evening: a club brings somebody, a case is written, and other bodies are told of it. */
async function livesOfCases(address: string, club: Send, personId: string): Promise<OfCase> {
  const signedIn = (username: string) => openProductClient(address, username)
  const van = await signedIn('van')
  await escortMarks(club, van.send, personId)
  const ofCase = await writeCaseMarks({
    van: van.send,
    quyen: (await signedIn('quyen')).send,
    hien: (await signedIn('hien')).send,
  })
  const bodies = { toan: (await signedIn('toan')).send, tam: (await signedIn('tam')).send }
  await shareMarks(van.send, bodies, ofCase)
  await referMarks(club, bodies.tam, personId)
  await companionMarks(van.send, club, ofCase)
  await misplaceMarks(address, van.cookie, ofCase)
  await offerMarks(van.send, ofCase)
  return ofCase
}

async function prove(size: Size): Promise<Proven> {
  const base = newFolder()
  const [dataDir, temporary, kept, profile, devices] = ['data', 'tmp', 'kept', 'profile', 'devices'].map(
    (name) => join(base, name),
  ) as [string, string, string, string, string]
  for (const folder of [temporary, kept, profile, devices]) mkdirSync(folder, { mode: 0o777 })
  const product = new ProductProcess(dataDir, { TMPDIR: temporary })
  const address = await product.ready()
  const began = Date.now()
  let printed = ''
  for (let round = 0; round < rounds[size]; round++) {
    const client = await openProductClient(address, 'tham')
    if (round === 0) await joinAsMember(client.send)
    const personId = await writeMarks(client.send)
    const officer = await openProductClient(address, 'lai')
    await exportNames(client.send, officer.send)
    await provokeErrors(address, client.cookie)
    const ofCase = await livesOfCases(address, client.send, personId)
    if (round === 0) {
      await spendAnEvening(address, profile, personId)
      await readOnDevices(address, devices, ofCase)
    }
    printed += await backUp(dataDir, join(kept, `ban-sao-${round}.kevai`))
  }
  await flush(dataDir)
  const marks = [letters, digits]
  const found = search([dataDir, temporary, kept, profile, devices], marks)
  const seen = search([dataDir], [control]).hits.length
  await product.stop()
  const after = search([dataDir, temporary], marks)
  const hits: Hit[] = [
    ...found.hits,
    ...after.hits,
    ...searchText('what the server printed', product.output + product.errors, marks),
    ...searchText('what the backup printed', printed, marks),
  ]
  const unexpected = hits.filter(({ file }) => !expected.some((each) => each.file.test(file)))
  const named = [...new Set(unexpected.map(({ file, form }) => `${relative(base, file)} (${form})`))]
  if (process.env.KE_VAI_PROVE_LINE && named.length > 0)
    writeFileSync(join(root, '.cache/canaries.txt'), named.join('\n'))
  const megabytes = Math.round((found.bytes + after.bytes) / 1_000_000)
  const seconds = Math.round((Date.now() - began) / 1000)
  return {
    line: `${rounds[size]} stories, ${found.files + after.files} files, ${megabytes} MB in ${seconds} s; ${named.length} places with a mark${named.length > 0 ? `: ${named.slice(0, 4).join('; ')}` : ''}; control mark found ${seen} times`,
    failed: named.length > 0 || seen === 0,
  }
}

proof('canaries', prove, { small: 6, full: 30 })
