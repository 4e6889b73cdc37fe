import { useNavigate } from '@tanstack/react-router';
import { dayOf } from '#kernel/values/day.ts';
import { formFields } from '#kernel/web/catalogue.ts';
import { submitValues } from '#kernel/web/form-values.ts';
import { localePreference } from '#kernel/web/preferences.ts';
import { useDefinition, useSession } from '#kernel/web/session.ts';
import type { CreateProps } from '#kernel/web/slice.ts';
import { isProblem, useAct } from '#kernel/web/use-operation.ts';
import { Dialog } from '#ui/dialog.tsx';
import { Form } from '#ui/form.tsx';
import { useNow } from '#ui/use-now.ts';
import { createReceipt } from '../../contract.ts';
import { receiptObject } from '../../fields.ts';
import { words } from './cash-words.ts';

const asked = ['accountId', 'amount', 'bankDate', 'payer', 'bankAccount', 'reference', 'method', 'memo'];

/** Posts money that came in, then opens it for allocation. */
export function CreateReceiptDialog({ onClose, onCreated, initial }: CreateProps) {
  const w = words.use();
  const locale = localePreference.use();
  const navigate = useNavigate();
  const today = dayOf(useNow(), useSession().org.zone);
  const { definition, rights } = useDefinition(receiptObject);
  const create = useAct(createReceipt, { quiet: true });
  return (
    <Dialog open title={w('create')} size="form" onClose={onClose}>
      <Form
        fields={formFields(definition, locale, asked, rights)}
        initial={{ bankDate: today, method: 'transfer', ...(initial as object) }}
        submitLabel={w('createFirst')}
        onCancel={onClose}
        onSubmit={async (values) => {
          const answer = await create(submitValues(definition, values) as never);
          if (isProblem(answer))
            return answer.errors.length > 0 ? [...answer.errors] : [{ message: answer.message }];
          onCreated?.(answer.id);
          onClose();
          void navigate({ to: '/receipts', search: { open: answer.id } as never });
          return undefined;
        }}
      />
    </Dialog>
  );
}
