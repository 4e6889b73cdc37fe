import { useNavigate, useSearch } from '@tanstack/react-router';
import { Button, Space } from 'antd';
import { CalendarCheck, FileText, type LucideIcon, MapPin, MessageSquare, Phone, Users } from 'lucide-react';
import type { Output } from '#kernel/contract.ts';
import { dayOf } from '#kernel/values/day.ts';
import { clockText, durationText } from '#kernel/values/duration-text.ts';
import { telLink } from '#kernel/values/phone-text.ts';
import { localePreference } from '#kernel/web/preferences.ts';
import { isProblem, useAct, useRead } from '#kernel/web/use-operation.ts';
import { DateText, TimeText } from '#ui/date-text.tsx';
import { EmptyState } from '#ui/empty-state.tsx';
import { ErrorState } from '#ui/error-state.tsx';
import { type Figure, FigureStrip } from '#ui/figure-strip.tsx';
import { Grade } from '#ui/grade.tsx';
import { Page } from '#ui/page.tsx';
import { SkeletonLines } from '#ui/skeleton.tsx';
import { Tag } from '#ui/tag.tsx';
import { type Task, TaskGroup } from '#ui/task-list.tsx';
import { useToasts } from '#ui/toast.tsx';
import { useUi } from '#ui/ui-context.ts';
import { useNow } from '#ui/use-now.ts';
import { usePhone } from '#ui/use-viewport.ts';
import { getToday, planNextContact } from '../../contract.ts';
import { kindChoices } from '../../fields.ts';
import { words } from '../parts/activity-words.ts';
import { CallSheet, type DueRow } from '../parts/call-sheet.tsx';
import { tenInDays } from '../parts/next-contact.tsx';
import { useSwipes } from '../parts/use-swipes.ts';

type Today = Output<typeof getToday>;

const icons: Readonly<Record<string, LucideIcon>> = {
  call: Phone,
  visit: MapPin,
  meeting: Users,
  message: MessageSquare,
  note: FileText,
};
const tomorrowTarget = 35;
const talkTarget = 3 * 3_600;

/** 今日: what slipped, what is due, and the sheet to write while talking. */
export function Screen() {
  const w = words.use();
  const phone = usePhone();
  const navigate = useNavigate();
  const { open } = useSearch({ strict: false }) as { open?: string };
  const { data, error, refetch } = useRead(getToday, {}, { keep: true, refreshMs: 60_000 });
  const rows = data ? [...data.slipped, ...data.due] : [];
  const at = rows.findIndex((row) => row.id === open);
  const row = rows[at];
  const show = (id: string | undefined) =>
    void navigate({ to: '.', replace: open !== undefined, search: (id ? { open: id } : {}) as never });
  return (
    <Page
      title={w('today')}
      subtitle={data ? <DateText day={data.day} /> : undefined}
      figures={data && !phone ? <Figures figures={data.figures} /> : undefined}
      panel={
        row ? (
          <CallSheet
            key={row.id}
            row={row}
            next={rows[at + 1]}
            onClose={() => show(undefined)}
            onNext={() => show(rows[at + 1]?.id)}
          />
        ) : undefined
      }
      footer={data?.more ? w('moreRows') : undefined}
    >
      {error ? (
        <ErrorState what={w('today')} requestId={error.requestId} onRetry={() => void refetch()}>
          {error.message}
        </ErrorState>
      ) : !data ? (
        <SkeletonLines rows={10} />
      ) : rows.length === 0 ? (
        <EmptyState icon={CalendarCheck} title={w('noneTitle')}>
          {w('noneHint')}
        </EmptyState>
      ) : (
        <Groups data={data} currentId={open} onOpen={show} />
      )}
    </Page>
  );
}

interface GroupsProps {
  readonly data: Today;
  readonly currentId: string | undefined;
  readonly onOpen: (id: string) => void;
}

function Groups({ data, currentId, onOpen }: GroupsProps) {
  const w = words.use();
  const phone = usePhone();
  const swipes = useSwipes();
  const draw = useTasks(onOpen);
  const planned = ({ id, object, subjectId, note }: DueRow) => ({ id, object, subjectId, note });
  const tasks = (rows: readonly DueRow[], late: boolean) =>
    rows
      .filter((row) => !swipes.waiting.has(row.id))
      .map((row) => ({ ...draw(row, late), ...swipes.of(planned(row)) }));
  const slipped = tasks(data.slipped, true);
  return (
    <>
      {slipped.length > 0 ? (
        <TaskGroup
          title={w('slipped')}
          bad
          note={phone ? null : w('slippedNote')}
          tasks={slipped}
          currentId={currentId}
        />
      ) : null}
      <TaskGroup
        title={w('due')}
        note={phone ? null : w('dueNote')}
        tasks={tasks(data.due, false)}
        currentId={currentId}
      />
    </>
  );
}

