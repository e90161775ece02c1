import { useState } from 'react'

/** As useState, but what was typed outlives a reload of the page; forgotten with the browser's tab. */
export function useKept<Value>(place: string, first: Value): readonly [Value, (value: Value) => void] {
  const key = `conveyance.${place}`
  const [value, setValue] = useState<Value>(() => readKept<Value>(key) ?? first)
  const keep = (next: Value) => {
    window.sessionStorage.setItem(key, JSON.stringify(next))
    setValue(next)
  }
  return [value, keep]
}

function readKept<Value>(key: string): Value | undefined {
  const text = window.sessionStorage.getItem(key)
  return text === null ? undefined : (JSON.parse(text) as Value)
}

/** Forgets what was kept at `place`. */
export function dropKept(place: string): void {
  window.sessionStorage.removeItem(`conveyance.${place}`)
}
