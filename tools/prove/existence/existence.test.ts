import { proof } from '../proof.ts'
import { proveExistence } from './existence.ts'

proof('existence', proveExistence, { small: 6, full: 60 })
