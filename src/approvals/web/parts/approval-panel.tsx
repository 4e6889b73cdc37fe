import { useNavigate } from '@tanstack/react-router';
import { Button, Input } from 'antd';
import { useState } from 'react';
import type { Output } from '#kernel/contract.ts';
import type { PanelPlace } from '#kernel/web/list-screen-props.ts';
import { localePreference } from '#kernel/web/preferences.ts';
import { objectLink } from '#kernel/web/slice.ts';
import { isProblem, useAct, useRead } from '#kernel/web/use-operation.ts';
import { BigAmount } from '#ui/big-amount.tsx';
import { TimeText } from '#ui/date-text.tsx';
import { ErrorState } from '#ui/error-state.tsx';
import { Notice, RefusalStrip } from '#ui/notice.tsx';
import { Section } from '#ui/panel-section.tsx';
import { RecordHead } from '#ui/record-head.tsx';
import { RecordPanel } from '#ui/record-panel.tsx';
import { SkeletonLines } from '#ui/skeleton.tsx';
import { Tag } from '#ui/tag.tsx';
import { useToasts } from '#ui/toast.tsx';
import { UiLink } from '#ui/ui-link.tsx';
import { approve, getApproval, reject, withdrawApproval } from '../../contract.ts';
import { approvalStatusChoices } from '../../fields.ts';
import { ApprovalFacts } from './approval-facts.tsx';
import { ApprovalProgress } from './approval-progress.tsx';
import { words } from './approval-words.ts';

type Answer = Output<typeof getApproval>;

interface ApprovalPanelProps {
  readonly id: string;
  readonly place: PanelPlace;
}

/** One question: the amount, why it came, five facts, who said what; 驳回 and 同意 stay at the thumb. */
export function ApprovalPanel({ id, place }: ApprovalPanelProps) {
  const w = words.use();
  const { data, error, refetch } = useRead(getApproval, { id }, { keep: true });
  const [comment, setComment] = useState('');
  const [refused, setRefused] = useState('');
  return (
    <RecordPanel
      {...place}
      title={w('title')}
      label={String(data?.approval.title ?? w('title'))}
      footer={
        data ? (
          <Verdicts
            answer={data}
            comment={comment}
            onRefused={setRefused}
            onDone={() => {
              setComment('');
              setRefused('');
              (place.onNext ?? place.onClose)();
            }}
          />
        ) : undefined
      }
    >
      {error ? (
        <ErrorState what={w('title')} requestId={error.requestId} onRetry={() => void refetch()}>
          {error.message}
        </ErrorState>
      ) : !data ? (
        <SkeletonLines rows={8} />
      ) : (
        <>
          <Head answer={data} />
          <div className="yd-panel-pad">
            <Section title={data.may.decide ? w('why') : w('whyOthers')}>
              <ApprovalFacts facts={data.facts} currency={String(data.approval.currency ?? 'CNY')} />
            </Section>
            <ApprovalProgress object={data.subject.object} recordId={data.subject.id} />
            {data.may.decide ? (
              <Section title={w('comment')}>
                {refused ? <RefusalStrip title={refused} /> : null}
                <Input.TextArea
                  autoSize={{ minRows: 2, maxRows: 8 }}
                  maxLength={1000}
                  value={comment}
                  status={refused ? 'error' : undefined}
                  aria-label={w('comment')}
                  placeholder={w('commentHint')}
                  onChange={(event) => setComment(event.target.value)}
                />
              </Section>
            ) : null}
          </div>
        </>
      )}
    </RecordPanel>
  );
}

function Head({ answer }: { readonly answer: Answer }) {
  const w = words.use();
  const locale = localePreference.use();
  const { approval, names, subject, reasons, may } = answer;
  const status = approvalStatusChoices.find((choice) => choice.key === approval.status);
  const link = objectLink(subject.object)?.path(subject.id);
  const who = names[String(approval.requesterId)] ?? '';
  const tone = status && 'tone' in status && status.tone !== 'accent' ? status.tone : 'neutral';
  return (
    <RecordHead
      name={String(approval.title)}
      flags={
        may.decide ? <Tag tone="warn">{w('yours')}</Tag> : <Tag tone={tone}>{status?.label[locale]}</Tag>
      }
      line={
        <>
          {approval.amount ? (
            <BigAmount amount={String(approval.amount)} currency={String(approval.currency ?? 'CNY')} />
          ) : null}
          {w('asked', { who })} <TimeText at={String(approval.requestedAt)} as="timeline" />
          {approval.reference ? `, ${String(approval.reference)}` : ''}{' '}
          {link ? <UiLink href={link}>{w('open')}</UiLink> : null}
        </>
      }
      notice={
        <Notice tone="warn">
          {reasons.map((reason) => (
            <div key={reason.en}>{reason[locale]}</div>
          ))}
        </Notice>
      }
    />
  );
}

interface VerdictsProps {
  readonly answer: Answer;
  readonly comment: string;
  readonly onRefused: (sentence: string) => void;
  readonly onDone: () => void;
}

function Verdicts({ answer, comment, onRefused, onDone }: VerdictsProps) {
  const w = words.use();
  const toasts = useToasts();
  const navigate = useNavigate();
  const doApprove = useAct(approve, { quiet: true });
  const doReject = useAct(reject, { quiet: true });
  const doWithdraw = useAct(withdrawApproval);
  const [working, setWorking] = useState('');
  const { approval, may, subject } = answer;
  const id = String(approval.id);
  const title = String(approval.title);

  async function decide(what: 'approve' | 'reject') {
    setWorking(what);
    const act = what === 'approve' ? doApprove : doReject;
    const done = await act({ id, ...(comment.trim() ? { comment } : {}) });
    setWorking('');
    if (isProblem(done)) return onRefused(done.message);
    toasts.show({ text: w(what === 'approve' ? 'approvedToast' : 'rejectedToast', { title }) });
    onDone();
  }
  async function takeBack() {
    if (isProblem(await doWithdraw({ id }))) return;
    toasts.show({ text: w('withdrawnToast') });
    const path = objectLink(subject.object)?.path(subject.id);
    if (path) void navigate({ to: path });
  }
  if (may.withdraw) return <Button onClick={() => void takeBack()}>{w('withdraw')}</Button>;
  if (!may.decide) return null;
  return (
    <>
      <Button danger size="large" loading={working === 'reject'} onClick={() => void decide('reject')}>
        {w('reject')}
      </Button>
      <Button
        type="primary"
        size="large"
        loading={working === 'approve'}
        onClick={() => void decide('approve')}
      >
        {w('approve')}
      </Button>
    </>
  );
}
