import { Checkbox } from 'antd';
import type { LucideIcon } from 'lucide-react';
import type { ReactNode } from 'react';
import { CardRow } from './card-row.tsx';
import type { Swipe } from './grid-types.ts';
import './task-list.css';
import { useUiWords } from './ui-context.ts';
import { usePhone } from './use-viewport.ts';

export interface Task {
  readonly id: string;
  readonly time: ReactNode;
  /** Red time: slipped. */
  readonly late?: boolean;
  readonly icon: LucideIcon;
  readonly kind: string;
  readonly grade?: ReactNode;
  readonly who: ReactNode;
  readonly person?: ReactNode;
  readonly what: ReactNode;
  readonly tag?: ReactNode;
  /** Last word, grey. */
  readonly last?: ReactNode;
  /** One verb; icon only on the phone. */
  readonly verb: ReactNode;
  readonly phoneVerb?: ReactNode;
  readonly onOpen?: () => void;
  readonly onDone?: () => void;
  /** On the phone. */
  readonly swipeRight?: Swipe;
  readonly swipeLeft?: Swipe;
}

export interface TaskGroupProps {
  readonly title: string;
  readonly note?: ReactNode;
  readonly bad?: boolean;
  readonly tasks: readonly Task[];
  readonly currentId?: string;
}

function TaskRow({ task, current }: { readonly task: Task; readonly current: boolean }) {
  const words = useUiWords();
  const { time, late, icon: Icon, kind, grade, who, person, what, tag, last, verb, onOpen, onDone } = task;
  return (
    <li className={current ? 'yd-task yd-task-current' : 'yd-task'}>
      <Checkbox aria-label={words.done} disabled={!onDone} onChange={onDone} checked={false} />
      <span className={late ? 'yd-task-time yd-tone-bad' : 'yd-task-time'}>{time}</span>
      <Icon size={14} className="yd-task-kind" aria-label={kind} />
      <span className="yd-task-grade">{grade}</span>
      <button type="button" className="yd-plain yd-task-who yd-ellipsis" onClick={onOpen} disabled={!onOpen}>
        <b>{who}</b> <span className="yd-text2">{person}</span>
      </button>
      <span className="yd-task-what">
        <span className="yd-task-line">
          <span className="yd-ellipsis">{what}</span>
          {tag}
        </span>
        {last ? <span className="yd-text3 yd-task-last yd-ellipsis">{last}</span> : null}
      </span>
      <span className="yd-task-verb">{verb}</span>
    </li>
  );
}

/** One section of a day board: header 32, rows 52; on a phone rows of at least 72 with one 44 px act. */
export function TaskGroup({ title, note, bad, tasks, currentId }: TaskGroupProps) {
  const phone = usePhone();
  return (
    <section className="yd-task-group">
      <header>
        <b className={bad && phone ? 'yd-tone-bad' : undefined}>{title}</b>
        <span className="yd-text2">{tasks.length}</span>
        <span className="yd-task-note">{note}</span>
      </header>
      <ul>
        {tasks.map((task) =>
          phone ? (
            <CardRow
              key={task.id}
              lead={<span className={task.late ? 'yd-tone-bad' : undefined}>{task.time}</span>}
              title={
                <>
                  {task.who} <span className="yd-task-person">{task.person}</span>
                </>
              }
              tag={task.grade}
              lines={[
                task.what,
                task.late ? (
                  <span className="yd-tone-bad" key="t">
                    {task.tag ?? task.last}
                  </span>
                ) : (
                  task.last
                ),
              ]}
              act={task.phoneVerb ?? task.verb}
              onOpen={task.onOpen}
              swipeRight={task.swipeRight}
              swipeLeft={task.swipeLeft}
            />
          ) : (
            <TaskRow key={task.id} task={task} current={task.id === currentId} />
          ),
        )}
      </ul>
    </section>
  );
}
