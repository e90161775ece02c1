import { citationZh } from './citation.zh.ts'
import { commonZh } from './common.zh.ts'
import { deadlineZh } from './deadline.zh.ts'
import { formZh } from './form.zh.ts'
import { licenceZh } from './licence.zh.ts'
import { linkZh } from './link.zh.ts'
import { mandateZh } from './mandate.zh.ts'
import { matterZh } from './matter.zh.ts'
import { noticeZh } from './notice.zh.ts'
import { officeZh } from './office.zh.ts'
import { registerZh } from './register.zh.ts'
import { taskZh } from './task.zh.ts'

/** Every sentence of the pages in Chinese; the other languages have the same shape. */
export const wordsZh = {
  ...commonZh,
  ...citationZh,
  ...deadlineZh,
  ...formZh,
  ...licenceZh,
  ...linkZh,
  ...mandateZh,
  ...matterZh,
  ...noticeZh,
  ...officeZh,
  ...registerZh,
  ...taskZh,
}

/** The same shape, other words. */
export type SameShape<Words> = { readonly [name in keyof Words]: Words[name] extends string ? string : SameShape<Words[name]> }
