import { whatIfAnswer, whatIfRequest } from '#schemas/api/what-if.ts'
import { readMatter, sightOf } from '../matter-at-hand.ts'
import { peopleInFacts } from '../refusal-view.ts'
import { ok, peopleRoute, type Route } from '../route.ts'
import { peopleOfWhatFollows, viewWhatFollows, viewWouldBeRefused } from '../views/what-if-view.ts'
import { askWhatIf } from '../what-if.ts'

/** What would follow. */
export const whatIfRoutes: readonly Route[] = [
  peopleRoute(
    {
      method: 'post',
      path: '/api/matters/{id}/what-if',
      tag: 'Matters',
      summary: 'What would follow from completing a task; nothing is done',
      body: whatIfRequest,
      answers: { 200: { says: 'What would follow', shape: whatIfAnswer } },
    },
    async (call) => {
      const matter = await readMatter(call, call.params['id'] ?? '', 'what-if')
      const follows = await askWhatIf(call, matter, call.body)
      const people = follows.is === 'refused' ? peopleInFacts(follows.refusals) : peopleOfWhatFollows(follows.actions)
      const { sight, lookup, names } = await sightOf(call, matter, people)
      const words = { definition: matter.definition, words: sight.words, lookup, names }
      return ok(follows.is === 'refused' ? viewWouldBeRefused(follows.refusals, words) : viewWhatFollows(follows, words))
    },
  ),
]
