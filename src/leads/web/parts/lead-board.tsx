import { useState } from 'react';
import type { Condition } from '#kernel/conditions/tree.ts';
import { localePreference } from '#kernel/web/preferences.ts';
import { useRead } from '#kernel/web/use-operation.ts';
import { TimeText } from '#ui/date-text.tsx';
import { ErrorState } from '#ui/error-state.tsx';
import { Kanban } from '#ui/kanban.tsx';
import type { KanbanCard } from '#ui/kanban-types.ts';
import { SkeletonLines } from '#ui/skeleton.tsx';
import { leadList } from '../../contract.ts';
import { statusChoices } from '../../fields/choices.ts';
import { type LeadAsking, LeadDialogs } from './lead-dialogs.tsx';
import { words } from './lead-words.ts';

interface BoardProps {
  readonly condition: Condition | undefined;
  readonly openId: string | undefined;
  readonly onOpen: (id: string) => void;
}

const steps = ['pending', 'following', 'converted', 'invalid'] as const;
type Step = (typeof steps)[number];
const cardsShown = 50;
const asks: Readonly<Partial<Record<Step, NonNullable<LeadAsking>>>> = {
  converted: 'convert',
  invalid: 'invalidate',
};

/** One column: the leads of this status within what the list asks for. */
function useColumn(status: Step, condition: Condition | undefined) {
  const here = { field: 'status', operator: '=', value: status };
  const filter = { combinator: 'and', rules: condition ? [condition, here] : [here] };
  return useRead(
    leadList.list,
    { filter: JSON.stringify(filter), sort: '-ownerSince', limit: cardsShown },
    { keep: true },
  );
}

function useColumns(condition: Condition | undefined) {
  return {
    pending: useColumn('pending', condition),
    following: useColumn('following', condition),
    converted: useColumn('converted', condition),
    invalid: useColumn('invalid', condition),
  };
}

/** The leads by status. Dragging to 已转化 or 无效 asks what it needs to know; the rest follows from what one does. */
export function LeadBoard({ condition, openId, onOpen }: BoardProps) {
  const w = words.use();
  const locale = localePreference.use();
  const [asking, setAsking] = useState<{ id: string; what: NonNullable<LeadAsking> } | null>(null);
  const columns = useColumns(condition);
  const failed = steps.map((step) => columns[step].error).find(Boolean);
  if (failed)
    return (
      <ErrorState
        what={w('title')}
        requestId={failed.requestId}
        onRetry={() => void Promise.all(steps.map((step) => columns[step].refetch()))}
      >
        {failed.message}
      </ErrorState>
    );
  if (steps.some((step) => !columns[step].data)) return <SkeletonLines rows={10} />;
  const rows = steps.flatMap((step) =>
    (columns[step].data?.items ?? []).map((row) => ({ step, row, names: columns[step].data?.names ?? {} })),
  );
  const asked = rows.find(({ row }) => row.id === asking?.id);
  return (
    <>
      <Kanban
        label={w('boardLabel')}
        columns={steps.map((step) => ({
          key: step,
          title: statusChoices.find(({ key }) => key === step)?.label[locale] ?? step,
          count: columns[step].data?.total ?? 0,
        }))}
        cards={rows.map(cardOf)}
        openId={openId}
        onOpen={onOpen}
        onMove={async (id, to) => {
          const from = rows.find(({ row }) => row.id === id)?.step;
          const what = asks[to as Step];
          if (what && (from === 'pending' || from === 'following')) {
            setAsking({ id, what });
            return undefined;
          }
          return to === 'following' ? w('boardFollowing') : w('boardNoReturn');
        }}
      />
      {asking && asked ? (
        <LeadDialogs id={asking.id} lead={asked.row} asking={asking.what} onClose={() => setAsking(null)} />
      ) : null}
    </>
  );
}

interface BoardRow {
  readonly step: Step;
  readonly row: Readonly<Record<string, unknown>>;
  readonly names: Readonly<Record<string, string>>;
}

function cardOf({ step, row, names }: BoardRow): KanbanCard {
  const { ownerId, nextContactAt } = row;
  return {
    id: String(row.id),
    columnKey: step,
    title: String(row.company ?? ''),
    subtitle: [row.contactName, row.region].filter(Boolean).join(' · '),
    owner: typeof ownerId === 'string' ? { id: ownerId, name: names[ownerId] ?? '' } : undefined,
    next: typeof nextContactAt === 'string' ? <TimeText at={nextContactAt} as="timeline" /> : undefined,
  };
}
