import { isProblem, useAct } from '#kernel/web/use-operation.ts';
import { Dialog } from '#ui/dialog.tsx';
import { Form } from '#ui/form.tsx';
import { createTeam, updateTeam } from '../../contract/teams.ts';
import { formProblems } from './form-problems.ts';
import { words } from './identity-words.ts';
import type { TeamRow } from './team-tree.ts';
import { useTeamChoices } from './use-team-choices.ts';

interface TeamDialogProps {
  readonly team: TeamRow | null;
  readonly onClose: () => void;
}

/** Name, place and leader of a team, new or old. */
export function TeamDialog({ team, onClose }: TeamDialogProps) {
  const w = words.use();
  const create = useAct(createTeam, { quiet: true });
  const update = useAct(updateTeam, { quiet: true });
  const above = useTeamChoices(team?.id);
  const title = team ? w('editTeam') : w('createTeam');
  const idOrNull = (value: unknown) => (typeof value === 'string' && value ? value : null);
  return (
    <Dialog open title={title} onClose={onClose}>
      <Form
        fields={[
          { key: 'name', kind: 'text', label: w('teamName'), required: true, maxLength: 60 },
          { key: 'parentId', kind: 'choice', label: w('above'), choices: above, placeholder: w('top') },
          { key: 'leaderId', kind: 'user', label: w('leader') },
        ]}
        initial={team ? { name: team.name, parentId: team.parentId, leaderId: team.leaderId } : {}}
        submitLabel={team ? w('save') : w('createTeam')}
        onCancel={onClose}
        onSubmit={async (values) => {
          const sent = {
            name: String(values.name),
            parentId: idOrNull(values.parentId),
            leaderId: idOrNull(values.leaderId),
          };
          const answer = team
            ? await update({ id: team.id, version: team.version, ...sent })
            : await create(sent);
          if (isProblem(answer)) return formProblems(answer);
          onClose();
          return undefined;
        }}
      />
    </Dialog>
  );
}
