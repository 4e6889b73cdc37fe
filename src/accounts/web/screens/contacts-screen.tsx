import { Button } from 'antd';
import { PencilLine, Plus, Trash2, Users } from 'lucide-react';
import { useMemo, useState } from 'react';
import { useActOnMany } from '#kernel/web/act-on-many.ts';
import { call } from '#kernel/web/api.ts';
import { BulkEditDialog } from '#kernel/web/bulk-edit-dialog.tsx';
import { useEditCell } from '#kernel/web/edit-cell.ts';
import { ListScreen } from '#kernel/web/list-screen.tsx';
import type { Chosen } from '#kernel/web/list-screen-props.ts';
import { useMay } from '#kernel/web/session.ts';
import {
  bulkDeleteContacts,
  bulkUpdateContacts,
  contactList,
  restoreContact,
  updateContact,
} from '../../contract.ts';
import { contactObject } from '../../fields.ts';
import { contactCard } from '../parts/account-columns.tsx';
import { words } from '../parts/account-words.ts';
import { ContactPanel } from '../parts/contact-panel.tsx';
import { CreateContactDialog } from '../parts/create-contact-dialog.tsx';

const shown = ['name', 'accountId', 'title', 'role', 'phone', 'email', 'ownerId'];

/** 联系人: the people at all customers one may see. */
export function Screen() {
  const w = words.use();
  const may = useMay();
  const verbs = useVerbs();
  const edit = useEditCell(updateContact, contactObject);
  const [creating, setCreating] = useState(false);
  const [editing, setEditing] = useState<{ chosen: Chosen; done: () => void } | null>(null);
  return (
    <>
      <ListScreen
        list={contactList}
        title={w('contacts')}
        columns={shown}
        views={useViews()}
        card={contactCard}
        empty={{ icon: Users, title: w('contactsEmptyTitle'), children: w('contactsEmptyHint') }}
        onEdit={may('contacts.update') ? edit : undefined}
        panel={(id, place) => <ContactPanel id={id} place={place} />}
        actions={
          may('contacts.create') ? (
            <Button type="primary" icon={<Plus size={14} />} onClick={() => setCreating(true)}>
              {w('createContact')}
            </Button>
          ) : undefined
        }
        bulk={(chosen, done) => verbs(chosen, done, () => setEditing({ chosen, done }))}
      />
      {creating ? <CreateContactDialog onClose={() => setCreating(false)} /> : null}
      {editing ? (
        <BulkEditDialog
          definition={contactObject}
          bulk={bulkUpdateContacts}
          rows={editing.chosen.rows}
          ids={editing.chosen.ids}
          onClose={() => setEditing(null)}
          onDone={() => {
            editing.done();
            setEditing(null);
          }}
        />
      ) : null}
    </>
  );
}

function useVerbs() {
  const w = words.use();
  const may = useMay();
  const act = useActOnMany();
  async function remove(ids: readonly string[], done: () => void): Promise<void> {
    const went = await act(
      bulkDeleteContacts,
      ids,
      {},
      {
        done: (n) => w('contactsDeleted', { n }),
        undo: (gone) => Promise.all(gone.map((id) => call(restoreContact, { id }))),
      },
    );
    if (went) done();
  }
  return (chosen: Chosen, done: () => void, edit: () => void) =>
    [
      { key: 'edit', label: w('bulkEdit'), icon: PencilLine, right: 'contacts.update', onClick: edit },
      {
        key: 'delete',
        label: w('delete'),
        icon: Trash2,
        right: 'contacts.delete',
        danger: true,
        onClick: () => void remove(chosen.ids, done),
      },
    ].filter((verb) => may(verb.right));
}

function useViews() {
  const w = words.use();
  return useMemo(
    () => [
      { key: 'all', label: w('all'), sort: ['-createdAt'] },
      {
        key: 'deciders',
        label: w('deciders'),
        condition: { combinator: 'and', rules: [{ field: 'role', operator: '=', value: 'decider' }] },
      } as const,
      {
        key: 'primary',
        label: w('primaries'),
        condition: { combinator: 'and', rules: [{ field: 'isPrimary', operator: '=', value: true }] },
      } as const,
    ],
    [w],
  );
}
