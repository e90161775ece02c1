import { correctionDeadline } from '#domain/open-licence-docket.ts'
import { getProposal, getSnapshot } from '#domain/open-licence-facts.ts'
import { listPackage } from '#domain/open-licence-package.ts'
import { steps } from '#domain/open-licence.ts'
import { unreachable } from '#domain/unreachable.ts'
import { docket } from './steps/docket.ts'
import { issueDocument } from './steps/document.ts'
import type { MatterRun } from './steps/matter.ts'
import { givenOf, sealPaper } from './steps/signing.ts'
import { userTask } from './steps/user-task.ts'

/** The house signs the declaration, and its signature goes into the file; false where it does not sign. */
async function signDeclaration(m: MatterRun): Promise<boolean> {
  const paper = await issueDocument(m, steps.declarationSheet, 'open-licence/declaration-sheet')
  const signed = await userTask(m, steps.signDeclaration, { given: givenOf(paper) })
  if (signed.outcome === 'refused') return false
  const { fixedFen } = getProposal(m.state).fee
  await sealPaper(m, steps.sealDeclaration, paper, {
    task: signed.id,
    capacity: '专利权人',
    house: fixedFen === undefined ? {} : { amountFen: fixedFen },
  })
  return true
}

/** The signed package goes to the patent office, and is corrected until it is announced or comes to nothing. */
export async function fileDeclaration(m: MatterRun): Promise<'announced' | 'given-up' | 'not-signed' | 'office-refused'> {
  if (!(await signDeclaration(m))) return 'not-signed'
  await issueDocument(m, steps.packageList, 'open-licence/package-list')
  const patentees = getSnapshot(m.state).owners.flatMap(({ name, isHouse }) => (isHouse === true ? [] : [name]))
  const filed = await userTask(m, steps.file, { given: { patentees, contents: listPackage(m.state) } })
  if (filed.outcome === 'given-up') return 'given-up'
  for (;;) {
    const reply = await userTask(m, steps.officeReply)
    switch (reply.outcome) {
      case 'announced':
        return 'announced'
      case 'refused':
        return 'office-refused'
      case 'correction-asked': {
        await docket(m, steps.docketCorrection, [correctionDeadline(reply.data)])
        const days = { days: reply.data.correctionDays ?? 1 }
        const corrected = await userTask(m, steps.correct, { due: days, given: { defects: reply.data.defects ?? '' } })
        if (corrected.outcome === 'given-up') return 'given-up'
        break
      }
      default:
        return unreachable(reply.outcome)
    }
  }
}
