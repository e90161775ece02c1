import { Button } from 'antd'
import { useState, type ReactElement } from 'react'
import { useTranslation } from 'react-i18next'
import type { TaskView } from '#schemas/api/task.ts'
import { usePost } from '#web/api/hooks.ts'
import { FaultNote } from '#web/parts/FaultNote.tsx'
import { RefusalNote } from '#web/parts/RefusalNote.tsx'
import { UnderWay } from '#web/parts/UnderWay.tsx'
import { HandOver } from './HandOver.tsx'
import { FollowUp } from './FollowUp.tsx'

const plain = ['claim', 'release', 'resolve'] as const
const handing = ['delegate', 'reassign'] as const
const all = [...plain, ...handing] as const

/** Taking, giving back, handing on; and why one may not. */
export function TaskVerbs({ task }: { readonly task: TaskView }): ReactElement {
  const { t } = useTranslation()
  const [handingOver, handOver] = useState<(typeof handing)[number]>()
  const denied = all.filter((verb) => !task.verbs[verb].may && task.verbs[verb].whyNot !== undefined)
  return (
    <div className="verbs">
      <div className="verbs-buttons">
        {plain
          .filter((verb) => task.verbs[verb].may)
          .map((verb) => (
            <PlainVerb key={verb} task={task} verb={verb} />
          ))}
        {handing
          .filter((verb) => task.verbs[verb].may)
          .map((verb) => (
            <Button key={verb} onClick={() => handOver(verb)}>
              {t(`task.verbs.${verb}`)}
            </Button>
          ))}
        {(task.verbs.release.may || task.verbs.complete.may) && <FollowUp task={task} />}
      </div>
      {handingOver !== undefined && <HandOver task={task} verb={handingOver} onClose={() => handOver(undefined)} />}
      {denied.length > 0 && (
        <details className="why-not">
          <summary>{t('refusal.whyNot')}</summary>
          {denied.map((verb) => {
            const refusal = task.verbs[verb].whyNot
            return refusal === undefined ? null : (
              <section key={verb}>
                <h3>{t(`task.verbs.${verb}`)}</h3>
                <RefusalNote refusal={refusal} />
              </section>
            )
          })}
        </details>
      )}
    </div>
  )
}

function PlainVerb({ task, verb }: { readonly task: TaskView; readonly verb: (typeof plain)[number] }): ReactElement {
  const { t } = useTranslation()
  const deed = usePost<object, unknown>(`/api/tasks/${encodeURIComponent(task.id)}/${verb}`)
  return (
    <>
      <Button type={verb === 'claim' ? 'primary' : 'default'} loading={deed.isPending} onClick={() => deed.mutate({})}>
        {t(`task.verbs.${verb}`)}
      </Button>
      <UnderWay deed={deed} />
      <FaultNote fault={deed.error} />
    </>
  )
}
