import { isProblem, useAct } from '#kernel/web/use-operation.ts';
import { Dialog } from '#ui/dialog.tsx';
import { Form } from '#ui/form.tsx';
import { moveOpportunity } from '../../contract.ts';
import type { openStageKeys } from '../../model.ts';
import type { EndingProps } from './ending-dialogs.tsx';
import { words } from './opportunity-words.ts';

interface MoveBackProps extends EndingProps {
  readonly stage: { readonly key: (typeof openStageKeys)[number]; readonly name: string };
}

/** Moving back asks why, before anything moves. */
export function MoveBackDialog({ deal, stage, onClose, onDone }: MoveBackProps) {
  const w = words.use();
  const move = useAct(moveOpportunity, { quiet: true });
  return (
    <Dialog open title={w('backTitle', { stage: stage.name })} onClose={onClose}>
      <Form
        fields={[{ key: 'reason', kind: 'text', label: w('backReason'), required: true, maxLength: 500 }]}
        submitLabel={w('move')}
        onCancel={onClose}
        onSubmit={async ({ reason }) => {
          const answer = await move({
            id: deal.id,
            version: deal.version,
            stage: stage.key,
            reason: String(reason),
          });
          if (isProblem(answer)) return [{ message: answer.message }];
          onDone?.();
          return onClose();
        }}
      />
    </Dialog>
  );
}
