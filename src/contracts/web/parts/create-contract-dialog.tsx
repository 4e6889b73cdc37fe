import { useNavigate } from '@tanstack/react-router';
import { CreateRecordDialog } from '#kernel/web/create-record-dialog.tsx';
import type { CreateProps } from '#kernel/web/slice.ts';
import { createContract } from '../../contract.ts';
import { contractObject } from '../../fields.ts';
import { words } from './contract-words.ts';

const asked = ['name', 'accountId', 'opportunityId', 'signedOn', 'startsOn', 'endsOn'];

/** A draft in half a minute; lines and plan follow on their own page. A deal brings its name and amount along. */
export function CreateContractDialog({ initial = {}, ...props }: CreateProps) {
  const w = words.use();
  const navigate = useNavigate();
  const { amount, ...values } = initial as Record<string, string | undefined>;
  const lines =
    amount && values.name
      ? [{ product: values.name, quantity: '1', price: amount, discountPercent: '0' }]
      : [];
  return (
    <CreateRecordDialog
      {...props}
      definition={contractObject}
      create={createContract}
      title={w('create')}
      asked={asked}
      along={{ lines }}
      initial={values}
      submitLabel={w('next')}
      footerLeft={<span className="yd-text3">{w('createHint')}</span>}
      then={(id) => void navigate({ to: `/contracts/${id}/edit` })}
    />
  );
}
