/** The parts of bpmnlint used here; the package has no types of its own. */
declare module 'bpmnlint' {
  export class Linter {
    constructor(options: { readonly config: unknown; readonly resolver: unknown })
    lint(
      rootElement: unknown,
    ): Promise<{ readonly [rule: string]: readonly { readonly id: string; readonly message: string; readonly category: string }[] }>
  }
}

declare module 'bpmnlint/lib/resolver/node-resolver.js' {
  const NodeResolver: new () => object
  export default NodeResolver
}
