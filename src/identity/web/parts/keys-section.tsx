import { Button } from 'antd';
import { useState } from 'react';
import type { Output } from '#kernel/contract.ts';
import { useMay } from '#kernel/web/session.ts';
import { isProblem, useAct, useRead } from '#kernel/web/use-operation.ts';
import { TimeText } from '#ui/date-text.tsx';
import { Section } from '#ui/panel-section.tsx';
import { PlainTable } from '#ui/plain-table.tsx';
import { SkeletonLines } from '#ui/skeleton.tsx';
import { useToasts } from '#ui/toast.tsx';
import { listKeys, revokeKey } from '../../contract/account.ts';
import { CreateKeyDialog } from './create-key-dialog.tsx';
import { words } from './identity-words.ts';

type Row = Output<typeof listKeys>['items'][number];

/** My keys for programs: only their beginning is known afterwards. */
export function KeysSection() {
  const w = words.use();
  const may = useMay();
  const toasts = useToasts();
  const { data } = useRead(listKeys, {});
  const revoke = useAct(revokeKey);
  const [creating, setCreating] = useState(false);
  async function end(id: string) {
    if (!isProblem(await revoke({ id }))) toasts.show({ text: w('revoked') });
  }
  if (!may('api_keys.use')) return null;
  return (
    <Section title={w('keys')} aside={<Button onClick={() => setCreating(true)}>{w('createKey')}</Button>}>
      <p className="yd-text2">{w('keysHint')}</p>
      {!data ? <SkeletonLines rows={2} /> : null}
      {data && data.items.length > 0 ? (
        <PlainTable<Row>
          flush
          label={w('keys')}
          rows={data.items}
          rowKey={(row) => row.id}
          columns={[
            { key: 'name', label: w('keyName'), render: (row) => row.name },
            { key: 'prefix', label: w('keyPrefix'), render: (row) => <code>{row.prefix}…</code> },
            {
              key: 'scopes',
              label: w('keyScopes'),
              render: (row) => (row.scopes.length > 0 ? row.scopes.length : w('keyAll')),
            },
            {
              key: 'used',
              label: w('keyUsed'),
              render: (row) => (row.usedAt ? <TimeText at={row.usedAt} /> : w('never')),
            },
            {
              key: 'expires',
              label: w('keyExpires'),
              render: (row) => (row.expiresAt ? <TimeText at={row.expiresAt} as="exact" /> : w('keyNever')),
            },
            {
              key: 'revoke',
              label: '',
              right: true,
              render: (row) => (
                <Button size="small" onClick={() => void end(row.id)}>
                  {w('revoke')}
                </Button>
              ),
            },
          ]}
        />
      ) : null}
      {creating ? <CreateKeyDialog onClose={() => setCreating(false)} /> : null}
    </Section>
  );
}
