import { z } from 'zod'

// zod would try whether it may make functions from text; here it may not, and the try alone is a breach of the page's
// policy. It asks when the first shape is made, so this is the first thing that the app imports.
z.config({ jitless: true })
