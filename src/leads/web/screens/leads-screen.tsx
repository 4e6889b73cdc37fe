import { useNavigate, useSearch } from '@tanstack/react-router';
import { LayoutGrid, List, Lock, Magnet, Undo2 } from 'lucide-react';
import { CreateButton } from '#kernel/web/create-button.tsx';
import { useEditCell } from '#kernel/web/edit-cell.tsx';
import { ListScreen } from '#kernel/web/list-screen.tsx';
import { useListVerbs } from '#kernel/web/list-verbs.tsx';
import { useMay } from '#kernel/web/session.ts';
import { Segments } from '#ui/segments.tsx';
import { bulkDelete, bulkUpdate, leadList, restoreLead, updateLead } from '../../contract.ts';
import { leadObject } from '../../fields.ts';
import { AssignDialog } from '../parts/assign-dialog.tsx';
import { CreateLeadDialog } from '../parts/create-lead-dialog.tsx';
import { Holding } from '../parts/holding.tsx';
import { LeadBoard } from '../parts/lead-board.tsx';
import { leadCard, leadColumns } from '../parts/lead-columns.tsx';
import { LeadPanel } from '../parts/lead-panel.tsx';
import { useLeadViews } from '../parts/lead-views.ts';
import { words } from '../parts/lead-words.ts';
import { ProtectDialog } from '../parts/protect-dialog.tsx';
import { ReleaseDialog } from '../parts/release-dialog.tsx';

const shown = [
  'company',
  'contactName',
  'class',
  'score',
  'recycleDueOn',
  'status',
  'channel',
  'lastActivityAt',
  'nextContactAt',
  'ownerId',
];

/** 线索: what I hold, what came in today, the best ones, and everything I may see. */
export function Screen() {
  const w = words.use();
  const may = useMay();
  const navigate = useNavigate();
  const search = useSearch({ strict: false }) as { as?: string; open?: string };
  const go = (change: object) =>
    void navigate({ to: '.', search: ((before: object) => ({ ...before, ...change })) as never });
  const asBoard = search.as === 'board';
  const edit = useEditCell(updateLead, leadObject);
  const verbs = useListVerbs({
    definition: leadObject,
    assign: { label: w('assign'), Dialog: AssignDialog },
    more: [
      { key: 'release', label: w('release'), icon: Undo2, right: 'leads.release', Dialog: ReleaseDialog },
      { key: 'protect', label: w('protect'), icon: Lock, right: 'leads.update', Dialog: ProtectDialog },
    ],
    edit: bulkUpdate,
    remove: { bulk: bulkDelete, restore: restoreLead, done: (n) => w('deleted', { n }) },
  });
  return (
    <>
      <ListScreen
        list={leadList}
        title={w('title')}
        columns={shown}
        changes={leadColumns}
        views={useLeadViews()}
        card={leadCard}
        empty={{ icon: Magnet, title: w('emptyTitle'), children: w('emptyHint') }}
        limit={may('leads.claim') ? <Holding /> : undefined}
        onEdit={may('leads.update') ? edit : undefined}
        panel={(id, place) => <LeadPanel id={id} place={place} />}
        actions={
          <>
            <BoardOrList asBoard={asBoard} onChoose={(as) => go({ as })} />
            <CreateButton right="leads.create" label={w('create')} Dialog={CreateLeadDialog} />
          </>
        }
        bulk={verbs.bulk}
        body={
          asBoard
            ? (condition) => (
                <LeadBoard condition={condition} openId={search.open} onOpen={(id) => go({ open: id })} />
              )
            : undefined
        }
      />
      {verbs.dialog}
    </>
  );
}

interface BoardOrListProps {
  readonly asBoard: boolean;
  readonly onChoose: (as: 'board' | 'list') => void;
}

function BoardOrList({ asBoard, onChoose }: BoardOrListProps) {
  const w = words.use();
  return (
    <Segments
      label={w('title')}
      look="track"
      value={asBoard ? 'board' : 'list'}
      onChange={onChoose}
      choices={[
        { key: 'list', label: <List size={14} aria-label={w('list')} /> },
        { key: 'board', label: <LayoutGrid size={14} aria-label={w('board')} /> },
      ]}
    />
  );
}
