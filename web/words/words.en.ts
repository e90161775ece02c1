import { citationEn } from './citation.en.ts'
import { commonEn } from './common.en.ts'
import { deadlineEn } from './deadline.en.ts'
import { formEn } from './form.en.ts'
import { licenceEn } from './licence.en.ts'
import { linkEn } from './link.en.ts'
import { mandateEn } from './mandate.en.ts'
import { matterEn } from './matter.en.ts'
import { noticeEn } from './notice.en.ts'
import { officeEn } from './office.en.ts'
import { registerEn } from './register.en.ts'
import { taskEn } from './task.en.ts'
import type { SameShape, wordsZh } from './words.zh.ts'

/** Every sentence of the pages in English. */
export const wordsEn: SameShape<typeof wordsZh> = {
  ...commonEn,
  ...citationEn,
  ...deadlineEn,
  ...formEn,
  ...licenceEn,
  ...linkEn,
  ...mandateEn,
  ...matterEn,
  ...noticeEn,
  ...officeEn,
  ...registerEn,
  ...taskEn,
}
