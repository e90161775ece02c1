import type { TaskView } from '#schemas/api/task.ts'

type Asked = Pick<TaskView, 'may' | 'act' | 'outcomes'>

/** Whether remarks on fields are asked for: they go with an outcome that sends something back, and such an outcome wants a reason. */
export function mayRemark({ may, act, outcomes }: Asked): boolean {
  return may && act !== 'declares' && outcomes.some(({ reasonRequired }) => reasonRequired)
}
