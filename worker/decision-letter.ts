import { composeDecision } from '#activities/letters.ts'
import type { Letter } from '#activities/mailer.ts'
import type { InstitutionId } from '#domain/actor.ts'
import { findMailOfObjector, readObjection } from '#domain/notice-objection.ts'
import type { MatterId } from '#domain/state.ts'
import { systemViewer, type Store } from '#store/db.ts'
import { listInstitutions } from '#store/desk/institutions.ts'
import { readDocument } from '#store/lists/documents.ts'
import { readState } from '#store/lists/standing.ts'

/** A letter to an objector; `loggedAs` is how the log names his address, which may not stand there. */
type DecisionLetter = { readonly to: string; readonly loggedAs: string; readonly letter: Letter }

/**
 * The decision on an objection as it goes to whoever objected: the paper itself, since he has no account in which to read it, to the
 * address he left. Undefined where the objection was erased since.
 */
export async function writeDecisionLetter(
  store: Store,
  institution: InstitutionId,
  matter: MatterId,
  paper: string,
): Promise<DecisionLetter | undefined> {
  const state = await readState(store, institution, matter)
  if (state.erased !== undefined) return undefined
  const opening = readObjection(state)
  const to = findMailOfObjector(opening)
  if (to === undefined) throw new Error(`Objection ${state.head.number} names no mail address`)
  const files = await Promise.all([readFile(store, institution, paper), readFile(store, institution, paper, 'en')])
  const [original] = files
  if (original === undefined) throw new Error(`Paper ${paper} is not there`)
  const { number, issuedOn, sha256 } = original.document
  const { objector, receivedOn, noticeNumber } = opening
  const letter = composeDecision({
    institution: await nameOf(store, institution),
    ...(objector === undefined ? {} : { objector }),
    number: state.head.number,
    notice: noticeNumber,
    receivedOn,
    on: issuedOn,
    paper: number,
    sha256,
  })
  const enclosures = files.flatMap((file) => (file === undefined ? [] : [file.enclosure]))
  return { to, loggedAs: `objector of ${state.head.number}`, letter: { ...letter, enclosures } }
}

async function readFile(store: Store, institution: InstitutionId, paper: string, language?: string) {
  const found = await readDocument(store, systemViewer(institution), paper, language)
  if (found === undefined) return undefined
  const { document, mediaType, bytes } = found
  const name = `${document.number}${language === undefined ? '' : `-${language}`}.pdf`
  return { document, enclosure: { name, mediaType, bytes } }
}

async function nameOf(store: Store, institution: InstitutionId): Promise<{ readonly zh: string; readonly en: string }> {
  const house = (await listInstitutions(store)).find(({ id }) => id === institution)
  return { zh: house?.nameZh ?? institution, en: house?.nameEn ?? institution }
}
