import { proxyActivities, proxyLocalActivities } from '@temporalio/workflow'
import type { Activities } from '#activities/registry.gen.ts'

/** The record is written within the workflow task: one short transaction, safe to repeat by command id. */
export const { recordAction } = proxyLocalActivities<Activities>({
  startToCloseTimeout: '5s',
  localRetryThreshold: '10s',
  retry: { initialInterval: '100ms', backoffCoefficient: 2, maximumInterval: '30s', nonRetryableErrorTypes: ['Refusal'] },
})

/**
 * Deeds outside the record: papers, opened matters, erasure. They are retried until they succeed, and visible as incidents. The
 * worker says for each that it lives: one that dies holds a matter up for seconds, not for the whole time that a deed may take.
 */
export const services = proxyActivities<Activities>({
  startToCloseTimeout: '2m',
  heartbeatTimeout: '15s',
  retry: { initialInterval: '1s', backoffCoefficient: 2, maximumInterval: '5m', nonRetryableErrorTypes: ['Refusal'] },
})
