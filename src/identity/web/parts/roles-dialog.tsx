import { isProblem, useAct } from '#kernel/web/use-operation.ts';
import { Dialog } from '#ui/dialog.tsx';
import { Form } from '#ui/form.tsx';
import { useToasts } from '#ui/toast.tsx';
import { assignRoles } from '../../contract/users.ts';
import { formProblems } from './form-problems.ts';
import { words } from './identity-words.ts';
import { useRoleChoices } from './use-role-choices.ts';

interface RolesDialogProps {
  readonly user: Readonly<Record<string, unknown>>;
  readonly roleIds: readonly string[];
  readonly onClose: () => void;
}

/** Which roles somebody holds; he has what all of them give together. */
export function RolesDialog({ user, roleIds, onClose }: RolesDialogProps) {
  const w = words.use();
  const toasts = useToasts();
  const assign = useAct(assignRoles, { quiet: true });
  return (
    <Dialog open title={w('rolesOf', { name: String(user.name) })} onClose={onClose}>
      <Form
        fields={[{ key: 'roleIds', kind: 'multiChoice', label: w('roles'), choices: useRoleChoices() }]}
        initial={{ roleIds: [...roleIds] }}
        submitLabel={w('setRoles')}
        onCancel={onClose}
        onSubmit={async (values) => {
          const chosen = Array.isArray(values.roleIds) ? values.roleIds.map(String) : [];
          const answer = await assign({
            id: String(user.id),
            version: Number(user.version),
            roleIds: chosen,
          });
          if (isProblem(answer)) return formProblems(answer);
          toasts.show({ text: w('rolesSaved') });
          onClose();
          return undefined;
        }}
      />
    </Dialog>
  );
}
