import { definition } from '#domain/open-licence.ts'
import type { MatterEnd, MatterInput } from './messages.ts'
import { consultInventors, gatherConsents, untilEligible } from './open-licence-eligibility.ts'
import { fileDeclaration } from './open-licence-filing.ts'
import { keepOffer } from './open-licence-offer.ts'
import { decideOnPrice, dropDeclaration, postPrice } from './open-licence-price.ts'
import { runMatter, type MatterRun } from './steps/matter.ts'

/** 专利开放许可: from the question whether a patent may be offered to everybody to the end of the offer. */
export async function openLicence(input: MatterInput): Promise<MatterEnd> {
  return runMatter(definition, input, story)
}

const notDeclared = (reason: string): MatterEnd => ({ outcome: 'not-declared', reason })

async function story(m: MatterRun): Promise<MatterEnd> {
  if ((await untilEligible(m)) === 'given-up') return notDeclared('not-eligible')
  await consultInventors(m)
  if ((await gatherConsents(m)) === 'withheld') return notDeclared('consent-withheld')
  for (;;) {
    const decided = await decideOnPrice(m)
    if (decided !== 'approved') return notDeclared(decided)
    const posted = await postPrice(m)
    if (posted === 'price-again') continue
    const filed = posted === 'posted' ? await fileDeclaration(m) : posted
    if (filed === 'announced') return keepOffer(m)
    await dropDeclaration(m, filed)
    return notDeclared(filed)
  }
}
