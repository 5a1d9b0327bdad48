import type { Command } from '../platform/commands.ts'
import type { Read } from '../platform/reads.ts'
import { checkIn } from './check-in.ts'
import { openDeparture } from './open-departure.ts'
import { planDeparture, stopDeparture } from './plan-departure.ts'
import { showDeparture } from './show-departure.ts'

/** What is agreed with a person before she goes to work abroad: the door of this folder for the routes. */
export const departureCommands: Command[] = [planDeparture, checkIn, stopDeparture, openDeparture]
export const departureReads: Read[] = [showDeparture]
