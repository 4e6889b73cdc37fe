import { Button, Dropdown, type MenuProps } from 'antd';
import { Ellipsis } from 'lucide-react';
import type { Output } from '#kernel/contract.ts';
import { localePreference } from '#kernel/web/preferences.ts';
import { RecordFacts } from '#kernel/web/record-facts.tsx';
import { useMay } from '#kernel/web/session.ts';
import { RecordHead } from '#ui/record-head.tsx';
import { StatusDot } from '#ui/status-dot.tsx';
import type { getUser } from '../../contract/users.ts';
import { statusChoices, userObject } from '../../fields.ts';
import { words } from './identity-words.ts';
import { useRoleNames } from './use-role-names.ts';

interface PersonHeadProps {
  readonly user: Output<typeof getUser>['user'];
  readonly names: Readonly<Record<string, string>>;
  readonly onRoles: () => void;
  readonly onEdit: () => void;
  readonly more: NonNullable<MenuProps['items']>;
}

const facts = ['email', 'phone', 'title', 'teamId', 'roles', 'createdAt'];

/** Name, state, facts, and the verbs of whoever administers people. */
export function PersonHead({ user, names, onRoles, onEdit, more }: PersonHeadProps) {
  const w = words.use();
  const manages = useMay()('users.manage');
  const locale = localePreference.use();
  const rolesIn = useRoleNames();
  const name = String(user.name);
  const state = statusChoices.find((one) => one.key === user.status);
  const actions = (
    <>
      <Button type="primary" onClick={onRoles}>
        {w('setRoles')}
      </Button>
      <Button onClick={onEdit}>{w('edit')}</Button>
    </>
  );
  const menu = (
    <Dropdown menu={{ items: more }} trigger={['click']}>
      <Button icon={<Ellipsis size={14} />} aria-label={w('more')} />
    </Dropdown>
  );
  return (
    <RecordHead
      name={name}
      owner={{ id: String(user.id), name }}
      flags={state ? <StatusDot tone="neutral">{state.label[locale]}</StatusDot> : null}
      actions={manages ? actions : null}
      more={manages ? menu : null}
    >
      <RecordFacts
        definition={userObject}
        row={{ ...user, roles: rolesIn(user.roles) }}
        names={names}
        keys={facts}
      />
    </RecordHead>
  );
}
