import { PencilLine, Trash2, UserPlus } from 'lucide-react';
import { type ComponentType, type ReactNode, useState } from 'react';
import type { BulkOperation } from '#kernel/bulk-contract.ts';
import type { Operation } from '#kernel/contract.ts';
import type { ObjectDefinition } from '#kernel/fields.ts';
import type { BulkVerb } from '#ui/bulk-bar.tsx';
import type { AboutRowsProps } from './assign-dialog.tsx';
import { BulkEditDialog } from './bulk-edit-dialog.tsx';
import { useDeleteRows } from './delete-rows.ts';
import type { Chosen } from './list-screen-props.ts';
import { listWords } from './list-words.ts';
import { useMay } from './session.ts';

/** A verb that first asks something. */
interface AskingVerb extends Omit<BulkVerb, 'onClick'> {
  readonly right: string;
  readonly Dialog: ComponentType<AboutRowsProps>;
}

interface ListVerbs {
  readonly definition: ObjectDefinition;
  readonly assign?: { readonly label: string; readonly Dialog: ComponentType<AboutRowsProps> };
  readonly more?: readonly AskingVerb[];
  readonly edit?: BulkOperation;
  readonly remove: {
    readonly bulk: BulkOperation;
    readonly restore: Operation;
    readonly done: (count: number) => string;
  };
}

interface Asked {
  readonly Dialog: ComponentType<AboutRowsProps> | null;
  readonly chosen: Chosen;
  readonly done: () => void;
}

/** What may be done with chosen rows as far as one's rights go: assign, edit, delete with the way back; and the open dialog. */
export function useListVerbs({ definition, assign, more = [], edit, remove }: ListVerbs): {
  readonly bulk: (chosen: Chosen, done: () => void) => readonly BulkVerb[];
  readonly dialog: ReactNode;
} {
  const w = listWords.use();
  const may = useMay();
  const [asked, setAsked] = useState<Asked | null>(null);
  const deleteRows = useDeleteRows(remove.bulk, remove.restore, remove.done);
  const { object } = definition;
  const asking: readonly AskingVerb[] = [
    ...(assign ? [{ ...assign, key: 'assign', icon: UserPlus, right: `${object}.assign` }] : []),
    ...more,
  ];
  const bulk = (chosen: Chosen, done: () => void) => [
    ...asking
      .filter((verb) => may(verb.right))
      .map(({ Dialog, right: _right, ...verb }) => ({
        ...verb,
        onClick: () => setAsked({ Dialog, chosen, done }),
      })),
    ...(edit && may(`${object}.update`)
      ? [
          {
            ...{ key: 'edit', label: w('bulkEditVerb'), icon: PencilLine },
            onClick: () => setAsked({ Dialog: null, chosen, done }),
          },
        ]
      : []),
    ...(may(`${object}.delete`)
      ? [
          {
            ...{ key: 'delete', label: w('delete'), icon: Trash2, danger: true },
            onClick: () => void deleteRows(chosen.ids).then((went) => went && done()),
          },
        ]
      : []),
  ];
  return { bulk, dialog: asked ? dialogOf(asked, definition, edit, () => setAsked(null)) : null };
}

function dialogOf(
  { Dialog, chosen, done }: Asked,
  definition: ObjectDefinition,
  edit: BulkOperation | undefined,
  onClose: () => void,
): ReactNode {
  const about = {
    ids: chosen.ids,
    onClose,
    onDone: () => {
      done();
      onClose();
    },
  };
  if (Dialog) return <Dialog {...about} />;
  return edit ? <BulkEditDialog {...about} definition={definition} bulk={edit} rows={chosen.rows} /> : null;
}
