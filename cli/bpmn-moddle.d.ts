/** The parts of bpmn-moddle used here; the package types its elements, not its reader. */
declare module 'bpmn-moddle' {
  export type ModdleElement = {
    readonly $type: string
    readonly id?: string
    readonly [property: string]: unknown
  }

  export class BpmnModdle {
    fromXML(xml: string): Promise<{ readonly rootElement: ModdleElement; readonly warnings: readonly { readonly message: string }[] }>
  }
}
