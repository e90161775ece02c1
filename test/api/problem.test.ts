import { expect, it } from 'vitest'
import { z } from 'zod'
import { checkForm } from '#api/form-check.ts'
import { parseInput, ProblemError } from '#api/problem.ts'
import { wordsOf } from '#api/words.ts'

const many = Object.fromEntries(Array.from({ length: 50_000 }, (_, index) => [`k${index}`, 1]))

async function answerTo(read: () => unknown): Promise<string> {
  try {
    await read()
  } catch (error) {
    if (error instanceof ProblemError) return JSON.stringify(error.fault)
    throw error
  }
  throw new Error('It was taken')
}

it.each([
  ['a body of fifty thousand fields that nobody knows', () => parseInput(z.strictObject({ a: z.string() }), many, wordsOf('zh-CN'))],
  ['a list of fifty thousand things that are no words', () => parseInput(z.array(z.string()), Object.values(many), wordsOf('en'))],
  [
    'a form of no fields with fifty thousand',
    () => checkForm({ stem: 'disclosure', form: 'none', data: many, base: '/data' }, wordsOf('en'), () => Promise.reject(new Error())),
  ],
])('%s is refused in an answer no longer than what was sent', async (_, read) => {
  const answer = await answerTo(read)
  expect(answer.length).toBeLessThan(JSON.stringify(many).length / 2)
  expect((JSON.parse(answer) as { errors: unknown[] }).errors).toHaveLength(200)
})
