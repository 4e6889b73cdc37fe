import { Hand, UserPlus, Waves } from 'lucide-react';
import { useMemo, useState } from 'react';
import { useActOnMany } from '#kernel/web/act-on-many.ts';
import { ListScreen } from '#kernel/web/list-screen.tsx';
import { useMay } from '#kernel/web/session.ts';
import { useRead } from '#kernel/web/use-operation.ts';
import { bulkClaim, listPools, poolLeadList } from '../../contract.ts';
import { AssignDialog } from '../parts/assign-dialog.tsx';
import { ClaimButton } from '../parts/claim-button.tsx';
import { Holding } from '../parts/holding.tsx';
import { leadCard, leadColumns } from '../parts/lead-columns.tsx';
import { LeadPanel } from '../parts/lead-panel.tsx';
import { words } from '../parts/lead-words.ts';

const shown = [
  'company',
  'class',
  'channel',
  'region',
  'industry',
  'staffCount',
  'poolSince',
  'lastActivityAt',
];

/** 公海: what nobody holds; one press takes it. */
export function Screen() {
  const w = words.use();
  const may = useMay();
  const act = useActOnMany();
  const pools = useRead(listPools, {});
  const [assigning, setAssigning] = useState<{ ids: readonly string[]; done: () => void } | null>(null);
  const views = useMemo(
    () => [
      { key: 'all', label: w('pool'), sort: ['-poolSince'] },
      ...(pools.data && pools.data.items.length > 1
        ? pools.data.items.map(({ id, name }) => ({
            key: id,
            label: name,
            sort: ['-poolSince'],
            condition: { combinator: 'and', rules: [{ field: 'poolId', operator: '=', value: id }] } as const,
          }))
        : []),
      {
        key: 'classA',
        label: w('classA'),
        sort: ['-poolSince'],
        condition: { combinator: 'and', rules: [{ field: 'class', operator: '=', value: 'A' }] } as const,
      },
    ],
    [w, pools.data],
  );
  return (
    <>
      <ListScreen
        list={poolLeadList}
        title={w('pool')}
        columns={shown}
        changes={leadColumns}
        views={views}
        card={(row, names) => ({
          ...leadCard(row, names),
          act: may('leads.claim') ? <ClaimButton id={row.id} name={String(row.company)} /> : undefined,
        })}
        empty={{ icon: Waves, title: w('poolEmptyTitle'), children: w('poolEmptyHint') }}
        limit={may('leads.claim') ? <Holding /> : undefined}
        panel={(id, place) => <LeadPanel id={id} place={place} />}
        bulk={({ ids }, done) =>
          [
            {
              key: 'claim',
              label: w('claim'),
              icon: Hand,
              right: 'leads.claim',
              onClick: () => void claim(ids, done),
            },
            {
              key: 'assign',
              label: w('assign'),
              icon: UserPlus,
              right: 'leads.assign',
              onClick: () => setAssigning({ ids, done }),
            },
          ].filter((verb) => may(verb.right))
        }
      />
      {assigning ? (
        <AssignDialog
          ids={assigning.ids}
          onClose={() => setAssigning(null)}
          onDone={() => {
            assigning.done();
            setAssigning(null);
          }}
        />
      ) : null}
    </>
  );

  async function claim(ids: readonly string[], done: () => void): Promise<void> {
    if (await act(bulkClaim, ids, {}, { done: (n) => w('claimedMany', { n }) })) done();
  }
}
