import { useState } from 'react';
import { EditRecordDialog } from '#kernel/web/edit-record-dialog.tsx';
import type { PanelPlace } from '#kernel/web/list-screen-props.ts';
import { useRead } from '#kernel/web/use-operation.ts';
import { ErrorState } from '#ui/error-state.tsx';
import { RecordPanel } from '#ui/record-panel.tsx';
import { SkeletonLines } from '#ui/skeleton.tsx';
import { getUser, updateUser } from '../../contract/users.ts';
import { userObject } from '../../fields.ts';
import { DisableDialog } from './disable-dialog.tsx';
import { words } from './identity-words.ts';
import { PersonHead } from './person-head.tsx';
import { PersonSignIn } from './person-sign-in.tsx';
import { RolesDialog } from './roles-dialog.tsx';
import { usePersonVerbs } from './use-person-verbs.tsx';

interface PersonPanelProps {
  readonly id: string;
  readonly place: PanelPlace;
}

type Asking = 'edit' | 'roles' | 'disable' | null;

/** One colleague: what he is here, and what an administrator can do about it. */
export function PersonPanel({ id, place }: PersonPanelProps) {
  const w = words.use();
  const { data, error, refetch } = useRead(getUser, { id }, { keep: true });
  const [asking, setAsking] = useState<Asking>(null);
  const verbs = usePersonVerbs(data?.user, data?.secondStep ?? false);
  const close = () => setAsking(null);
  const user = data?.user;
  const leave = { key: 'disable', label: w('disable'), danger: true, onClick: () => setAsking('disable') };
  const more = user?.status === 'disabled' ? verbs.items : [...verbs.items, leave];
  return (
    <RecordPanel {...place} label={String(user?.name ?? '')}>
      {error ? (
        <ErrorState what={w('people')} requestId={error.requestId} onRetry={() => void refetch()}>
          {error.message}
        </ErrorState>
      ) : null}
      {!data && !error ? <SkeletonLines rows={8} /> : null}
      {data && user && !error ? (
        <>
          <PersonHead
            user={user}
            names={data.names}
            more={more}
            onRoles={() => setAsking('roles')}
            onEdit={() => setAsking('edit')}
          />
          <PersonSignIn {...data} />
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
        </>
      ) : null}
      {verbs.dialog}
    </RecordPanel>
  );
}
