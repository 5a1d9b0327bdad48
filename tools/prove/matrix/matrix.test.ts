import { vi } from 'vitest'
import { proof } from '../proof.ts'
import { prove } from './matrix.ts'

// The guards can be taken away here and nowhere else: the proof puts a switch before three modules of the server.
vi.mock('../../../server/src/platform/guard.ts', async (original) =>
  (await import('./locks.ts')).guardsThatCanGo(await original()),
)
vi.mock('../../../server/src/platform/approval.ts', async (original) =>
  (await import('./locks.ts')).approvalsThatCanGo(await original()),
)
vi.mock('@ke-vai/contract/permissions.ts', async (original) =>
  (await import('./locks.ts')).permissionsThatCanGo(await original()),
)

// The full size tries tens of thousands of cells: a machine with other work to do takes more than an hour.
proof('matrix', prove, { small: 8, full: 120 })
