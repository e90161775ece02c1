import { fileURLToPath } from 'node:url'
import { bundleWorkflowCode, DefaultLogger, type WorkflowBundleWithSourceMap } from '@temporalio/worker'

/**
 * Bundles every story once, from the generated list; quiet but for warnings. Its modules are evaluated once a thread and shared by
 * its matters, frozen: they are rules and words, and keep nothing.
 */
export async function bundleWorkflows(): Promise<WorkflowBundleWithSourceMap> {
  const workflowsPath = fileURLToPath(new URL('../workflows/registry.gen.ts', import.meta.url))
  return bundleWorkflowCode({
    workflowsPath,
    preloadModules: [workflowsPath],
    workflowInterceptorModules: [fileURLToPath(new URL('../workflows/steps/answer-later.ts', import.meta.url))],
    logger: new DefaultLogger('WARN'),
  })
}

/**
 * The bundle with a source map of nothing: with the real one the isolate maps a stack for every promise that a story makes. The
 * worker takes no bundle without any.
 */
export function emptySourceMap(code: string): string {
  const map = Buffer.from(JSON.stringify({ version: 3, file: 'workflows.js', sources: [], names: [], mappings: '' })).toString('base64')
  return code.replace(/\n\/\/# sourceMappingURL=data:[^\n]*\s*$/, `\n//# sourceMappingURL=data:application/json;base64,${map}\n`)
}
