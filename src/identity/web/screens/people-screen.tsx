import { Button } from 'antd';
import { Plus, Users } from 'lucide-react';
import { useMemo, useState } from 'react';
import { ListScreen } from '#kernel/web/list-screen.tsx';
import { useMay } from '#kernel/web/session.ts';
import { users } from '../../contract/users.ts';
import { words } from '../parts/identity-words.ts';
import { InviteDialog } from '../parts/invite-dialog.tsx';
import { personCard } from '../parts/person-card.tsx';
import { PersonPanel } from '../parts/person-panel.tsx';

const shown = ['name', 'title', 'teamId', 'roles', 'status', 'email', 'phone'];

/** Everybody who works here: invite, place, give roles, see off. */
export function Screen() {
  const w = words.use();
  const may = useMay();
  const [inviting, setInviting] = useState(false);
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
        card={personCard}
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
