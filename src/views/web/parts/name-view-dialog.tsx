import type { ViewDraft } from '#kernel/web/saved-views.ts';
import { useMay } from '#kernel/web/session.ts';
import { isProblem, useAct } from '#kernel/web/use-operation.ts';
import { Dialog } from '#ui/dialog.tsx';
import { Form } from '#ui/form.tsx';
import { useToasts } from '#ui/toast.tsx';
import { createView, updateView } from '../../contract.ts';
import { sentDraft } from './sent-draft.ts';
import type { KeptView } from './view-list.ts';
import { words } from './view-words.ts';

interface NameViewDialogProps {
  readonly listId: string;
  readonly draft: ViewDraft;
  /** Left out: a new one. */
  readonly renamed?: KeptView;
  /** With the id of the new view, or nothing when the person thought better of it. */
  readonly onClose: (id?: string) => void;
}

/** Names a new view and keeps it, or gives an old one another name. */
export function NameViewDialog({ listId, draft, renamed, onClose }: NameViewDialogProps) {
  const w = words.use();
  const may = useMay();
  const toasts = useToasts();
  const create = useAct(createView, { quiet: true });
  const update = useAct(updateView, { quiet: true });
  const share =
    may('views.share') && !renamed ? [{ key: 'shared', kind: 'checkbox' as const, label: w('share') }] : [];
  return (
    <Dialog open title={w(renamed ? 'rename' : 'newView')} onClose={() => onClose()}>
      <Form
        fields={[
          {
            key: 'name',
            kind: 'text',
            label: w('name'),
            placeholder: w('namePlaceholder'),
            required: true,
            maxLength: 60,
          },
          ...share,
        ]}
        initial={{ name: draft.name, shared: draft.shared }}
        submitLabel={w(renamed ? 'rename' : 'save')}
        onCancel={() => onClose()}
        onSubmit={async ({ name, shared }) => {
          const answer = renamed
            ? await update({ id: renamed.id, version: renamed.version, name: String(name) })
            : await create({
                listId,
                ...sentDraft(draft),
                name: String(name),
                shared: shared === true,
              });
          if (isProblem(answer))
            return answer.errors.length > 0 ? [...answer.errors] : [{ message: answer.message }];
          toasts.show({ text: w('saved', { name: String(name) }) });
          onClose(answer.id);
          return undefined;
        }}
      />
    </Dialog>
  );
}