function useTasks(onOpen: (id: string) => void): (row: DueRow, late: boolean) => Task {
  const w = words.use();
  const locale = localePreference.use();
  const toasts = useToasts();
  const plan = useAct(planNextContact);
  const { zone } = useUi();
  const now = useNow();
  const moveOn = (row: DueRow) =>
    void plan({ object: row.object, id: row.subjectId, dueAt: tenInDays(1, now, zone), note: row.note }).then(
      (answer) => {
        if (!isProblem(answer)) toasts.show({ text: w('movedOn') });
      },
    );
  return (row, late) => {
    const slips = row.slips + (late ? 1 : 0);
    const dial = telLink(row.phone);
    return {
      id: row.id,
      time: late ? (
        <DateText day={dayOf(new Date(row.dueAt), zone)} as="near" />
      ) : (
        <TimeText at={row.dueAt} as="clock" />
      ),
      late,
      icon: icons[row.last?.kind ?? 'call'] ?? Phone,
      kind: kindChoices.find((choice) => choice.key === (row.last?.kind ?? 'call'))?.label[locale] ?? '',
      grade: row.grade ? <Grade value={row.grade} /> : undefined,
      who: row.name,
      person: row.contactName ?? undefined,
      what: row.note ?? w('plan'),
      tag: slips > 0 ? <Tag tone="bad">{w('slips', { n: slips })}</Tag> : undefined,
      last: row.last ? <LastWord last={row.last} /> : undefined,
      verb: (
        <Space size={8}>
          {late ? <Button onClick={() => moveOn(row)}>{w('later')}</Button> : null}
          <Button icon={<Phone size={14} />} href={dial} onClick={() => onOpen(row.id)}>
            {dial ? w('dial') : w('record')}
          </Button>
        </Space>
      ),
      phoneVerb: (
        <Button
          icon={<Phone size={16} />}
          aria-label={w('dial')}
          href={dial}
          onClick={() => onOpen(row.id)}
        />
      ),
      onOpen: () => onOpen(row.id),
      onDone: () => onOpen(row.id),
    };
  };
}

function LastWord({ last }: { readonly last: NonNullable<DueRow['last']> }) {
  const locale = localePreference.use();
  const kind = kindChoices.find((choice) => choice.key === last.kind)?.label[locale] ?? '';
  const long = last.durationSeconds ? ` ${durationText(last.durationSeconds, locale)}` : '';
  return (
    <>
      <TimeText at={last.at} as="timeline" /> {kind}
      {long}
      {last.content ? `：${last.content}` : ''}
    </>
  );
}

function Figures({ figures }: Pick<Today, 'figures'>) {
  return <FigureStrip figures={useFigures(figures)} />;
}

function useFigures(figures: Today['figures']): Figure[] {
  const w = words.use();
  const { due, done, slipped, calls, connected, talkSeconds, tomorrow } = figures;
  const rest = tomorrowTarget - tomorrow;
  return [
    {
      key: 'due',
      label: w('figureDue'),
      figure: done,
      unit: w('figureDueUnit', { due }),
      progress: due === 0 ? 0 : done / due,
    },
    {
      key: 'rate',
      label: w('figureRate'),
      figure: due === 0 ? '—' : `${Math.round((100 * done) / due)}%`,
      note: w('figureRateNote', { n: slipped }),
      noteTone: slipped > 0 ? 'bad' : undefined,
    },
    {
      key: 'calls',
      label: w('figureCalls'),
      figure: calls,
      unit: w('figureCallsUnit'),
      note:
        calls === 0
          ? w('figureCallsNone')
          : w('figureCallsNote', { n: connected, rate: Math.round((100 * connected) / calls) }),
    },
    {
      key: 'talk',
      label: w('figureTalk'),
      figure: clockText(Math.floor(talkSeconds / 60)),
      unit: '/ 3:00',
      progress: Math.min(1, talkSeconds / talkTarget),
    },
    {
      key: 'tomorrow',
      label: w('figureTomorrow'),
      figure: tomorrow,
      unit: `/ ${tomorrowTarget}`,
      note:
        rest > 0
          ? w('figureTomorrowNote', { n: tomorrowTarget, rest })
          : w('figureTomorrowDone', { n: tomorrowTarget }),
    },
  ];
}
