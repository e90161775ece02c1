import type { z } from 'zod'
import type { Actor, InstitutionId, PersonId } from '#domain/actor.ts'
import type { PlainDay } from '#domain/day.ts'
import type { RoleKey } from '#domain/role.ts'
import type { Operation } from '#schemas/openapi.ts'
import type { Viewer } from '#store/db.ts'
import type { ApiDependencies } from './dependencies.ts'
import type { Words } from './words.ts'

/** Whoever is signed in, as the store knows him at this request. */
export type SignedIn = {
  readonly institution: InstitutionId
  readonly person: PersonId
  /** Held today, those of whoever he stands in for included. */
  readonly roles: readonly RoleKey[]
  readonly actor: Extract<Actor, { readonly is: 'person' }>
  readonly viewer: Viewer & { readonly person: PersonId }
  /** The cookie's session; absent for a program's token. */
  readonly session?: string
}

/** A request as its route sees it: read, checked, in one language. */
export type Call<Query = unknown, Body = unknown> = {
  readonly deps: ApiDependencies
  readonly words: Words
  readonly today: PlainDay
  readonly params: { readonly [name: string]: string }
  readonly query: Query
  readonly body: Body
  /** Bytes, where the route takes them. */
  readonly bytes?: Buffer
  readonly mediaType?: string
  readonly idempotencyKey?: string
  readonly secure: boolean
  /** The header as it came: for routes that know tokens of their own. */
  readonly authorization?: string
  /** Whether the request comes from this machine, through no proxy. */
  readonly isLocal: boolean
  /** From where it comes, as far as the proxies are trusted. */
  readonly address: string
}

export type PeopleCall<Query = unknown, Body = unknown> = Call<Query, Body> & { readonly who: SignedIn }

/** What is answered: JSON, bytes, or nothing. */
export type Answer = {
  readonly status: number
  readonly body?: unknown
  readonly bytes?: Buffer | string
  readonly mediaType?: string
  readonly headers?: { readonly [name: string]: string }
}

/** A route: its description, and what it does. */
export type Route =
  | { readonly operation: Operation & { readonly for: 'people' }; readonly handle: (call: PeopleCall) => Promise<Answer> }
  | {
      readonly operation: Operation & { readonly for: 'anybody' }
      readonly handle: (call: Call) => Promise<Answer>
      /** Whoever comes may leave something here: one address only so often. */
      readonly isDoor?: true
    }

type Described<Query extends z.ZodObject, Body extends z.ZodType> = Omit<Operation, 'for' | 'query' | 'body'> & {
  readonly query?: Query
  readonly body?: Body
}

/** A route for people who are signed in. */
export function peopleRoute<Query extends z.ZodObject = z.ZodObject, Body extends z.ZodType = z.ZodUnknown>(
  operation: Described<Query, Body>,
  handle: (call: PeopleCall<z.output<Query>, z.output<Body>>) => Promise<Answer>,
): Route {
  // The app reads query and body by these very shapes before it calls.
  return { operation: { ...operation, for: 'people' }, handle: handle as (call: PeopleCall) => Promise<Answer> }
}

/** A route that needs no session. */
export function openRoute<Query extends z.ZodObject = z.ZodObject, Body extends z.ZodType = z.ZodUnknown>(
  operation: Described<Query, Body>,
  handle: (call: Call<z.output<Query>, z.output<Body>>) => Promise<Answer>,
): Route {
  return { operation: { ...operation, for: 'anybody' }, handle: handle as (call: Call) => Promise<Answer> }
}

/** A route by which somebody without a session leaves something: one address only so often. */
export function doorRoute<Query extends z.ZodObject = z.ZodObject, Body extends z.ZodType = z.ZodUnknown>(
  operation: Described<Query, Body>,
  handle: (call: Call<z.output<Query>, z.output<Body>>) => Promise<Answer>,
): Route {
  return { ...openRoute(operation, handle), isDoor: true }
}

/** 200 with JSON. */
export function ok(body: unknown, headers?: Answer['headers']): Answer {
  return { status: 200, body, ...(headers === undefined ? {} : { headers }) }
}

/** 201 with JSON and where it lies. */
export function created(body: unknown, location: string): Answer {
  return { status: 201, body, headers: { Location: location } }
}

/** 204. */
export function done(): Answer {
  return { status: 204 }
}
