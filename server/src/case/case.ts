import type { Command } from '../platform/commands.ts'
import type { Read } from '../platform/reads.ts'
import { addMember, endMember, liftExclusion, setExclusion, showTeam } from './change-team.ts'
import { enterSchool, linkChild, nameRepresentative, planForChild, takeMeasure } from './child.ts'
import { escort, stepEscort } from './escort.ts'
import { setFacts } from './facts.ts'
import { handOver } from './hand-over.ts'
import { changeCaseIdentity, openCaseIdentity, openCaseWords } from './identity.ts'
import { openCase, takeCase } from './open-case.ts'
import { endReception, openReception, receiveGroup } from './reception.ts'
import { setSafeContact } from './safe-contact.ts'
import { listCases, showCase } from './show-case.ts'
import { listEscorts, listNotices, openEscort, seeNotice } from './show-escort.ts'
import { listAgencies, listHandovers, listReceptions, showReception } from './show-reception.ts'
import { moveOn, pause, setStage } from './step.ts'
import { noteCounselling, writeNote, writeStory } from './story.ts'

/** The cases of an agency: reception, team, timeline, and what is sealed. */
export const caseCommands: Command[] = [
  openCase,
  takeCase,
  openCaseWords,
  openCaseIdentity,
  changeCaseIdentity,
  setFacts,
  moveOn,
  pause,
  setStage,
  addMember,
  endMember,
  setExclusion,
  liftExclusion,
  setSafeContact,
  writeStory,
  writeNote,
  noteCounselling,
  nameRepresentative,
  takeMeasure,
  planForChild,
  enterSchool,
  linkChild,
  openReception,
  receiveGroup,
  endReception,
  handOver,
  escort,
  stepEscort,
  openEscort,
  seeNotice,
]
export const caseReads: Read[] = [
  listCases,
  showCase,
  showTeam,
  listReceptions,
  showReception,
  listHandovers,
  listAgencies,
  listEscorts,
  listNotices,
]
