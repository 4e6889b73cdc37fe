import { useNavigate } from '@tanstack/react-router';
import { Button } from 'antd';
import { MessagesSquare } from 'lucide-react';
import { useMemo } from 'react';
import { ListScreen } from '#kernel/web/list-screen.tsx';
import type { PanelPlace } from '#kernel/web/list-screen-props.ts';
import { localePreference } from '#kernel/web/preferences.ts';
import { RecordFacts } from '#kernel/web/record-facts.tsx';
import { useMay } from '#kernel/web/session.ts';
import { objectLink } from '#kernel/web/slice.ts';
import type { ListRow } from '#kernel/web/use-list.ts';
import { useRead } from '#kernel/web/use-operation.ts';
import { TimeText } from '#ui/date-text.tsx';
import { ErrorState } from '#ui/error-state.tsx';
import type { Card } from '#ui/grid-types.ts';
import { RecordHead } from '#ui/record-head.tsx';
import { RecordPanel } from '#ui/record-panel.tsx';
import { SkeletonLines } from '#ui/skeleton.tsx';
import { activityList, getActivity } from '../../contract.ts';
import { activityObject, kindChoices } from '../../fields.ts';
import { words } from '../parts/activity-words.ts';

const shown = ['subjectName', 'kind', 'happenedAt', 'content', 'result', 'durationSeconds', 'ownerId'];

/** 跟进: everything that was done, whoever did it, as far as one may see. */
export function Screen() {
  const w = words.use();
  const leads = useMay()('activities.delete');
  const views = useMemo(() => {
    const all = { key: 'all', label: w('all'), sort: ['-happenedAt'] };
    return [
      ...(leads ? [all] : []),
      {
        key: 'mine',
        label: w('mine'),
        condition: { combinator: 'and', rules: [{ field: 'ownerId', operator: '=', value: '@me' }] },
      } as const,
      {
        key: 'week',
        label: w('thisWeek'),
        condition: {
          combinator: 'and',
          rules: [{ field: 'happenedAt', operator: 'within', value: 'thisWeek' }],
        },
      } as const,
      {
        key: 'visits',
        label: w('visits'),
        condition: {
          combinator: 'and',
          rules: [{ field: 'kind', operator: 'in', value: ['visit', 'meeting'] }],
        },
      } as const,
      ...(leads ? [] : [all]),
    ];
  }, [w, leads]);
  return (
    <ListScreen
      list={activityList}
      title={w('title')}
      columns={shown}
      views={views}
      card={card}
      empty={{ icon: MessagesSquare, title: w('listEmptyTitle'), children: w('listEmptyHint') }}
      panel={(id, place) => <ActivityPanel id={id} place={place} />}
    />
  );
}

function card(row: ListRow, names: Readonly<Record<string, string>>): Card {
  const owner = typeof row.ownerId === 'string' ? names[row.ownerId] : undefined;
  return {
    title: String(row.subjectName),
    lines: [
      row.content ? String(row.content) : '',
      <span key="when">
        {owner} <TimeText at={String(row.happenedAt)} as="timeline" />
      </span>,
    ],
  };
}

function ActivityPanel({ id, place }: { readonly id: string; readonly place: PanelPlace }) {
  const w = words.use();
  const locale = localePreference.use();
  const navigate = useNavigate();
  const { data, error, refetch } = useRead(getActivity, { id }, { keep: true });
  const activity = data?.activity;
  const link = activity ? objectLink(String(activity.subjectObject)) : undefined;
  const subjectId = typeof activity?.subjectId === 'string' ? activity.subjectId : '';
  return (
    <RecordPanel {...place}>
      {error ? (
        <ErrorState what={w('title')} requestId={error.requestId} onRetry={() => void refetch()}>
          {error.message}
        </ErrorState>
      ) : !data || !activity ? (
        <SkeletonLines rows={6} />
      ) : (
        <RecordHead
          name={String(activity.subjectName)}
          line={kindChoices.find((choice) => choice.key === activity.kind)?.label[locale]}
          actions={
            link && subjectId ? (
              <Button type="primary" onClick={() => void navigate({ to: link.path(subjectId) })}>
                {w('openRecord')} {link.label[locale]}
              </Button>
            ) : undefined
          }
        >
          <RecordFacts
            definition={activityObject}
            row={activity}
            names={data.names}
            keys={[
              'happenedAt',
              'content',
              'result',
              'durationSeconds',
              'ownerId',
              'contactId',
              'nextContactAt',
              'createdAt',
            ]}
          />
        </RecordHead>
      )}
    </RecordPanel>
  );
}
