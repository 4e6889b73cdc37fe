import { Button } from 'antd';
import { useState } from 'react';
import type { Output } from '#kernel/contract.ts';
import type { PanelPlace } from '#kernel/web/list-screen-props.ts';
import { useMay } from '#kernel/web/session.ts';
import { isProblem, useAct, useRead } from '#kernel/web/use-operation.ts';
import { Code } from '#ui/builder.tsx';
import { Dialog } from '#ui/dialog.tsx';
import { ErrorState } from '#ui/error-state.tsx';
import { FactList } from '#ui/fact-list.tsx';
import { Notice } from '#ui/notice.tsx';
import { Section } from '#ui/panel-section.tsx';
import { RecordHead } from '#ui/record-head.tsx';
import { RecordPanel } from '#ui/record-panel.tsx';
import { SkeletonLines } from '#ui/skeleton.tsx';
import { describeCapture } from '../../contract/forms.ts';
import { getSource, rotateSecret, updateSource } from '../../contract/sources.ts';
import { words } from './capture-words.ts';
import { Copy } from './form-panel.tsx';
import { MappingEditor } from './mapping-editor.tsx';
import { RemoveButton } from './remove-button.tsx';
import { SecretOnce } from './secret-once.tsx';

type Source = Output<typeof getSource>;

/** A source beside the list: where it is reached, how its payload becomes a lead, its key. */
export function SourcePanel({ id, place }: { readonly id: string; readonly place: PanelPlace }) {
  const w = words.use();
  const { data, error, refetch } = useRead(getSource, { id }, { keep: true });
  return (
    <RecordPanel {...place} label={data?.name ?? w('sources')}>
      {error ? (
        <ErrorState what={w('sources')} requestId={error.requestId} onRetry={() => void refetch()}>
          {error.message}
        </ErrorState>
      ) : data ? (
        <>
          <Head source={data} onGone={place.onClose} />
          <div className="yd-panel-pad">
            {data.failure ? <Notice tone="bad">{w('unreachable')}</Notice> : null}
            {data.address ? <Hook address={data.address} /> : <Box source={data} />}
            {data.kind === 'webhook' ? <MappingEditor key={data.version} source={data} /> : null}
          </div>
        </>
      ) : (
        <SkeletonLines rows={8} />
      )}
    </RecordPanel>
  );
}

function Head({ source, onGone }: { readonly source: Source; readonly onGone: () => void }) {
  const w = words.use();
  const may = useMay();
  const update = useAct(updateSource);
  const rotate = useAct(rotateSecret);
  const [secret, setSecret] = useState('');
  const open = source.status === 'open';
  async function change() {
    const answer = await rotate({ id: source.id });
    if (!isProblem(answer)) setSecret(answer.secret);
  }
  return (
    <>
      <RecordHead
        name={source.name}
        line={source.kind === 'webhook' ? w('webhook') : w('mail')}
        actions={
          may('capture.manage') ? (
            <>
              <Button
                onClick={() =>
                  void update({ id: source.id, version: source.version, status: open ? 'closed' : 'open' })
                }
              >
                {open ? w('close') : w('reopen')}
              </Button>
              {source.kind === 'webhook' ? (
                <Button title={w('rotateHint')} onClick={() => void change()}>
                  {w('rotate')}
                </Button>
              ) : null}
              <RemoveButton kind="source" id={source.id} name={source.name} onGone={onGone} />
            </>
          ) : null
        }
      />
      <Dialog open={secret !== ''} size="form" padded title={w('secret')} onClose={() => setSecret('')}>
        <SecretOnce address={source.address ?? ''} secret={secret} />
      </Dialog>
    </>
  );
}

function Hook({ address }: { readonly address: string }) {
  const w = words.use();
  const { data } = useRead(describeCapture, {});
  const url = `${data?.publicUrl ?? ''}/hooks/${address}`;
  return (
    <Section title={w('address')} note={w('signHow')} aside={<Copy text={url} />}>
      <Code>{url}</Code>
      <Code>
        {'webhook-id · webhook-timestamp · webhook-signature: v1,base64(HMAC-SHA256(key, id.timestamp.body))'}
      </Code>
    </Section>
  );
}

function Box({ source }: { readonly source: Source }) {
  const w = words.use();
  const { mail } = source;
  if (!mail) return null;
  return (
    <Section title={w('mail')}>
      <FactList
        facts={[
          { key: 'host', label: w('host'), value: `${mail.host}:${mail.port}` },
          { key: 'user', label: w('user'), value: mail.user },
          { key: 'folder', label: w('folder'), value: mail.folder },
        ]}
      />
    </Section>
  );
}
