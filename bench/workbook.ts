import { randomUUID } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { importLedgerCommand } from '@ke-vai/contract/ledger/commands.ts'
import { root } from '../server/src/platform/config.ts'
import type { Tx } from '../server/src/platform/database.ts'
import type { Vaults } from '../server/src/platform/vault.ts'
import { allCommands } from '../server/src/routes.ts'
import type { Bare } from './bare.ts'
import type { Client } from './client.ts'
import type { ClubRef, Importer } from './load.ts'
import { type Measure, quantiles } from './measure.ts'

const fixture = join(root, 'server/src/ledger/fixtures/so-theo-doi-tuan-chau-2022.xlsx')

/**
 * Brings the paper book of 40 persons into clubs that have not seen it: one club through the product, the next by the
 * statements that the handler sends. Clubs are used up, since a book adds nothing the second time.
 */
export async function measureWorkbook(
  bare: Bare,
  vaults: Vaults,
  client: Client,
  importer: Importer,
  size: number,
  times: number,
): Promise<Measure | null> {
  const handler = allCommands.find((each) => each.definition.name === importLedgerCommand.name)
  if (!handler) return null
  const file = (await readFile(fixture)).toString('base64')
  const ours: number[] = []
  const plain: number[] = []
  for (const [forBare, forOurs] of pairsOf(importer.clubs.splice(0, 2 * times))) {
    const { statements } = await bare.listen((tx: Tx) =>
      handler.run(argsFor(forBare, file), {
        tx,
        actor: {
          id: importer.accountId,
          province: forBare.province,
          // An operator is not counted: the bare side asks for no budget.
          roles: ['operator'],
          clubProvince: forBare.province,
          organisationId: forBare.organisationId,
          signInId: null,
          steppedUp: true,
        },
        reach: 'all',
        province: forBare.province,
        commandId: randomUUID(),
        deviceTime: new Date().toISOString(),
        vault: vaults.asking({ accountId: importer.accountId }),
        approval: null,
        audit: async () => {},
      }),
    )
    const began = performance.now()
    await bare.replay({ statements, kind: 'change' })
    plain.push(performance.now() - began)
    const body = { id: randomUUID(), deviceTime: new Date().toISOString(), args: argsFor(forOurs, file) }
    const asked = performance.now()
    const answer = await client.post(`/api/commands/${importLedgerCommand.name}`, body)
    ours.push(performance.now() - asked)
    if (answer.status !== 200) throw new Error(`the workbook was refused: ${answer.text.slice(0, 300)}`)
    const { added } = importLedgerCommand.result.parse(JSON.parse(answer.text))
    if (added.persons < 30) throw new Error(`the workbook added only ${added.persons} persons`)
  }
  const [a, b] = [quantiles(ours), quantiles(plain)]
  return {
    name: 'import the workbook of 40 persons',
    size,
    unit: 'ms',
    ours: a.median,
    bare: b.median,
    ratio: a.median / b.median,
    bareHttp: null,
    ratioHttp: null,
    oursP95: a.p95,
    bareP95: b.p95,
  }
}

function argsFor(club: ClubRef, file: string) {
  const args = {
    clubId: club.id,
    importId: randomUUID(),
    fileName: 'so-theo-doi.xlsx',
    file,
    acceptMerges: true,
  }
  return importLedgerCommand.args.parse(args)
}

function pairsOf<T>(items: readonly T[]): (readonly [T, T])[] {
  return items.flatMap((item, i) => {
    const next = items[i + 1]
    return i % 2 === 0 && next !== undefined ? [[item, next] as const] : []
  })
}
