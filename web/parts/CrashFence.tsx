import { Button, Result } from 'antd'
import { Component, type ReactElement, type ReactNode } from 'react'
import { say } from '#web/words/language.ts'

/** Shows what broke instead of an empty page; what was typed lies in the draft on the server. */
export class CrashFence extends Component<{ readonly children: ReactNode }, { readonly crash?: Error }> {
  override state: { readonly crash?: Error } = {}

  static getDerivedStateFromError(crash: Error): { readonly crash: Error } {
    return { crash }
  }

  override render(): ReactNode {
    const { crash } = this.state
    return crash === undefined ? this.props.children : <Crash crash={crash} />
  }
}

function Crash({ crash }: { readonly crash: Error }): ReactElement {
  return (
    <Result
      status="error"
      title={say('common.crashed')}
      subTitle={crash.message}
      extra={
        <Button type="primary" onClick={() => window.location.reload()}>
          {say('common.reload')}
        </Button>
      }
    />
  )
}
