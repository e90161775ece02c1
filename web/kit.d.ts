// Parts of packages whose types the compiler does not find by itself.
declare module '*.css' {}

declare module 'antd/es/locale/*' {
  const locale: NonNullable<import('antd').ConfigProviderProps['locale']>
  export { locale as default }
}

declare module 'bpmn-js/lib/NavigatedViewer.js' {
  class NavigatedViewer {
    constructor(options: { container: HTMLElement })
    importXML(xml: string): Promise<{ warnings: string[] }>
    get<Service>(name: string): Service
    destroy(): void
  }
  export { NavigatedViewer as default }
}
