import type { ReactElement } from 'react'
import { useTranslation } from 'react-i18next'
import type { TaskView } from '#schemas/api/task.ts'
import { describeDay, describeInstant } from '#web/words/days.ts'
import { Derivation } from '#web/parts/Derivation.tsx'
import { DueText } from '#web/parts/DueText.tsx'
import { Holder } from '#web/parts/Holder.tsx'
import { Tag } from '#web/parts/Tag.tsx'
import { DayText } from '#web/parts/DayText.tsx'
import { OutsideLink } from './OutsideLink.tsx'
import { TaskVerbs } from './TaskVerbs.tsx'

/** Beside the form: who holds the task, until when and why, what will be reminded. */
export function TaskAside({ task }: { readonly task: TaskView }): ReactElement {
  const { t } = useTranslation()
  const isOpen = task.status === 'open'
  return (
    <div className="two-aside">
      <section className="block">
        <h2>{t('task.due')}</h2>
        <p>
          <DueText dueOn={task.dueOn} provisional={task.provisional} isOpen={isOpen} />{' '}
          {task.class !== undefined && <Tag>{t(`deadline.classes.${task.class}`)}</Tag>}
        </p>
        {task.due !== undefined && <Derivation due={task.due} />}
      </section>
      {isOpen && <Held task={task} />}
      {isOpen && task.alarms.length > 0 && <Alarms task={task} />}
    </div>
  )
}

function Held({ task }: { readonly task: TaskView }): ReactElement {
  const { t, i18n } = useTranslation()
  return (
    <section className="block">
      <h2>{t('task.holder')}</h2>
      <p>
        <Holder task={task} />
      </p>
      <p className="quiet">
        {t('tasks.opened')} <DayText day={task.openedOn} />
      </p>
      {task.followUpOn !== undefined && (
        <p className="quiet">{t('tasks.followUp', { date: describeDay(task.followUpOn, i18n.language) })}</p>
      )}
      <TaskVerbs task={task} />
      <OutsideLink task={task} />
    </section>
  )
}

function Alarms({ task }: { readonly task: TaskView }): ReactElement {
  const { t, i18n } = useTranslation()
  const say = (at: string) => ({ time: describeInstant(at, i18n.language) })
  return (
    <section className="block">
      <h2>{t('task.alarms')}</h2>
      <ul className="alarms">
        {task.alarms.map(({ name, what, at }) => (
          <li key={`${name} ${at}`}>{what === 'remind' ? t('task.alarmRemind', say(at)) : t('task.alarmEscalate', say(at))}</li>
        ))}
      </ul>
    </section>
  )
}
