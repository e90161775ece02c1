import type { WorkflowInterceptors } from '@temporalio/workflow'

/**
 * Lets a query be answered by work that awaits: Temporal wants a handler's answer at once, so the handler answers with a function
 * and what that promises is sent. Bundled with the stories. Such work may await only what a query may do: nothing of Temporal.
 */
export function interceptors(): WorkflowInterceptors {
  return {
    inbound: [
      {
        async handleQuery(input, next) {
          const answer = await next(input)
          return typeof answer === 'function' ? (answer as () => unknown)() : answer
        },
      },
    ],
  }
}
