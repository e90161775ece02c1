import { useEffect, useState } from 'react'

/** `value` once it has stood still for `ms` milliseconds. */
export function usePause<Value>(value: Value, ms: number): Value {
  const [settled, settle] = useState(value)
  useEffect(() => {
    const timer = setTimeout(() => settle(value), ms)
    return () => clearTimeout(timer)
  }, [value, ms])
  return settled
}
