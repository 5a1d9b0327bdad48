import type { Command } from '../platform/commands.ts'
import type { Read } from '../platform/reads.ts'
import { listTransfersOfCase, showTransferInbox } from './list-transfers.ts'
import { offerTransfer, takeBackTransfer } from './offer-transfer.ts'
import { acceptTransfer, arriveTransfer, declineTransfer, openTransferParcel } from './receive-transfer.ts'

/** Handing over responsibility for her: it moves only when the other agency accepts. */
export const transferCommands: Command[] = [
  offerTransfer,
  takeBackTransfer,
  acceptTransfer,
  declineTransfer,
  arriveTransfer,
  openTransferParcel,
]
export const transferReads: Read[] = [listTransfersOfCase, showTransferInbox]
