import { ScrollText } from 'lucide-react';
import { useMemo } from 'react';
import { CreateButton } from '#kernel/web/create-button.tsx';
import { ListScreen } from '#kernel/web/list-screen.tsx';
import { useListVerbs } from '#kernel/web/list-verbs.tsx';
import { useMay } from '#kernel/web/session.ts';
import type { ListRow } from '#kernel/web/use-list.ts';
import type { Card } from '#ui/grid-types.ts';
import { Money } from '#ui/money.tsx';
import { bulkDeleteContracts, contractList, restoreContract } from '../../contract.ts';
import { contractObject } from '../../fields.ts';
import { AssignContractDialog } from '../parts/assign-contract-dialog.tsx';
import { ContractPanel } from '../parts/contract-panel.tsx';
import { words } from '../parts/contract-words.ts';
import { CreateContractDialog } from '../parts/create-contract-dialog.tsx';

const shown = ['name', 'number', 'accountId', 'amount', 'status', 'signedOn', 'endsOn', 'ownerId'];
const only = (field: string, value: string) =>
  ({ combinator: 'and', rules: [{ field, operator: '=', value }] }) as const;

function amountOf(row: ListRow) {
  return <Money amount={String(row.amount)} currency={String(row.currency ?? 'CNY')} as="exact" />;
}

function contractCard(row: ListRow, names: Readonly<Record<string, string>>): Card {
  return {
    title: String(row.name),
    lines: [
      amountOf(row),
      [row.number, names[String(row.accountId)], names[String(row.ownerId)]].filter(Boolean).join(' · '),
    ],
  };
}

function useViews() {
  const w = words.use();
  const may = useMay();
  // Who leads or keeps the books starts with everything he may see.
  const leads = may('contracts.assign') || !may('contracts.create');
  return useMemo(() => {
    const all = { key: 'all', label: w('all') };
    const states = [
      { key: 'running', label: w('running'), condition: only('status', 'inApproval') },
      { key: 'active', label: w('active'), condition: only('status', 'active'), sort: ['-signedOn'] },
      { key: 'drafts', label: w('drafts'), condition: only('status', 'draft') },
    ];
    const mine = { key: 'mine', label: w('mine'), condition: only('ownerId', '@me') };
    return leads ? [all, ...states] : [mine, ...states, all];
  }, [w, leads]);
}

/** 合同: mine, what is being approved, what counts, drafts, everything I may see. */
export function Screen() {
  const w = words.use();
  const verbs = useListVerbs({
    definition: contractObject,
    assign: { label: w('assign'), Dialog: AssignContractDialog },
    remove: { bulk: bulkDeleteContracts, restore: restoreContract, done: (n) => w('deleted', { n }) },
  });
  return (
    <>
      <ListScreen
        list={contractList}
        title={w('title')}
        columns={shown}
        changes={() => ({ amount: { render: amountOf } })}
        views={useViews()}
        card={contractCard}
        empty={{ icon: ScrollText, title: w('emptyTitle'), children: w('emptyHint') }}
        panel={(id, place) => <ContractPanel id={id} place={place} />}
        actions={<CreateButton right="contracts.create" label={w('create')} Dialog={CreateContractDialog} />}
        bulk={verbs.bulk}
      />
      {verbs.dialog}
    </>
  );
}
