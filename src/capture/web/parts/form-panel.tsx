import { useNavigate } from '@tanstack/react-router';
import { Button } from 'antd';
import type { Output } from '#kernel/contract.ts';
import type { PanelPlace } from '#kernel/web/list-screen-props.ts';
import { useMay } from '#kernel/web/session.ts';
import { useAct, useRead } from '#kernel/web/use-operation.ts';
import { Code } from '#ui/builder.tsx';
import { ErrorState } from '#ui/error-state.tsx';
import { FigureStrip } from '#ui/figure-strip.tsx';
import { Section } from '#ui/panel-section.tsx';
import { QrPicture } from '#ui/qr-picture.tsx';
import { RecordHead } from '#ui/record-head.tsx';
import { RecordPanel } from '#ui/record-panel.tsx';
import { SkeletonLines } from '#ui/skeleton.tsx';
import { useToasts } from '#ui/toast.tsx';
import { WizardLine } from '#ui/wizard-parts.tsx';
import { describeCapture, getForm, updateForm } from '../../contract/forms.ts';
import { words } from './capture-words.ts';
import { RemoveButton } from './remove-button.tsx';

type Form = Output<typeof getForm>;

/** A form beside the list: what it brought, its link, code and QR picture. */
export function FormPanel({ id, place }: { readonly id: string; readonly place: PanelPlace }) {
  const w = words.use();
  const { data, error, refetch } = useRead(getForm, { id }, { keep: true });
  const { data: ground } = useRead(describeCapture, {});
  return (
    <RecordPanel {...place} pageHref={`/forms/${id}`} label={data?.name ?? w('forms')}>
      {error ? (
        <ErrorState what={w('forms')} requestId={error.requestId} onRetry={() => void refetch()}>
          {error.message}
        </ErrorState>
      ) : data && ground ? (
        <>
          <Head form={data} onGone={place.onClose} />
          <div className="yd-panel-pad">
            <Ways form={data} home={ground.publicUrl} />
          </div>
        </>
      ) : (
        <SkeletonLines rows={8} />
      )}
    </RecordPanel>
  );
}

function Head({ form, onGone }: { readonly form: Form; readonly onGone: () => void }) {
  const w = words.use();
  const may = useMay();
  const navigate = useNavigate();
  const update = useAct(updateForm);
  const open = form.status === 'open';
  const rate = form.opened > 0 ? `${Math.round((form.submitted / form.opened) * 100)}%` : '–';
  const turn = () => void update({ id: form.id, version: form.version, status: open ? 'closed' : 'open' });
  return (
    <>
      <RecordHead
        name={form.name}
        line={form.campaign ?? ''}
        actions={
          may('capture.manage') ? (
            <>
              <Button type="primary" onClick={() => void navigate({ to: `/forms/${form.id}` as never })}>
                {w('edit')}
              </Button>
              <Button onClick={turn}>{open ? w('close') : w('reopen')}</Button>
              <RemoveButton kind="form" id={form.id} name={form.name} onGone={onGone} />
            </>
          ) : null
        }
      />
      <FigureStrip
        figures={[
          { key: 'opened', label: w('opened'), figure: form.opened },
          { key: 'submitted', label: w('submitted'), figure: form.submitted },
          { key: 'rate', label: w('rate'), figure: rate },
        ]}
      />
    </>
  );
}

/** The ways a form reaches people: its address, a picture of it, and code for other pages. */
function Ways({ form, home }: { readonly form: Form; readonly home: string }) {
  const w = words.use();
  const link = `${home}/f/${form.address}`;
  const code = `<script src="${home}/f/embed.js" data-form="${form.address}" async></script>`;
  return (
    <>
      <Section title={w('link')} aside={<Copy text={link} />}>
        <Code>{link}</Code>
        <a href={link} target="_blank" rel="noreferrer">
          {w('openPage')}
        </a>
      </Section>
      <Section title={w('qr')}>
        <QrPicture value={link} />
      </Section>
      <Section title={w('embed')} aside={<Copy text={code} />}>
        <Code>{code}</Code>
      </Section>
    </>
  );
}

export function Copy({ text }: { readonly text: string }) {
  const w = words.use();
  const toasts = useToasts();
  return (
    <WizardLine>
      <Button
        size="small"
        onClick={() =>
          void navigator.clipboard.writeText(text).then(() => toasts.show({ text: w('copied') }))
        }
      >
        {w('copy')}
      </Button>
    </WizardLine>
  );
}
