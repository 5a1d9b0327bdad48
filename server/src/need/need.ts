import type { Command } from '../platform/commands.ts'
import { assess } from './assess.ts'
import { moveNeed, openNeed, writeWish } from './needs.ts'
import { markAction, reviewPlan, writePlan } from './plan.ts'
import { planSafety, setRisk } from './risk.ts'

/** What she needs, what threatens her, what was agreed with her. Screens fold it from the case's entries. */
export const needCommands: Command[] = [
  assess,
  setRisk,
  planSafety,
  openNeed,
  moveNeed,
  writeWish,
  writePlan,
  reviewPlan,
  markAction,
]
