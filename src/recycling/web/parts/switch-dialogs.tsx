import { Button } from 'antd';
import { addDays, dayOf } from '#kernel/values/day.ts';
import { isProblem, useAct } from '#kernel/web/use-operation.ts';
import { Dialog } from '#ui/dialog.tsx';
import { Form } from '#ui/form.tsx';
import { useToasts } from '#ui/toast.tsx';
import { useUi } from '#ui/ui-context.ts';
import { useNow } from '#ui/use-now.ts';
import { disableRecycling, enableRecycling } from '../../contract.ts';
import { words } from './recycling-words.ts';
import { useDay } from './use-day.ts';
import type { Outlook } from './use-rules-draft.ts';

interface EnableDialogProps {
  readonly name: string;
  readonly outlook: Outlook;
  readonly onClose: () => void;
}

/** What the first night takes, and the name of the rule to be typed: nobody does this by a slip. */
export function EnableDialog({ name, outlook, onClose }: EnableDialogProps) {
  const w = words.use();
  const day = useDay();
  const { zone } = useUi();
  const tomorrow = addDays(dayOf(useNow(), zone), 1);
  const toasts = useToasts();
  const enable = useAct(enableRecycling, { quiet: true });
  const { tonight, people } = outlook;
  return (
    <Dialog open title={w('enableTitle')} onClose={onClose}>
      <Form
        fields={[{ key: 'name', kind: 'text', label: w('typeName'), required: true, placeholder: name }]}
        submitLabel={w('enable')}
        onCancel={onClose}
        onDone={onClose}
        onSubmit={async (values) => {
          if (String(values.name).trim() !== name.trim())
            return [{ field: 'name', message: w('enableHint', { tonight, people, name }) }];
          const answer = await enable({});
          if (isProblem(answer)) return [{ field: 'name', message: answer.message }];
          toasts.show({ text: w('enabled', { day: day(tomorrow) }) });
          return undefined;
        }}
      >
        <p className="yd-text2">{w('enableHint', { tonight, people, name })}</p>
      </Form>
    </Dialog>
  );
}

/** Says what becomes of the time that is left before it stops anything. */
export function DisableDialog({ onClose }: { readonly onClose: () => void }) {
  const w = words.use();
  const toasts = useToasts();
  const disable = useAct(disableRecycling);
  const go = async () => {
    if (!isProblem(await disable({}))) toasts.show({ text: w('disabled') });
    onClose();
  };
  return (
    <Dialog
      open
      padded
      title={w('disableTitle')}
      onClose={onClose}
      footer={
        <>
          <Button onClick={onClose}>{w('cancel')}</Button>
          <Button type="primary" danger onClick={() => void go()}>
            {w('disable')}
          </Button>
        </>
      }
    >
      <p>{w('disableHint')}</p>
    </Dialog>
  );
}
