import { Button } from 'antd';
import { Plus, Users } from 'lucide-react';
import { useCallback, useMemo, useState } from 'react';
import { ListScreen } from '#kernel/web/list-screen.tsx';
import { useMay } from '#kernel/web/session.ts';
import type { ListRow } from '#kernel/web/use-list.ts';
import { users } from '../../contract/users.ts';
import { words } from '../parts/identity-words.ts';
import { InviteDialog } from '../parts/invite-dialog.tsx';
import { personCard } from '../parts/person-card.tsx';
import { PersonPanel } from '../parts/person-panel.tsx';
import { useRoleNames } from '../parts/use-role-names.ts';

const shown = ['name', 'title', 'teamId', 'roles', 'status', 'email', 'phone'];

/** Everybody who works here: invite, place, give roles, see off. */
export function Screen() {
  const w = words.use();
  const may = useMay();
  const rolesIn = useRoleNames();
  const [inviting, setInviting] = useState(false);
  const changes = useCallback(() => ({ roles: { render: (row: ListRow) => rolesIn(row.roles) } }), [rolesIn]);
  const views = useMemo(() => {
    const inState = (status: string) =>
      ({ combinator: 'and', rules: [{ field: 'status', operator: '=', value: status }] }) as const;
    return [
      { key: 'active', label: w('activePeople'), condition: inState('active') },
      { key: 'invited', label: w('invitedPeople'), condition: inState('invited') },
      { key: 'disabled', label: w('disabledPeople'), condition: inState('disabled') },
      { key: 'all', label: w('everybody') },
    ];
  }, [w]);
  return (
    <>
      <ListScreen
        list={users}
        title={w('people')}
        columns={shown}
        views={views}
        changes={changes}
        card={(row, names) => personCard(row, names, rolesIn(row.roles))}
        empty={{ icon: Users, title: w('peopleEmpty'), children: w('peopleEmptyHint') }}
        panel={(id, place) => <PersonPanel id={id} place={place} />}
        actions={
          may('users.manage') ? (
            <Button type="primary" icon={<Plus size={14} />} onClick={() => setInviting(true)}>
              {w('invite')}
            </Button>
          ) : undefined
        }
      />
      {inviting ? <InviteDialog onClose={() => setInviting(false)} /> : null}
    </>
  );
}
