import { proof } from '../proof.ts'
import { proveBadInput } from './bad-input.ts'

proof('bad-input', proveBadInput)
