import { Button, Input } from 'antd';
import { useState } from 'react';
import type { Output } from '#kernel/contract.ts';
import type { PanelPlace } from '#kernel/web/list-screen-props.ts';
import { RecordFacts } from '#kernel/web/record-facts.tsx';
import { objectLink } from '#kernel/web/slice.ts';
import { isProblem, useAct, useRead } from '#kernel/web/use-operation.ts';
import { useLabel } from '#kernel/web/words.tsx';
import { ErrorState } from '#ui/error-state.tsx';
import { RefusalStrip } from '#ui/notice.tsx';
import { Section } from '#ui/panel-section.tsx';
import { RecordHead } from '#ui/record-head.tsx';
import { RecordPanel } from '#ui/record-panel.tsx';
import { SkeletonLines } from '#ui/skeleton.tsx';
import { Tag } from '#ui/tag.tsx';
import { useToasts } from '#ui/toast.tsx';
import { UiLink } from '#ui/ui-link.tsx';
import { approveTakeover, getTakeover, rejectTakeover, withdrawTakeover } from '../../contract.ts';
import { takeoverObject, takeoverStatusChoices } from '../../fields.ts';
import { words } from './duplicate-words.ts';

type Answer = Output<typeof getTakeover>;

const facts = ['requesterId', 'reason', 'ownerId', 'managerId', 'dueOn', 'decidedBy', 'decidedAt', 'note'];

interface TakeoverPanelProps {
  readonly id: string;
  readonly place: PanelPlace;
}

/** One request: who wants which lead and why; 拒绝 and 同意 stay at the thumb. */
export function TakeoverPanel({ id, place }: TakeoverPanelProps) {
  const w = words.use();
  const label = useLabel();
  const { data, error, refetch } = useRead(getTakeover, { id }, { keep: true });
  const [note, setNote] = useState('');
  const [refused, setRefused] = useState('');
  const status = takeoverStatusChoices.find((one) => one.key === data?.takeover.status);
  const leadPath = data?.may.open ? objectLink('leads')?.path(data.leadId) : undefined;
  return (
    <RecordPanel
      {...place}
      title={w('takeovers')}
      label={String(data?.takeover.title ?? w('takeovers'))}
      footer={
        data ? (
          <Verdicts answer={data} note={note} onRefused={setRefused} onDone={place.onNext ?? place.onClose} />
        ) : undefined
      }
    >
      {error ? (
        <ErrorState what={w('takeovers')} requestId={error.requestId} onRetry={() => void refetch()}>
          {error.message}
        </ErrorState>
      ) : !data ? (
        <SkeletonLines rows={6} />
      ) : (
        <>
          <RecordHead
            name={String(data.takeover.title)}
            flags={status ? <Tag>{label(status.label)}</Tag> : undefined}
            line={
              <>
                {w('takeoverAsks', { who: data.names[String(data.takeover.requesterId)] ?? '' })}{' '}
                {leadPath ? <UiLink href={leadPath}>{w('openLead')}</UiLink> : null}
              </>
            }
          />
          <div className="yd-panel-pad">
            <RecordFacts definition={takeoverObject} row={data.takeover} names={data.names} keys={facts} />
            {data.may.decide ? (
              <Section title={w('takeoverNote')}>
                {refused ? <RefusalStrip title={refused} /> : null}
                <Input.TextArea
                  autoSize={{ minRows: 2, maxRows: 6 }}
                  maxLength={500}
                  value={note}
                  aria-label={w('takeoverNote')}
                  placeholder={w('takeoverNoteHint')}
                  onChange={(event) => setNote(event.target.value)}
                />
              </Section>
            ) : null}
          </div>
        </>
      )}
    </RecordPanel>
  );
}

interface VerdictsProps {
  readonly answer: Answer;
  readonly note: string;
  readonly onRefused: (sentence: string) => void;
  readonly onDone: () => void;
}

function Verdicts({ answer, note, onRefused, onDone }: VerdictsProps) {
  const w = words.use();
  const toasts = useToasts();
  const approve = useAct(approveTakeover, { quiet: true });
  const reject = useAct(rejectTakeover, { quiet: true });
  const withdraw = useAct(withdrawTakeover, { quiet: true });
  const [working, setWorking] = useState(false);
  const { takeover, names, may } = answer;
  const id = String(takeover.id);
  async function finish(act: Promise<unknown>, text: string) {
    setWorking(true);
    const done = await act;
    setWorking(false);
    if (isProblem(done)) return onRefused(done.errors[0]?.message ?? done.message);
    toasts.show({ text });
    onDone();
  }
  if (may.withdraw)
    return (
      <Button loading={working} onClick={() => void finish(withdraw({ id }), w('withdrawn'))}>
        {w('withdraw')}
      </Button>
    );
  if (!may.decide) return null;
  const said = note.trim();
  const who = names[String(takeover.requesterId)] ?? '';
  return (
    <>
      <Button
        danger
        size="large"
        disabled={working}
        onClick={() =>
          said.length < 2
            ? onRefused(w('takeoverNoteHint'))
            : void finish(reject({ id, note: said }), w('rejected'))
        }
      >
        {w('reject')}
      </Button>
      <Button
        type="primary"
        size="large"
        loading={working}
        onClick={() => void finish(approve({ id, ...(said ? { note: said } : {}) }), w('approved', { who }))}
      >
        {w('approve')}
      </Button>
    </>
  );
}
