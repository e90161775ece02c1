import type { PlainDay } from '#domain/day.ts'
import { patentTermEnd } from '#domain/patent-term.ts'
import {
  isInForce,
  listEncumbrances,
  listOwners,
  type Encumbrance,
  type PartyFacts,
  type PatentFacts,
  type ResultFacts,
  type Transformation,
} from '#domain/register.ts'
import type { EncumbranceView } from '#schemas/api/encumbrance.ts'
import type { PartyView, PatentRow, PatentView, RegisterHistoryEntry, ResultRow, ResultView } from '#schemas/api/register.ts'
import type { HistoryEntry, MatterAbout } from '#store/lists/registers.ts'
import { labelled, type Words } from '../words.ts'
import { viewActor, type Register } from './actor-view.ts'
import type { Lookup } from './lookup.ts'

type Holding = PatentFacts | ResultFacts

function word(words: Words, prefix: string, name: string) {
  return labelled(name, words.desk(`${prefix}/${name}`))
}

function rowOf(facts: Holding, on: PlainDay, words: Words) {
  return {
    title: facts.title,
    ...(facts.titleEn === undefined ? {} : { titleEn: facts.titleEn }),
    owners: listOwners(facts, on).map((one) => one.name),
    encumbrances: listEncumbrances(facts, on).map((one) => word(words, 'encumbrance', one.kind)),
    ...(facts.sample === undefined ? {} : { sample: true }),
  }
}

/** A patent as a list shows it. */
export function viewPatentRow(facts: PatentFacts, on: PlainDay, words: Words): PatentRow {
  const { number, kind, status, filedOn } = facts
  return {
    number,
    kind: word(words, 'patent-kind', kind),
    filedOn,
    status: word(words, 'patent-status', status),
    ...rowOf(facts, on, words),
  }
}

/** Another result as a list shows it. */
export function viewResultRow(facts: ResultFacts, on: PlainDay, words: Words): ResultRow {
  const { id, type, status } = facts
  return { id, type: word(words, 'result-type', type), status: word(words, 'result-status', status), ...rowOf(facts, on, words) }
}

/** What stands beside the facts: the day they were known on, whether the reader may change them, the matters about them. */
export type Beside = {
  readonly on: PlainDay
  readonly mayChange: boolean
  readonly matters: readonly MatterAbout[]
  readonly words: Words
  readonly lookup: Lookup
}

function holdingOf(facts: Holding, { on, mayChange, matters, words, lookup }: Beside) {
  return {
    title: facts.title,
    ...(facts.titleEn === undefined ? {} : { titleEn: facts.titleEn }),
    owners: facts.owners.map((one) => ({ ...one })),
    inventors: facts.inventors.map((one) => lookup.person(one)),
    encumbrances: facts.encumbrances.map((one) => viewEncumbrance(one, on, words)),
    transformations: (facts.transformations ?? []).map((one) => viewTransformation(one, words)),
    ...(facts.sample === undefined ? {} : { sample: true }),
    knownOn: on,
    mayChange,
    matters: matters.map((one) => ({ ...one, process: labelled(one.process, words.process(one.process)) })),
  }
}

function viewTransformation({ kind, on, reference, incentives, matter }: Transformation, words: Words) {
  return {
    kind: word(words, 'transformation', kind),
    on,
    ...(reference === undefined ? {} : { reference }),
    ...(incentives === undefined ? {} : { incentives: incentives.map((one) => word(words, 'incentive', one)) }),
    ...(matter === undefined ? {} : { matter }),
  }
}

/** A patent with all that the register knew of it on a day. */
export function viewPatent(facts: PatentFacts, beside: Beside): PatentView {
  const { number, kind, status, filedOn, priorityOn, grantedOn, annuities, evaluation, termCompensations = [] } = facts
  const { words } = beside
  return {
    number,
    kind: word(words, 'patent-kind', kind),
    status: word(words, 'patent-status', status),
    filedOn,
    ...(priorityOn === undefined ? {} : { priorityOn }),
    ...(grantedOn === undefined ? {} : { grantedOn }),
    annuities: annuities.map((one) => ({ ...one })),
    termEnd: patentTermEnd(facts),
    ...(termCompensations.length === 0
      ? {}
      : { termCompensations: termCompensations.map((one) => ({ ...one, ground: word(words, 'compensation', one.ground) })) }),
    ...(evaluation === undefined ? {} : { evaluation: { ...evaluation, conclusion: word(words, 'evaluation', evaluation.conclusion) } }),
    ...holdingOf(facts, beside),
  }
}

/** Another result, likewise. */
export function viewResult(facts: ResultFacts, beside: Beside): ResultView {
  const { id, type, status } = facts
  const { words } = beside
  return { id, type: word(words, 'result-type', type), status: word(words, 'result-status', status), ...holdingOf(facts, beside) }
}

/** What binds a patent or result, and whether it does on `on`. */
export function viewEncumbrance(encumbrance: Encumbrance, on: PlainDay, words: Words): EncumbranceView {
  // Who has which part in a grant, and who consented, is told by the matter to those who may read it.
  const { grantedTo: _, consents: __, ...shown } = encumbrance
  return { ...shown, kind: word(words, 'encumbrance', encumbrance.kind), inForce: isInForce(encumbrance, on) }
}

/** A party; whom to call there is for the office. */
export function viewParty(facts: PartyFacts, isOffice: boolean, mayChange: boolean): PartyView {
  const { contact, ...shown } = facts
  return { ...shown, ...(isOffice && contact !== undefined ? { contact } : {}), mayChange }
}

/** One entry of a subject's history. */
export function viewHistoryEntry(entry: HistoryEntry, words: Words, lookup: Lookup, register: Register): RegisterHistoryEntry {
  const { seq, kind, actor, on, change, matter } = entry
  const by = viewActor(actor, words, lookup, register)
  return {
    seq,
    kind,
    says: words.desk(`action/${kind}`).replace('{who}', by.name),
    by,
    on,
    source: change.source,
    // How a team decides stands in its agreement, which not everybody reads who sees the register.
    facts: kind === 'GrantAgreed' ? { id: change.facts['id'] ?? '' } : change.facts,
    ...(matter === undefined ? {} : { matter }),
  }
}
