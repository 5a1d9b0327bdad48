import type { Command } from '../platform/commands.ts'
import type { Read } from '../platform/reads.ts'
import { answerRequest, declineRequest, identify, listRequests, openRequest } from './answer-request.ts'
import { listClocks } from './clocks.ts'
import { decide } from './decide.ts'
import { closeRound, compareRound, openRound, resolveDifference, submitList } from './rounds.ts'
import { openAnswer, sendRequest, withdrawRequest } from './send-request.ts'
import { listRounds, showRound } from './show-rounds.ts'
import { showVerification } from './show-verification.ts'
import { addEvidence, moveVerification, recordWillingness, setBodies, startVerification } from './steps.ts'

/** Verification, requests to liaisons, the decision on identification, and reconciliation between bodies. */
export const verificationCommands: Command[] = [
  startVerification,
  setBodies,
  moveVerification,
  addEvidence,
  recordWillingness,
  sendRequest,
  withdrawRequest,
  openAnswer,
  openRequest,
  answerRequest,
  declineRequest,
  identify,
  decide,
  openRound,
  submitList,
  compareRound,
  resolveDifference,
  closeRound,
]
export const verificationReads: Read[] = [showVerification, listRequests, listClocks, listRounds, showRound]
