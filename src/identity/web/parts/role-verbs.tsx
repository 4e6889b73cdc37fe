import { Button } from 'antd';
import { useMay } from '#kernel/web/session.ts';
import { isProblem, useAct } from '#kernel/web/use-operation.ts';
import { useToasts } from '#ui/toast.tsx';
import { createRole, deleteRole, updateRole } from '../../contract/roles.ts';
import { words } from './identity-words.ts';
import { type RoleDraft, type RoleRow, sentDraft } from './role-draft.ts';

interface RoleVerbsProps {
  readonly role: RoleRow | null;
  readonly draft: RoleDraft;
  readonly savable: boolean;
  readonly onCopy: () => void;
  readonly onGone: () => void;
  readonly onMade: (id: string) => void;
}

/** Delete, copy, save. */
export function RoleVerbs({ role, draft, savable, onCopy, onGone, onMade }: RoleVerbsProps) {
  const w = words.use();
  const may = useMay();
  const toasts = useToasts();
  const create = useAct(createRole);
  const update = useAct(updateRole);
  const remove = useAct(deleteRole);
  async function save() {
    const sent = sentDraft(draft);
    if (!role) {
      const made = await create(sent);
      if (!isProblem(made)) onMade(made.id);
      return;
    }
    const saved = await update({ id: role.id, version: role.version, ...sent });
    if (!isProblem(saved)) toasts.show({ text: w('roleSaved', { n: role.people, count: role.people }) });
  }
  async function erase(gone: RoleRow) {
    if (isProblem(await remove({ id: gone.id }))) return;
    toasts.show({ text: w('roleDeleted', { name: gone.name }) });
    onGone();
  }
  if (!may('roles.manage')) return null;
  return (
    <>
      {role && !role.builtIn && role.people === 0 ? (
        <Button danger onClick={() => void erase(role)}>
          {w('deleteRole')}
        </Button>
      ) : null}
      {role ? <Button onClick={onCopy}>{w('copyRole')}</Button> : null}
      <Button type="primary" disabled={!savable} onClick={() => void save()}>
        {w('saveRole')}
      </Button>
    </>
  );
}
