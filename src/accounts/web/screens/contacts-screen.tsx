import { Users } from 'lucide-react';
import { useMemo } from 'react';
import { CreateButton } from '#kernel/web/create-button.tsx';
import { useEditCell } from '#kernel/web/edit-cell.tsx';
import { ListScreen } from '#kernel/web/list-screen.tsx';
import { useListVerbs } from '#kernel/web/list-verbs.tsx';
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
  const edit = useEditCell(updateContact, contactObject);
  const verbs = useListVerbs({
    definition: contactObject,
    edit: bulkUpdateContacts,
    remove: { bulk: bulkDeleteContacts, restore: restoreContact, done: (n) => w('contactsDeleted', { n }) },
  });
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
          <CreateButton right="contacts.create" label={w('createContact')} Dialog={CreateContactDialog} />
        }
        bulk={verbs.bulk}
      />
      {verbs.dialog}
    </>
  );
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
