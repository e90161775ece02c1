import type { PersonId } from '#domain/actor.ts'
import { listSignedFor, listSigners } from '#domain/title-grant-facts.ts'
import type { TeamSplit } from '#domain/title-grant-forms.ts'
import type { Language } from '../block.ts'
import { listed, nameIn, personOf, withRemark, type Both, type NamedPerson } from '../lines.ts'
import type { PaperContext } from '../paper-context.ts'
import { sayIn } from './lines.ts'

/** Who signs for the team: for himself, for the dead whose heir he is, or for both. */
export type PaperSigner = {
  readonly id: PersonId
  readonly person: NamedPerson
  readonly isMember: boolean
  readonly heirOf: readonly NamedPerson[]
}

/** Everybody who signs, in the order of the record, each once. */
export function gatherSigners(team: TeamSplit, people: PaperContext['people']): PaperSigner[] {
  return listSigners(team).map((id) => {
    const signedFor = listSignedFor(team, id)
    const heirOf = signedFor.filter((one) => one !== id).map((one) => personOf(people, one))
    return { id, person: personOf(people, id), isMember: signedFor.includes(id), heirOf }
  })
}

/** What stands before a signer's name: the party, and of an heir whose he is (乙方（某某之继承人）). */
export function signerTitle({ isMember, heirOf }: PaperSigner, party: Both, language: Language): string {
  const say = sayIn(language)
  if (heirOf.length === 0) return say(party)
  const dead = listed(
    heirOf.map((one) => nameIn(one, language)),
    language,
  )
  const heir = isMember ? { zh: `兼${dead}之继承人`, en: `also heir of ${dead}` } : { zh: `${dead}之继承人`, en: `heir of ${dead}` }
  return withRemark(say(party), say(heir), language)
}
