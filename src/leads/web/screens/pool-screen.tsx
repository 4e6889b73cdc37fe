import { Hand, MoveRight, UserPlus, Waves } from 'lucide-react';
import { useMemo, useState } from 'react';
import { useActOnMany } from '#kernel/web/act-on-many.ts';
import { ListScreen } from '#kernel/web/list-screen.tsx';
import type { Chosen } from '#kernel/web/list-screen-props.ts';
import type { BuiltInView } from '#kernel/web/list-state.ts';
import { useMay } from '#kernel/web/session.ts';
import { useRead } from '#kernel/web/use-operation.ts';
import { bulkClaim, listPools, poolLeadList } from '../../contract.ts';
import { AssignDialog } from '../parts/assign-dialog.tsx';
import { ClaimButton } from '../parts/claim-button.tsx';
import { Holding } from '../parts/holding.tsx';
import { leadCard } from '../parts/lead-columns.tsx';
import { LeadPanel } from '../parts/lead-panel.tsx';
import { words } from '../parts/lead-words.ts';
import { poolColumns } from '../parts/pool-columns.tsx';
import { TransferDialog } from '../parts/transfer-dialog.tsx';

const shown = [
  'company',
  'class',
  'score',
  'channel',
  'region',
  'industry',
  'staffCount',
  'poolSince',
  'lastActivityAt',
  'daysIdle',
  'returnReason',
  'previousOwnerId',
  'timesReturned',
];
const sort = ['-poolSince'];

/** All pools together, each pool when there are several, and the best leads. */
function usePoolViews(): readonly BuiltInView[] {
  const w = words.use();
  const pools = useRead(listPools, {}).data?.items;
  return useMemo(() => {
    const only = (field: string, value: string) => ({
      combinator: 'and' as const,
      rules: [{ field, operator: '=' as const, value }],
    });
    const seen = pools?.filter((pool) => pool.seen) ?? [];
    const each = seen.length > 1 ? seen : [];
    return [
      { key: 'all', label: w('pool'), sort },
      ...each.map(({ id, name }) => ({ key: id, label: name, sort, condition: only('poolId', id) })),
      { key: 'classA', label: w('classA'), sort, condition: only('class', 'A') },
    ];
  }, [w, pools]);
}

interface AskedRows {
  readonly what: 'assign' | 'transfer';
  readonly chosen: Chosen;
  readonly done: () => void;
}

/** What can be done with waiting leads: claim; assign; move, for whoever runs a pool. */
function usePoolVerbs(ask: (asked: AskedRows) => void) {
  const w = words.use();
  const may = useMay();
  const act = useActOnMany();
  const runs = useRead(listPools, {}).data?.items.some(({ isAdmin }) => isAdmin);
  const claim = async (ids: readonly string[], done: () => void) => {
    if (await act(bulkClaim, ids, {}, { done: (n) => w('claimedMany', { n }) })) done();
  };
  return (chosen: Chosen, done: () => void) => [
    ...(may('leads.claim')
      ? [{ key: 'claim', label: w('claim'), icon: Hand, onClick: () => void claim(chosen.ids, done) }]
      : []),
    ...(may('leads.assign')
      ? [
          {
            ...{ key: 'assign', label: w('assign'), icon: UserPlus },
            onClick: () => ask({ what: 'assign', chosen, done }),
          },
        ]
      : []),
    ...(runs && may('leads.assign')
      ? [
          {
            ...{ key: 'transfer', label: w('transfer'), icon: MoveRight },
            onClick: () => ask({ what: 'transfer', chosen, done }),
          },
        ]
      : []),
  ];
}

/** 公海: what nobody holds; one press takes it. */
export function Screen() {
  const w = words.use();
  const may = useMay();
  const [asked, setAsked] = useState<AskedRows | null>(null);
  const verbs = usePoolVerbs(setAsked);
  const Asked = asked?.what === 'transfer' ? TransferDialog : AssignDialog;
  return (
    <>
      <ListScreen
        list={poolLeadList}
        title={w('pool')}
        columns={shown}
        changes={poolColumns}
        views={usePoolViews()}
        card={(row, names) => ({
          ...leadCard(row, names),
          act: may('leads.claim') ? <ClaimButton id={row.id} name={String(row.company)} open /> : undefined,
        })}
        empty={{ icon: Waves, title: w('poolEmptyTitle'), children: w('poolEmptyHint') }}
        limit={may('leads.claim') ? <Holding /> : undefined}
        panel={(id, place) => <LeadPanel id={id} place={place} />}
        bulk={verbs}
      />
      {asked ? (
        <Asked
          ids={asked.chosen.ids}
          onClose={() => setAsked(null)}
          onDone={() => {
            asked.done();
            setAsked(null);
          }}
        />
      ) : null}
    </>
  );
}
