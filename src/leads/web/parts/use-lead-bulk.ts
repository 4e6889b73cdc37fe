import { PencilLine, Trash2, Undo2, UserPlus } from 'lucide-react';
import { useActOnMany } from '#kernel/web/act-on-many.ts';
import { call } from '#kernel/web/api.ts';
import type { Chosen } from '#kernel/web/list-screen-props.ts';
import { useMay } from '#kernel/web/session.ts';
import type { BulkVerb } from '#ui/bulk-bar.tsx';
import { bulkDelete, restoreLead } from '../../contract.ts';
import type { Asking } from './lead-actions.tsx';
import { words } from './lead-words.ts';

/** What may be done with chosen leads: assign, release, edit, delete, as far as one's rights go. */
export function useLeadBulk(
  ask: (asking: Asking) => void,
): (chosen: Chosen, done: () => void) => readonly BulkVerb[] {
  const w = words.use();
  const may = useMay();
  const act = useActOnMany();
  const remove = async (ids: readonly string[], done: () => void) => {
    const undo = (gone: readonly string[]) => Promise.all(gone.map((id) => call(restoreLead, { id })));
    if (await act(bulkDelete, ids, {}, { done: (n) => w('deleted', { n }), undo })) done();
  };
  return (chosen, done) => {
    const asking = (what: Asking['what']) => () => ask({ what, chosen, done });
    return [
      { key: 'assign', label: w('assign'), icon: UserPlus, right: 'leads.assign', onClick: asking('assign') },
      {
        key: 'release',
        label: w('release'),
        icon: Undo2,
        right: 'leads.release',
        onClick: asking('release'),
      },
      { key: 'edit', label: w('bulkEdit'), icon: PencilLine, right: 'leads.update', onClick: asking('edit') },
      {
        key: 'delete',
        label: w('delete'),
        icon: Trash2,
        right: 'leads.delete',
        danger: true,
        onClick: () => void remove(chosen.ids, done),
      },
    ].filter((verb) => may(verb.right));
  };
}
