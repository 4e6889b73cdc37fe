import { Button } from 'antd';
import { Magnet, Plus } from 'lucide-react';
import { useState } from 'react';
import { useEditCell } from '#kernel/web/edit-cell.ts';
import { ListScreen } from '#kernel/web/list-screen.tsx';
import { useMay } from '#kernel/web/session.ts';
import { leadList, updateLead } from '../../contract.ts';
import { leadObject } from '../../fields.ts';
import { CreateLeadDialog } from '../parts/create-lead-dialog.tsx';
import { Holding } from '../parts/holding.tsx';
import { type Asking, LeadActions } from '../parts/lead-actions.tsx';
import { leadCard, leadColumns } from '../parts/lead-columns.tsx';
import { LeadPanel } from '../parts/lead-panel.tsx';
import { useLeadViews } from '../parts/lead-views.ts';
import { words } from '../parts/lead-words.ts';
import { useLeadBulk } from '../parts/use-lead-bulk.ts';

const shown = [
  'company',
  'contactName',
  'class',
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
  const edit = useEditCell(updateLead, leadObject);
  const [creating, setCreating] = useState(false);
  const [asking, setAsking] = useState<Asking | null>(null);
  const create = (
    <Button type="primary" icon={<Plus size={14} />} onClick={() => setCreating(true)}>
      {w('create')}
    </Button>
  );
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
        actions={may('leads.create') ? create : undefined}
        bulk={useLeadBulk(setAsking)}
      />
      {creating ? <CreateLeadDialog onClose={() => setCreating(false)} /> : null}
      <LeadActions asking={asking} onClose={() => setAsking(null)} />
    </>
  );
}
