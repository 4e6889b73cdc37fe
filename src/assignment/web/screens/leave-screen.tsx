import { Button } from 'antd';
import { CalendarOff, Plus } from 'lucide-react';
import { useState } from 'react';
import type { Output } from '#kernel/contract.ts';
import { useMay } from '#kernel/web/session.ts';
import { isProblem, useAct, useRead } from '#kernel/web/use-operation.ts';
import { DateText } from '#ui/date-text.tsx';
import { ErrorState } from '#ui/error-state.tsx';
import { Page } from '#ui/page.tsx';
import { Section } from '#ui/panel-section.tsx';
import { PlainTable } from '#ui/plain-table.tsx';
import { SkeletonLines } from '#ui/skeleton.tsx';
import { Tag } from '#ui/tag.tsx';
import { useToasts } from '#ui/toast.tsx';
import { deleteLeave, listLeaves } from '../../contract.ts';
import { words } from '../parts/assignment-words.ts';
import { HoursDialog } from '../parts/hours-dialog.tsx';
import { LeaveDialog } from '../parts/leave-dialog.tsx';

type Calendar = Output<typeof listLeaves>;
type Person = Calendar['people'][number];

/** 设置 › 休假与工作时间: who is away when, and who works when. */
export function Screen() {
  const w = words.use();
  const { data, error, refetch } = useRead(listLeaves, {});
  const sets = useMay()('leaves.create');
  const [dialog, setDialog] = useState<'leave' | Person | null>(null);
  return (
    <Page
      title={w('leaveTitle')}
      actions={
        sets ? (
          <Button type="primary" icon={<Plus size={14} />} onClick={() => setDialog('leave')}>
            {w('addLeave')}
          </Button>
        ) : undefined
      }
    >
      {error ? (
        <ErrorState what={w('leaveTitle')} requestId={error.requestId} onRetry={() => void refetch()}>
          {error.message}
        </ErrorState>
      ) : data ? (
        <div className="yd-panel-pad">
          <Leaves calendar={data} sets={sets} />
          <People calendar={data} onHours={sets ? setDialog : undefined} />
        </div>
      ) : (
        <SkeletonLines rows={8} />
      )}
      {data && dialog === 'leave' ? (
        <LeaveDialog people={data.people} onClose={() => setDialog(null)} />
      ) : null}
      {data && dialog !== null && dialog !== 'leave' ? (
        <HoursDialog person={dialog} office={data.hours} onClose={() => setDialog(null)} />
      ) : null}
    </Page>
  );
}

function Leaves({ calendar, sets }: { readonly calendar: Calendar; readonly sets: boolean }) {
  const w = words.use();
  const toasts = useToasts();
  const cancel = useAct(deleteLeave);
  const names = new Map(calendar.people.map(({ id, name }) => [id, name]));
  if (calendar.items.length === 0)
    return (
      <Section title={w('comingLeave')} aside={<CalendarOff size={14} aria-hidden />}>
        {w('noLeave')}
      </Section>
    );
  return (
    <Section title={w('comingLeave')}>
      <PlainTable
        flush
        label={w('comingLeave')}
        rows={calendar.items}
        rowKey={({ id }) => id}
        columns={[
          { key: 'who', label: w('person'), render: ({ userId }) => names.get(userId) ?? '—' },
          { key: 'from', label: w('from'), render: ({ fromOn }) => <DateText day={fromOn} /> },
          { key: 'to', label: w('to'), render: ({ toOn }) => <DateText day={toOn} /> },
          { key: 'note', label: w('note'), render: ({ note }) => note ?? '' },
          {
            key: 'act',
            label: '',
            right: true,
            render: ({ id }) =>
              sets ? (
                <Button
                  size="small"
                  type="text"
                  onClick={() =>
                    void cancel({ id }).then((answer) => {
                      if (!isProblem(answer)) toasts.show({ text: w('leaveCancelled') });
                    })
                  }
                >
                  {w('cancelLeave')}
                </Button>
              ) : null,
          },
        ]}
      />
    </Section>
  );
}

interface PeopleProps {
  readonly calendar: Calendar;
  readonly onHours: ((person: Person) => void) | undefined;
}

function People({ calendar, onHours }: PeopleProps) {
  const w = words.use();
  return (
    <Section title={w('ownHours')}>
      <PlainTable
        flush
        label={w('ownHours')}
        rows={calendar.people}
        rowKey={({ id }) => id}
        columns={[
          { key: 'who', label: w('person'), render: ({ name }) => name },
          {
            key: 'state',
            label: w('state'),
            render: ({ awayUntil, working }) =>
              awayUntil ? (
                <Tag tone="warn">{w('onLeave', { day: awayUntil })}</Tag>
              ) : (
                w(working ? 'atWork' : 'offHours')
              ),
          },
          {
            key: 'hours',
            label: w('ownHours'),
            render: ({ hours }) => (hours ? hoursText(w, hours) : w('asCompany')),
          },
          {
            key: 'act',
            label: '',
            right: true,
            render: (person) =>
              onHours ? (
                <Button size="small" type="text" onClick={() => onHours(person)}>
                  {w('setHours')}
                </Button>
              ) : null,
          },
        ]}
      />
    </Section>
  );
}

function hoursText(w: ReturnType<typeof words.use>, { days, spans }: NonNullable<Person['hours']>): string {
  const named = days.map((day) => w(`day${day as 1 | 2 | 3 | 4 | 5 | 6 | 7}`)).join(' ');
  return `${named}　${spans.map(({ from, to }) => `${from}–${to}`).join(' ')}`;
}
