import type { ProcessWords } from '#domain/words.ts'

export const words: ProcessWords = {
  process: '试验',
  purpose: '测量引擎速度。',
  steps: { first: '第一步', second: '第二步', third: '第三步', finding: '记录结论', report: '出具报告' },
  outcomes: { agreed: '同意', refused: '不同意' },
  endings: { done: '完成', withdrawn: '撤回' },
  forms: {
    'bench-trial/open': { title: { label: '题目' }, papers: { label: '文书数' } },
    'bench-trial/first': { score: { label: '评分' } },
    'bench-trial/second': { score: { label: '评分' } },
    'bench-trial/third': { score: { label: '评分' } },
  },
  values: {},
  messages: {},
  refusals: {},
  documents: { 'bench-trial/report': '试验报告' },
  deadlines: {},
}
