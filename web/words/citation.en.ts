import type { citationZh } from './citation.zh.ts'
import type { SameShape } from './words.zh.ts'

/** How sure a citation is. */
export const citationEn: SameShape<typeof citationZh> = {
  sure: {
    text: { label: 'read', means: 'The article itself was read.' },
    verified: { label: 'verified', means: 'A source that was found says so.' },
    recalled: { label: 'unverified', means: 'Cited from memory; not verified: ask counsel.' },
    'recalled-check': { label: 'doubtful', means: 'Cited from memory, even the number is doubtful: ask counsel.' },
    article: { label: 'press', means: 'From a newspaper article.' },
    design: { label: 'our proposal', means: 'No law says so; the software proposes it and policy may change it.' },
  },
}
