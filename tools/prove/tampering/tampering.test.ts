import { proof } from '../proof.ts'
import { prove } from './tampering.ts'

proof('tampering', prove)
