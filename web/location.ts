import { useSyncExternalStore } from 'react'

const listeners = new Set<() => void>()

function announce(): void {
  for (const listener of listeners) listener()
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener)
  window.addEventListener('popstate', listener)
  return () => {
    listeners.delete(listener)
    window.removeEventListener('popstate', listener)
  }
}

/** Goes to another page of the application; `replace` leaves no trace in the browser's history. */
export function goTo(to: string, how: 'push' | 'replace' = 'push'): void {
  const from = window.location.pathname + window.location.search
  if (how === 'replace') window.history.replaceState(null, '', to)
  else window.history.pushState(null, '', to)
  announce()
  if (isAnotherPage(from, window.location.pathname + window.location.search)) window.scrollTo(0, 0)
}

/** Whether `to` is read from its top: another page, or another page of the same list; not the same page with other tabs or filters. */
export function isAnotherPage(from: string, to: string): boolean {
  const [one, other] = [from, to].map((address) => new URL(address, 'http://here'))
  return one?.pathname !== other?.pathname || one?.searchParams.get('cursor') !== other?.searchParams.get('cursor')
}

/** Shows the page from its top, for the eye and for whoever hears it. */
export function beginPage(): void {
  window.scrollTo(0, 0)
  document.querySelector<HTMLElement>('h1')?.focus({ preventScroll: true })
}

/** The path of the page shown. */
export function usePath(): string {
  return useSyncExternalStore(subscribe, () => window.location.pathname)
}

/** The query of the page shown. */
export function useQueryText(): URLSearchParams {
  const text = useSyncExternalStore(subscribe, () => window.location.search)
  return new URLSearchParams(text)
}

/** `path` with those parts of `query` that say something. */
export function withQuery(path: string, query: { readonly [name: string]: string | undefined }): string {
  const parts = new URLSearchParams()
  for (const [name, value] of Object.entries(query)) if (value !== undefined && value !== '') parts.set(name, value)
  const text = parts.toString()
  return text === '' ? path : `${path}?${text}`
}

/** The values of a pattern such as `/tasks/:id` in `path`; undefined where it does not fit. */
export function findPathValues(pattern: string, path: string): { readonly [name: string]: string } | undefined {
  const wanted = pattern.split('/')
  const given = path.replace(/\/$/, '').split('/')
  if (wanted.length !== given.length) return undefined
  const values: { [name: string]: string } = {}
  for (const [index, part] of wanted.entries()) {
    const value = given[index] ?? ''
    if (!part.startsWith(':')) {
      if (part !== value) return undefined
      continue
    }
    if (value === '') return undefined
    values[part.slice(1)] = decodeURIComponent(value)
  }
  return values
}
