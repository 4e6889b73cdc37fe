import { Button, Dropdown } from 'antd';
import { Ellipsis, Plus } from 'lucide-react';
import { useState } from 'react';
import { isProblem, useAct, useRead } from '#kernel/web/use-operation.ts';
import { ErrorState } from '#ui/error-state.tsx';
import { Page } from '#ui/page.tsx';
import { PlainTable } from '#ui/plain-table.tsx';
import { SkeletonLines } from '#ui/skeleton.tsx';
import { Tag } from '#ui/tag.tsx';
import { useToasts } from '#ui/toast.tsx';
import { deletePool, poolSettings, updatePool } from '../../contract/pools.ts';
import { words } from '../parts/lead-words.ts';
import { PoolDialog, type PoolRow } from '../parts/pool-dialog.tsx';

/** 设置 › 公海: every pool, who is in it and by which rules its leads are taken. */
export function Screen() {
  const w = words.use();
  const { data, error, refetch } = useRead(poolSettings, {});
  const [editing, setEditing] = useState<PoolRow | 'new' | null>(null);
  return (
    <Page
      title={w('poolsTitle')}
      actions={
        <Button type="primary" icon={<Plus size={14} />} onClick={() => setEditing('new')}>
          {w('createPool')}
        </Button>
      }
    >
      {error ? (
        <ErrorState what={w('poolsTitle')} requestId={error.requestId} onRetry={() => void refetch()}>
          {error.message}
        </ErrorState>
      ) : data ? (
        <Pools pools={data.items} onOpen={setEditing} />
      ) : (
        <SkeletonLines rows={6} />
      )}
      {editing && data ? (
        <PoolDialog
          pool={editing === 'new' ? null : editing}
          choices={data.choices}
          onClose={() => setEditing(null)}
        />
      ) : null}
    </Page>
  );
}

function Pools({
  pools,
  onOpen,
}: {
  readonly pools: readonly PoolRow[];
  readonly onOpen: (pool: PoolRow) => void;
}) {
  const w = words.use();
  return (
    <PlainTable<PoolRow>
      label={w('poolsTitle')}
      rows={pools}
      rowKey={(row) => row.id}
      onOpen={onOpen}
      columns={[
        {
          key: 'name',
          label: w('poolName'),
          render: (row) => (
            <>
              {row.name} {row.isDefault ? <Tag>{w('defaultPool')}</Tag> : null}
              {row.active ? null : <Tag>{w('stopped')}</Tag>}
            </>
          ),
        },
        {
          key: 'mode',
          label: w('poolMode'),
          render: (row) => w(row.mode === 'claim' ? 'modeClaim' : 'modeAssign'),
        },
        {
          key: 'members',
          label: w('members'),
          render: (row) =>
            row.openToAll ? w('openToAll') : row.members.map(({ name }) => name).join('、') || '—',
        },
        { key: 'quota', label: w('dailyQuota'), right: true, render: (row) => row.dailyQuota },
        {
          key: 'cooldown',
          label: w('cooldown'),
          right: true,
          render: ({ cooldown }) =>
            `${cooldown.amount} ${w(cooldown.unit === 'days' ? 'unitDays' : 'unitHours')}`,
        },
        { key: 'waiting', label: w('waiting'), right: true, render: (row) => row.waiting },
        { key: 'more', label: '', right: true, render: (row) => <PoolVerbs pool={row} /> },
      ]}
    />
  );
}

/** Stop, remove, make default; a pool that still holds leads says so instead. */
function PoolVerbs({ pool }: { readonly pool: PoolRow }) {
  const w = words.use();
  const toasts = useToasts();
  const update = useAct(updatePool);
  const remove = useAct(deletePool);
  if (pool.isDefault) return null;
  const { id, version, active } = pool;
  const done = (text: string) => (answer: unknown) => {
    if (!isProblem(answer)) toasts.show({ text });
  };
  const change = (what: { active: boolean } | { isDefault: true }) =>
    void update({ id, version, ...what }).then(done(w('poolSaved')));
  const items = [
    {
      key: 'active',
      label: w(active ? 'stopPool' : 'startPool'),
      onClick: () => change({ active: !active }),
    },
    { key: 'default', label: w('makeDefault'), onClick: () => change({ isDefault: true }) },
    {
      key: 'remove',
      label: w('removePool'),
      danger: true,
      onClick: () => void remove({ id }).then(done(w('poolRemoved'))),
    },
  ];
  return (
    <Dropdown menu={{ items }} trigger={['click']}>
      <Button type="text" icon={<Ellipsis size={14} />} aria-label={`${w('more')} ${pool.name}`} />
    </Dropdown>
  );
}
