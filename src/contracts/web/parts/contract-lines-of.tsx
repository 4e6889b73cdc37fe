import { useNavigate } from '@tanstack/react-router';
import { Plus } from 'lucide-react';
import { useState } from 'react';
import { localePreference } from '#kernel/web/preferences.ts';
import { useMay } from '#kernel/web/session.ts';
import type { PanelProps } from '#kernel/web/slice.ts';
import { useRead } from '#kernel/web/use-operation.ts';
import { IconButton } from '#ui/icon-button.tsx';
import { Lines } from '#ui/lines.tsx';
import { Money } from '#ui/money.tsx';
import { Section } from '#ui/panel-section.tsx';
import { contractList } from '../../contract.ts';
import { contractStatusChoices } from '../../fields.ts';
import { words } from './contract-words.ts';
import { CreateContractDialog } from './create-contract-dialog.tsx';

interface ContractsOfProps {
  readonly field: 'accountId' | 'opportunityId';
  readonly recordId: string;
  readonly initial: Readonly<Record<string, unknown>>;
}

/** The newest contracts of a customer or a deal, and the way to a new one. */
function ContractsOf({ field, recordId, initial }: ContractsOfProps) {
  const w = words.use();
  const locale = localePreference.use();
  const navigate = useNavigate();
  const may = useMay();
  const [creating, setCreating] = useState(false);
  const { data } = useRead(
    contractList.search,
    { filter: { field, operator: '=', value: recordId } as never, limit: 6 },
    { keep: true },
  );
  const rows = (data?.items ?? []) as Readonly<Record<string, string | null>>[];
  return (
    <Section
      title={w('ofDeal')}
      note={data?.total ? String(data.total) : undefined}
      aside={
        may('contracts.create') ? (
          <IconButton icon={Plus} size={14} label={w('create')} onClick={() => setCreating(true)} />
        ) : undefined
      }
    >
      {data && rows.length === 0 ? <p className="yd-text3">{w('noneYet')}</p> : null}
      <Lines
        lines={rows.map((row) => ({
          key: String(row.id),
          title: row.name,
          under: [row.number, contractStatusChoices.find((one) => one.key === row.status)?.label[locale]]
            .filter(Boolean)
            .join(' · '),
          value: <Money amount={row.amount ?? null} currency={row.currency ?? 'CNY'} />,
          onOpen: () => void navigate({ to: `/contracts/${row.id}` }),
        }))}
      />
      {creating ? <CreateContractDialog initial={initial} onClose={() => setCreating(false)} /> : null}
    </Section>
  );
}

/** On a customer's page. */
export function ContractsOfAccount({ recordId }: PanelProps) {
  return <ContractsOf field="accountId" recordId={recordId} initial={{ accountId: recordId }} />;
}

/** On a deal: its contract starts with the deal's customer, name and amount. */
export function ContractsOfDeal({ recordId, record }: PanelProps) {
  const { accountId, name, amount } = record;
  return (
    <ContractsOf
      field="opportunityId"
      recordId={recordId}
      initial={{ opportunityId: recordId, accountId, name, amount }}
    />
  );
}
