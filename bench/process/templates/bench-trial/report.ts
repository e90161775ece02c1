import type { PaperTemplate } from '#templates/paper-context.ts'

type Report = { readonly title: string; readonly number: string }

const official = { zh: '试验报告', en: 'Trial report' }

/** Two pages of text in either language. */
export const template: PaperTemplate<Report> = {
  name: 'bench-trial/report',
  official,
  facts: ({ state, number }) => ({ title: String(state.data['title']), number }),
  render({ title, number }, language) {
    const text =
      language === 'en'
        ? 'The result was made by its inventors in the course of their duties, and mainly with the means of the university. '.repeat(6)
        : '该成果系完成人执行本单位任务、主要利用本单位物质技术条件所完成，权属清晰，技术成熟度与市场前景经评估后列于附表。'.repeat(6)
    const paragraphs = Array.from({ length: 9 }, () => ({ kind: 'paragraph', text }) as const)
    return {
      title: language === 'en' ? official.en : official.zh,
      blocks: [
        {
          kind: 'fields',
          rows: [
            { label: 'No.', value: number },
            { label: 'T', value: title },
          ],
        },
        ...paragraphs,
      ],
    }
  },
  requiredFields: [],
}
