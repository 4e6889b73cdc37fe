import { Button, Dropdown } from 'antd';
import { Ellipsis } from 'lucide-react';
import { useState } from 'react';
import { EditRecordDialog } from '#kernel/web/edit-record-dialog.tsx';
import type { PanelPlace } from '#kernel/web/list-screen.tsx';
import { localePreference } from '#kernel/web/preferences.ts';
import { RecordFacts } from '#kernel/web/record-facts.tsx';
import { useMay } from '#kernel/web/session.ts';
import { useRead } from '#kernel/web/use-operation.ts';
import { TimeText } from '#ui/date-text.tsx';
import { ErrorState } from '#ui/error-state.tsx';
import { FactList } from '#ui/fact-list.tsx';
import { Section } from '#ui/panel-section.tsx';
import { RecordHead } from '#ui/record-head.tsx';
import { RecordPanel } from '#ui/record-panel.tsx';
import { SkeletonLines } from '#ui/skeleton.tsx';
import { StatusDot } from '#ui/status-dot.tsx';
import { getUser, updateUser } from '../../contract/users.ts';
import { userObject } from '../../fields.ts';
import { DisableDialog } from './disable-dialog.tsx';
import { words } from './identity-words.ts';
import { RolesDialog } from './roles-dialog.tsx';
import { usePersonVerbs } from './use-person-verbs.tsx';
import { useRoleNames } from './use-role-names.ts';

interface PersonPanelProps {
  readonly id: string;
  readonly place: PanelPlace;
}

type Asking = 'edit' | 'roles' | 'disable' | null;
const facts = ['email', 'phone', 'title', 'teamId', 'roles', 'createdAt'];

/** One colleague: what he is here, and what an administrator can do about it. */
export function PersonPanel({ id, place }: PersonPanelProps) {
  const w = words.use();
  const may = useMay();
  const locale = localePreference.use();
  const { data, error, refetch } = useRead(getUser, { id }, { keep: true });
  const rolesIn = useRoleNames();
  const [asking, setAsking] = useState<Asking>(null);
  const verbs = usePersonVerbs(data?.user, data?.secondStep ?? false);
  const close = () => setAsking(null);
  const user = data?.user;
  const name = String(user?.name ?? '');
  const status = userObject.fields.find((field) => field.key === 'status');
  const state =
    status && 'choices' in status ? status.choices.find((one) => one.key === user?.status) : undefined;
  const enabled = user?.status !== 'disabled';
  const more = [
    ...verbs.items,
    ...(enabled
      ? [{ key: 'disable', label: w('disable'), danger: true, onClick: () => setAsking('disable') }]
      : []),
  ];
  return (
    <RecordPanel {...place} label={name}>
      {error ? (
        <ErrorState what={w('people')} requestId={error.requestId} onRetry={() => void refetch()}>
          {error.message}
        </ErrorState>
      ) : !data || !user ? (
        <SkeletonLines rows={8} />
      ) : (
        <>
          <RecordHead
            name={name}
            owner={{ id, name }}
            flags={state ? <StatusDot tone="neutral">{state.label[locale]}</StatusDot> : null}
            actions={
              may('users.manage') ? (
                <>
                  <Button type="primary" onClick={() => setAsking('roles')}>
                    {w('setRoles')}
                  </Button>
                  <Button onClick={() => setAsking('edit')}>{w('edit')}</Button>
                </>
              ) : null
            }
            more={
              may('users.manage') ? (
                <Dropdown menu={{ items: more }} trigger={['click']}>
                  <Button icon={<Ellipsis size={14} />} aria-label={w('edit')} />
                </Dropdown>
              ) : null
            }
          >
            <RecordFacts
              definition={userObject}
              row={{ ...user, roles: rolesIn(user.roles) }}
              names={data.names}
              keys={facts}
            />
          </RecordHead>
          <div className="yd-panel-pad">
            <Section title={w('security')}>
              <FactList
                facts={[
                  {
                    key: 'sessions',
                    label: w('openSessions'),
                    value: w('sessionCount', { n: data.sessions, count: data.sessions }),
                  },
                  {
                    key: 'seen',
                    label: w('lastSeen'),
                    value: data.lastSeenAt ? <TimeText at={data.lastSeenAt} /> : w('never'),
                  },
                  {
                    key: 'second',
                    label: w('secondStep'),
                    value: data.secondStep ? w('secondStepOn') : w('secondStepOff'),
                  },
                ]}
              />
            </Section>
          </div>
          {asking === 'roles' ? <RolesDialog user={user} roleIds={data.roleIds} onClose={close} /> : null}
          {asking === 'disable' ? <DisableDialog user={user} onClose={close} /> : null}
          {asking === 'edit' ? (
            <EditRecordDialog
              definition={userObject}
              update={updateUser}
              row={user}
              title={w('edit')}
              onClose={close}
            />
          ) : null}
          {verbs.dialog}
        </>
      )}
    </RecordPanel>
  );
}
