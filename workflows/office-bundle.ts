import type { BundleOrder } from '#activities/draw-bundle.ts'
import { services } from './steps/activities.ts'

/** The papers of a matter as one file, drawn when somebody asks for it; changes nothing of the matter. */
export async function officeBundle(order: BundleOrder): Promise<{ readonly sha256: string }> {
  return services.drawBundle(order)
}
