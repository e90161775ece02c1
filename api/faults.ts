import { RegisterRefusal } from '#store/desk/register-refusal.ts'
import { ProblemError, type Fault } from './problem.ts'
import { statusOfRefusals } from './refusal-status.ts'

/** PostgreSQL's data exceptions: a value that no column can hold, so the input's fault. */
const dataException = /^22/

/** The fault to answer for whatever was thrown; what nobody named is a bug, and answered 500. */
export function faultOf(error: unknown): Fault {
  if (error instanceof ProblemError) return error.fault
  if (error instanceof RegisterRefusal) return { status: statusOfRefusals(error.refusals), refusals: error.refusals }
  const { status, type, code } = (typeof error === 'object' && error !== null ? error : {}) as {
    status?: unknown
    type?: unknown
    code?: unknown
  }
  if (type === 'entity.parse.failed') return { status: 400, detail: 'not-json' }
  if (status === 413) return { status: 413 }
  if (status === 429) return { status: 429 }
  if (typeof status === 'number' && status >= 400 && status < 500) return { status: 400 }
  if (typeof code === 'string' && dataException.test(code)) return { status: 400 }
  return { status: 500 }
}
