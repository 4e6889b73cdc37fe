import { Button } from 'antd';
import { Plus } from 'lucide-react';
import { useState } from 'react';
import { useMay } from '#kernel/web/session.ts';
import { isProblem, useAct, useRead } from '#kernel/web/use-operation.ts';
import { ErrorState } from '#ui/error-state.tsx';
import { Page } from '#ui/page.tsx';
import { SkeletonLines } from '#ui/skeleton.tsx';
import { useToasts } from '#ui/toast.tsx';
import { deleteTeam, listTeams } from '../../contract/teams.ts';
import { words } from '../parts/identity-words.ts';
import { TeamDialog } from '../parts/team-dialog.tsx';
import { TeamTable } from '../parts/team-table.tsx';
import type { TeamRow } from '../parts/team-tree.ts';

/** The tree of teams with their leaders: who sees whose records follows from it. */
export function Screen() {
  const w = words.use();
  const manages = useMay()('teams.manage');
  const toasts = useToasts();
  const { data, error, refetch } = useRead(listTeams, {});
  const remove = useAct(deleteTeam);
  const [editing, setEditing] = useState<TeamRow | 'new' | null>(null);
  async function erase({ id, name }: TeamRow) {
    if (!isProblem(await remove({ id }))) toasts.show({ text: w('teamDeleted', { name }) });
  }
  const create = (
    <Button type="primary" icon={<Plus size={14} />} onClick={() => setEditing('new')}>
      {w('createTeam')}
    </Button>
  );
  return (
    <Page title={w('teams')} footer={w('teamHint')} actions={manages ? create : undefined}>
      {error ? (
        <ErrorState what={w('teams')} requestId={error.requestId} onRetry={() => void refetch()}>
          {error.message}
        </ErrorState>
      ) : null}
      {!data && !error ? <SkeletonLines rows={8} /> : null}
      {data ? (
        <TeamTable
          teams={data.items}
          manages={manages}
          onEdit={setEditing}
          onDelete={(team) => void erase(team)}
        />
      ) : null}
      {editing ? (
        <TeamDialog team={editing === 'new' ? null : editing} onClose={() => setEditing(null)} />
      ) : null}
    </Page>
  );
}
