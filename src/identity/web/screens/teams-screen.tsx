import { Button } from 'antd';
import { Plus } from 'lucide-react';
import { useMemo, useState } from 'react';
import { useMay } from '#kernel/web/session.ts';
import { isProblem, useAct, useRead } from '#kernel/web/use-operation.ts';
import { Person } from '#ui/avatar.tsx';
import { ErrorState } from '#ui/error-state.tsx';
import { Page } from '#ui/page.tsx';
import { PlainTable } from '#ui/plain-table.tsx';
import { SkeletonLines } from '#ui/skeleton.tsx';
import { useToasts } from '#ui/toast.tsx';
import { deleteTeam, listTeams } from '../../contract/teams.ts';
import { words } from '../parts/identity-words.ts';
import { TeamDialog } from '../parts/team-dialog.tsx';
import { type TeamRow, teamLines } from '../parts/team-tree.ts';

/** The tree of teams with their leaders: who sees whose records follows from it. */
export function Screen() {
  const w = words.use();
  const may = useMay();
  const toasts = useToasts();
  const { data, error, refetch } = useRead(listTeams, {});
  const remove = useAct(deleteTeam);
  const [editing, setEditing] = useState<TeamRow | 'new' | null>(null);
  const { rows, depths } = useMemo(() => teamLines(data?.items ?? []), [data]);
  const manages = may('teams.manage');
  async function erase({ id, name }: TeamRow) {
    if (!isProblem(await remove({ id }))) toasts.show({ text: w('teamDeleted', { name }) });
  }
  return (
    <Page
      title={w('teams')}
      footer={w('teamHint')}
      actions={
        manages ? (
          <Button type="primary" icon={<Plus size={14} />} onClick={() => setEditing('new')}>
            {w('createTeam')}
          </Button>
        ) : undefined
      }
    >
      {error ? (
        <ErrorState what={w('teams')} requestId={error.requestId} onRetry={() => void refetch()}>
          {error.message}
        </ErrorState>
      ) : !data ? (
        <SkeletonLines rows={8} />
      ) : (
        <PlainTable<TeamRow>
          label={w('teams')}
          rows={rows}
          rowKey={(row) => row.id}
          depth={(row) => depths.get(row.id) ?? 0}
          columns={[
            { key: 'name', label: w('teamName'), render: (row) => row.name },
            {
              key: 'leader',
              label: w('leader'),
              render: ({ leaderId, leaderName }) =>
                leaderId ? <Person id={leaderId} name={leaderName ?? ''} /> : '—',
            },
            { key: 'members', label: w('members'), right: true, render: (row) => row.members },
            {
              key: 'verbs',
              label: '',
              right: true,
              render: (row) =>
                manages ? (
                  <>
                    {row.members === 0 && !rows.some((one) => one.parentId === row.id) ? (
                      <>
                        <Button size="small" danger onClick={() => void erase(row)}>
                          {w('deleteTeam')}
                        </Button>{' '}
                      </>
                    ) : null}
                    <Button size="small" onClick={() => setEditing(row)}>
                      {w('edit')}
                    </Button>
                  </>
                ) : null,
            },
          ]}
        />
      )}
      {editing ? (
        <TeamDialog team={editing === 'new' ? null : editing} onClose={() => setEditing(null)} />
      ) : null}
    </Page>
  );
}
