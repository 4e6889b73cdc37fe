import { localePreference } from '#kernel/web/preferences.ts';
import { isProblem, useAct } from '#kernel/web/use-operation.ts';
import { Dialog } from '#ui/dialog.tsx';
import { Form } from '#ui/form.tsx';
import { useToasts } from '#ui/toast.tsx';
import { invalidateOpportunity, loseOpportunity, reopenOpportunity, winOpportunity } from '../../contract.ts';
import { lostReasonChoices } from '../../fields.ts';
import { defaultStages, type LostReason, type openStageKeys } from '../../model.ts';
import { words } from './opportunity-words.ts';

export interface EndingProps {
  readonly deal: { readonly id: string; readonly version: number; readonly name: string };
  readonly onClose: () => void;
  readonly onDone?: () => void;
}

/** Wins a deal: one line about what decided it. */
export function WinDialog({ deal, onClose, onDone }: EndingProps) {
  const w = words.use();
  const toasts = useToasts();
  const win = useAct(winOpportunity, { quiet: true });
  return (
    <Dialog open title={`${w('winTitle')} · ${deal.name}`} onClose={onClose}>
      <Form
        fields={[{ key: 'note', kind: 'text', label: w('winNote'), maxLength: 500 }]}
        submitLabel={w('win')}
        onCancel={onClose}
        onSubmit={async ({ note }) => {
          const answer = await win({ id: deal.id, version: deal.version, note: note ? String(note) : null });
          if (isProblem(answer)) return [{ message: answer.message }];
          toasts.show({ text: w('wonDone', { name: deal.name }) });
          onDone?.();
          return onClose();
        }}
      />
    </Dialog>
  );
}

/** Loses a deal: the reason, and to whom if to somebody. */
export function LoseDialog({ deal, onClose, onDone }: EndingProps) {
  const w = words.use();
  const locale = localePreference.use();
  const toasts = useToasts();
  const lose = useAct(loseOpportunity, { quiet: true });
  return (
    <Dialog open title={`${w('loseTitle')} · ${deal.name}`} onClose={onClose}>
      <Form
        fields={[
          {
            key: 'reason',
            kind: 'choice',
            label: w('loseReason'),
            required: true,
            asButtons: true,
            choices: lostReasonChoices.map(({ key, label }) => ({ key, label: label[locale] })),
          },
          { key: 'competitor', kind: 'text', label: w('competitor'), required: true, maxLength: 100 },
          { key: 'note', kind: 'longText', label: w('note'), maxLength: 500 },
        ]}
        when={(key, values) => key !== 'competitor' || values.reason === 'competitor'}
        submitLabel={w('lose')}
        danger
        onCancel={onClose}
        onSubmit={async ({ reason, competitor, note }) => {
          const answer = await lose({
            id: deal.id,
            version: deal.version,
            reason: reason as LostReason,
            competitor: reason === 'competitor' && competitor ? String(competitor) : null,
            note: note ? String(note) : null,
          });
          if (isProblem(answer)) return [{ message: answer.message }];
          toasts.show({ text: w('lostDone') });
          onDone?.();
          return onClose();
        }}
      />
    </Dialog>
  );
}

/** Takes a deal out of won and lost, with the reason. */
export function InvalidateDialog({ deal, onClose, onDone }: EndingProps) {
  const w = words.use();
  const toasts = useToasts();
  const invalidate = useAct(invalidateOpportunity, { quiet: true });
  return (
    <Dialog open title={`${w('invalidate')} · ${deal.name}`} onClose={onClose}>
      <Form
        fields={[{ key: 'reason', kind: 'text', label: w('invalidReason'), required: true, maxLength: 500 }]}
        submitLabel={w('invalidate')}
        danger
        onCancel={onClose}
        onSubmit={async ({ reason }) => {
          const answer = await invalidate({ id: deal.id, version: deal.version, reason: String(reason) });
          if (isProblem(answer)) return [{ message: answer.message }];
          toasts.show({ text: w('invalidDone') });
          onDone?.();
          return onClose();
        }}
      />
    </Dialog>
  );
}

/** Brings a closed deal back into the pipeline. */
export function ReopenDialog({ deal, onClose, onDone }: EndingProps) {
  const w = words.use();
  const locale = localePreference.use();
  const toasts = useToasts();
  const reopen = useAct(reopenOpportunity, { quiet: true });
  const stages = defaultStages
    .filter((stage) => stage.kind === 'open')
    .map((stage) => ({ key: stage.key, label: locale === 'zh' ? stage.nameZh : stage.nameEn }));
  return (
    <Dialog open title={`${w('reopenTitle')} · ${deal.name}`} onClose={onClose}>
      <Form
        fields={[
          {
            key: 'stage',
            kind: 'choice',
            label: w('reopenStage'),
            required: true,
            asButtons: true,
            choices: stages,
          },
          { key: 'reason', kind: 'text', label: w('reopenReason'), required: true, maxLength: 500 },
        ]}
        initial={{ stage: 'quoted' }}
        submitLabel={w('reopen')}
        onCancel={onClose}
        onSubmit={async ({ stage, reason }) => {
          const answer = await reopen({
            id: deal.id,
            version: deal.version,
            stage: stage as (typeof openStageKeys)[number],
            reason: String(reason),
          });
          if (isProblem(answer)) return [{ message: answer.message }];
          toasts.show({ text: w('reopened') });
          onDone?.();
          return onClose();
        }}
      />
    </Dialog>
  );
}
