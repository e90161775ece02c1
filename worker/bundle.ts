import { fileURLToPath } from 'node:url'
import { bundleWorkflowCode, DefaultLogger, type WorkflowBundleWithSourceMap } from '@temporalio/worker'

/** Bundles every story once, from the generated list; quiet but for warnings. */
export async function bundleWorkflows(): Promise<WorkflowBundleWithSourceMap> {
  return bundleWorkflowCode({
    workflowsPath: fileURLToPath(import.meta.resolve('#workflows/registry.gen.ts')),
    logger: new DefaultLogger('WARN'),
  })
}
