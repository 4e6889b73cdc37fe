import { Button } from 'antd';
import { Person } from '#ui/avatar.tsx';
import { PlainTable } from '#ui/plain-table.tsx';
import { words } from './identity-words.ts';
import { type TeamRow, teamLines } from './team-tree.ts';

interface TeamTableProps {
  readonly teams: readonly TeamRow[];
  readonly manages: boolean;
  readonly onEdit: (team: TeamRow) => void;
  readonly onDelete: (team: TeamRow) => void;
}

/** The tree as lines; an empty team without teams below can be deleted. */
export function TeamTable({ teams, manages, onEdit, onDelete }: TeamTableProps) {
  const w = words.use();
  const { rows, depths } = teamLines(teams);
  const isEmpty = (row: TeamRow) => row.members === 0 && !rows.some((one) => one.parentId === row.id);
  const verbs = (row: TeamRow) => (
    <>
      {isEmpty(row) ? (
        <>
          <Button size="small" danger onClick={() => onDelete(row)}>
            {w('deleteTeam')}
          </Button>{' '}
        </>
      ) : null}
      <Button size="small" onClick={() => onEdit(row)}>
        {w('edit')}
      </Button>
    </>
  );
  const leader = ({ leaderId, leaderName }: TeamRow) =>
    leaderId ? <Person id={leaderId} name={leaderName ?? ''} /> : '—';
  return (
    <PlainTable<TeamRow>
      label={w('teams')}
      rows={rows}
      rowKey={(row) => row.id}
      depth={(row) => depths.get(row.id) ?? 0}
      columns={[
        { key: 'name', label: w('teamName'), render: (row) => row.name },
        { key: 'leader', label: w('leader'), render: leader },
        { key: 'members', label: w('members'), right: true, render: (row) => row.members },
        { key: 'verbs', label: '', right: true, render: (row) => (manages ? verbs(row) : null) },
      ]}
    />
  );
}
