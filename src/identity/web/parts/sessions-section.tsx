import { Button } from 'antd';
import type { Output } from '#kernel/contract.ts';
import { isProblem, useAct, useRead } from '#kernel/web/use-operation.ts';
import { TimeText } from '#ui/date-text.tsx';
import { Section } from '#ui/panel-section.tsx';
import { PlainTable } from '#ui/plain-table.tsx';
import { SkeletonLines } from '#ui/skeleton.tsx';
import { Tag } from '#ui/tag.tsx';
import { useToasts } from '#ui/toast.tsx';
import { endSession, listSessions } from '../../contract/account.ts';
import { deviceName } from './device-name.ts';
import { words } from './identity-words.ts';

type Row = Output<typeof listSessions>['items'][number];

/** Where I am signed in; any other device can be signed out from here. */
export function SessionsSection() {
  const w = words.use();
  const toasts = useToasts();
  const { data } = useRead(listSessions, {});
  const end = useAct(endSession);
  async function kick(id: string) {
    if (!isProblem(await end({ id }))) toasts.show({ text: w('kicked') });
  }
  return (
    <Section title={w('sessions')} note={data?.items.length}>
      {data ? (
        <PlainTable<Row>
          flush
          label={w('sessions')}
          rows={data.items}
          rowKey={(row) => row.id}
          columns={[
            {
              key: 'device',
              label: w('device'),
              render: (row) => (
                <>
                  {deviceName(row.agent)} {row.current ? <Tag>{w('thisDevice')}</Tag> : null}
                </>
              ),
            },
            { key: 'ip', label: w('address'), render: (row) => row.ip },
            { key: 'seenAt', label: w('lastSeen'), render: (row) => <TimeText at={row.seenAt} /> },
            {
              key: 'end',
              label: '',
              right: true,
              render: (row) =>
                row.current ? null : (
                  <Button size="small" onClick={() => void kick(row.id)}>
                    {w('kick')}
                  </Button>
                ),
            },
          ]}
        />
      ) : (
        <SkeletonLines rows={3} />
      )}
    </Section>
  );
}
