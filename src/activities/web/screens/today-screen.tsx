import { useNavigate, useSearch } from '@tanstack/react-router';
import { Button, Space } from 'antd';
import { CalendarCheck, FileText, type LucideIcon, MapPin, MessageSquare, Phone, Users } from 'lucide-react';
import { useState } from 'react';
import type { Output } from '#kernel/contract.ts';
import { dayOf } from '#kernel/values/day.ts';
import { durationText } from '#kernel/values/duration-text.ts';
import { telLink } from '#kernel/values/phone-text.ts';
import { HomeBlocks } from '#kernel/web/home-blocks.tsx';
import { localePreference } from '#kernel/web/preferences.ts';
import { isProblem, useAct, useRead } from '#kernel/web/use-operation.ts';
import { DateText, TimeText } from '#ui/date-text.tsx';
import { EmptyState } from '#ui/empty-state.tsx';
import { ErrorState } from '#ui/error-state.tsx';
import { Grade } from '#ui/grade.tsx';
import { Page } from '#ui/page.tsx';
import { Pills } from '#ui/pills.tsx';
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
import { tenInDays } from '../parts/ten-in-days.ts';
import { TodayFigures, TodayProgress } from '../parts/today-figures.tsx';
import { useSwipes } from '../parts/use-swipes.ts';

type Today = Output<typeof getToday>;

const icons: Readonly<Record<string, LucideIcon>> = {
  call: Phone,
  visit: MapPin,
  meeting: Users,
  message: MessageSquare,
  note: FileText,
};

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
      subtitle={data ? <DateText day={data.day} as="weekday" /> : undefined}
      figures={
        data && !phone ? (
          <>
            <TodayFigures figures={data.figures} />
            <HomeBlocks place="today" />
          </>
        ) : undefined
      }
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
        <>
          {phone ? <TodayProgress figures={data.figures} /> : null}
          <Groups data={data} currentId={open} onOpen={show} />
        </>
      )}
      {phone && data ? <HomeBlocks place="today" /> : null}
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
  const [kind, setKind] = useState('all');
  const kindOf = (row: DueRow) => row.last?.kind ?? 'call';
  const wanted = (row: DueRow) => !phone || kind === 'all' || kindOf(row) === kind;
  const slipped = tasks(data.slipped.filter(wanted), true);
  return (
    <>
      {phone ? (
        <KindPills rows={[...data.slipped, ...data.due]} kindOf={kindOf} value={kind} onChange={setKind} />
      ) : null}
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
        tasks={tasks(data.due.filter(wanted), false)}
        currentId={currentId}
      />
    </>
  );
}

interface KindPillsProps {
  readonly rows: readonly DueRow[];
  readonly kindOf: (row: DueRow) => string;
  readonly value: string;
  readonly onChange: (kind: string) => void;
}

/** Calls first, then the visits: what can be done from where one stands. */
function KindPills({ rows, kindOf, value, onChange }: KindPillsProps) {
  const w = words.use();
  const locale = localePreference.use();
  const count = (key: string) => rows.filter((row) => kindOf(row) === key).length;
  const kinds = kindChoices.filter((choice) => count(choice.key) > 0);
  if (kinds.length < 2) return null;
  return (
    <Pills
      label={w('today')}
      value={value}
      onChange={onChange}
      choices={[
        { key: 'all', label: w('all'), count: rows.length },
        ...kinds.map(({ key, label }) => ({ key, label: label[locale], count: count(key) })),
      ]}
    />
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
