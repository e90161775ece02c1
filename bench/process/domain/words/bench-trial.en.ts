import type { ProcessWords } from '#domain/words.ts'

export const words: ProcessWords = {
  process: 'Trial',
  purpose: 'Measures the speed of the engine.',
  steps: { first: 'First', second: 'Second', third: 'Third', finding: 'Record the finding', report: 'Issue the report' },
  outcomes: { agreed: 'Agreed', refused: 'Refused' },
  endings: { done: 'Done', withdrawn: 'Withdrawn' },
  forms: {
    'bench-trial/open': { title: { label: 'Title' }, papers: { label: 'Papers' } },
    'bench-trial/first': { score: { label: 'Score' } },
    'bench-trial/second': { score: { label: 'Score' } },
    'bench-trial/third': { score: { label: 'Score' } },
  },
  values: {},
  messages: {},
  refusals: {},
  documents: { 'bench-trial/report': 'Trial report' },
  deadlines: {},
}
