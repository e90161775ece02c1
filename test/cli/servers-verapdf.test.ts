import { expect, test } from 'vitest'
import { readVerdicts, validatePdfA } from '#cli/servers/verapdf.ts'

test('each file gets its own verdict and its own broken rules', () => {
  const output = 'FILE 0 yes\nFILE 1 no\nFAIL 1 6.2.11.4.1-1 (2 times): font not embedded\nFAIL 1 6.7.2.2-1 (1 times): not tagged\n'
  expect(readVerdicts(['a.pdf', 'b.pdf'], output)).toEqual([
    { file: 'a.pdf', compliant: true, failures: [] },
    { file: 'b.pdf', compliant: false, failures: ['6.2.11.4.1-1 (2 times): font not embedded', '6.7.2.2-1 (1 times): not tagged'] },
  ])
})

test('silence about a file is never taken for a yes', () => {
  expect(readVerdicts(['a.pdf', 'b.pdf'], 'FILE 0 yes\n')).toBeUndefined()
})

test('a file that is not there is a mistake of the caller, not a verdict', async () => {
  await expect(validatePdfA(['/nowhere/a.pdf'])).rejects.toThrow('there is no file /nowhere/a.pdf')
})
