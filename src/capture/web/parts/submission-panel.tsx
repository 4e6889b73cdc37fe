import { useNavigate } from '@tanstack/react-router';
import { Button } from 'antd';
import { useState } from 'react';
import type { Output } from '#kernel/contract.ts';
import type { PanelPlace } from '#kernel/web/list-screen-props.ts';
import { localePreference } from '#kernel/web/preferences.ts';
import { useMay } from '#kernel/web/session.ts';
import { isProblem, useAct, useRead } from '#kernel/web/use-operation.ts';
import { Code } from '#ui/builder.tsx';
import { TimeText } from '#ui/date-text.tsx';
import { ErrorState } from '#ui/error-state.tsx';
import type { FieldValue } from '#ui/field-spec.ts';
import { FormField } from '#ui/form-field.tsx';
import { RefusalStrip } from '#ui/notice.tsx';
import { Section } from '#ui/panel-section.tsx';
import { RecordHead } from '#ui/record-head.tsx';
import { RecordPanel } from '#ui/record-panel.tsx';
import { SkeletonLines } from '#ui/skeleton.tsx';
import { useToasts } from '#ui/toast.tsx';
import { describeCapture } from '../../contract/forms.ts';
import { dismissSubmission, getSubmission, replaySubmission } from '../../contract/submissions.ts';
import { reasonChoices } from '../../fields.ts';
import { words } from './capture-words.ts';

type Submission = Output<typeof getSubmission>;

/** Something that came in: why it waits, its values to correct, and the two ways out. */
export function SubmissionPanel({ id, place }: { readonly id: string; readonly place: PanelPlace }) {
  const w = words.use();
  const { data, error, refetch } = useRead(getSubmission, { id }, { keep: true });
  const [changed, setChanged] = useState<Readonly<Record<string, FieldValue>>>({});
  const [refused, setRefused] = useState('');
  const values = { ...data?.values, ...changed };
  const open = data?.state === 'rejected' || data?.state === 'dismissed';
  const may = useMay();
  return (
    <RecordPanel
      {...place}
      title={w('inbox')}
      label={w('inbox')}
      footer={
        data && open && may('capture.manage') ? (
          <Ways one={data} values={values} onRefused={setRefused} onDone={place.onNext ?? place.onClose} />
        ) : undefined
      }
    >
      {error ? (
        <ErrorState what={w('inbox')} requestId={error.requestId} onRetry={() => void refetch()}>
          {error.message}
        </ErrorState>
      ) : data ? (
        <Sheet
          one={data}
          values={values}
          open={open}
          refused={refused}
          onChange={(key, value) => setChanged({ ...changed, [key]: value })}
        />
      ) : (
        <SkeletonLines rows={8} />
      )}
    </RecordPanel>
  );
}

interface SheetProps {
  readonly one: Submission;
  readonly values: Readonly<Record<string, unknown>>;
  readonly open: boolean;
  readonly refused: string;
  readonly onChange: (key: string, value: FieldValue) => void;
}

function Sheet({ one, values, open, refused, onChange }: SheetProps) {
  const w = words.use();
  const locale = localePreference.use();
  const navigate = useNavigate();
  const { data: ground } = useRead(describeCapture, {});
  const reason = reasonChoices.find(({ key }) => key === one.reason);
  const label = (key: string) => ground?.fields.find((field) => field.key === key)?.label[locale] ?? key;
  const keys = [...new Set(['contactName', 'phone', 'company', 'email', ...Object.keys(one.values)])];
  const { leadId } = one;
  return (
    <>
      <RecordHead
        name={reason?.label[locale] ?? w('accepted')}
        line={<TimeText at={one.receivedAt} as="timeline" />}
        actions={
          leadId ? (
            <Button onClick={() => void navigate({ to: `/leads/${leadId}` as never })}>
              {w('openLead')}
            </Button>
          ) : null
        }
      />
      <div className="yd-panel-pad">
        {refused ? <RefusalStrip title={refused} /> : null}
        <Section title={w('values')}>
          {keys.map((key) => (
            <FormField
              key={key}
              field={{ key, kind: key === 'note' ? 'longText' : 'text', label: label(key), readOnly: !open }}
              value={shownOf(values[key])}
              problem={
                open && one.problems.some(({ field }) => field === key)
                  ? (reason?.label[locale] ?? '')
                  : undefined
              }
              onChange={(value) => onChange(key, value)}
            />
          ))}
        </Section>
        <Section title={w('raw')}>
          <Code>{JSON.stringify(one.raw, null, 2)}</Code>
        </Section>
      </div>
    </>
  );
}

function shownOf(value: unknown): string {
  if (value === null || value === undefined) return '';
  return typeof value === 'object' ? JSON.stringify(value) : String(value);
}

interface WaysProps {
  readonly one: Submission;
  readonly values: Readonly<Record<string, unknown>>;
  readonly onRefused: (text: string) => void;
  readonly onDone: () => void;
}

function Ways({ one, values, onRefused, onDone }: WaysProps) {
  const w = words.use();
  const toasts = useToasts();
  const replay = useAct(replaySubmission, { quiet: true });
  const dismiss = useAct(dismissSubmission);
  async function takeIn() {
    const filled = Object.fromEntries(
      Object.entries(values).filter(([, value]) => value !== '' && value !== null),
    );
    const answer = await replay({ id: one.id, values: filled });
    if (isProblem(answer)) return onRefused(answer.errors[0]?.message ?? answer.message);
    toasts.show({ text: answer.outcome === 'created' ? w('replayed') : w('replayedTouch') });
    onDone();
  }
  async function putAway() {
    const answer = await dismiss({ id: one.id });
    if (isProblem(answer)) return;
    toasts.show({ text: w('dismissedToast') });
    onDone();
  }
  return (
    <>
      {one.state === 'rejected' ? <Button onClick={() => void putAway()}>{w('dismiss')}</Button> : null}
      <Button type="primary" onClick={() => void takeIn()}>
        {w('replay')}
      </Button>
    </>
  );
}
