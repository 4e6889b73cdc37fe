import { useRead } from '#kernel/web/use-operation.ts';
import { TimeText } from '#ui/date-text.tsx';
import { Section } from '#ui/panel-section.tsx';
import { Chain, type ChainStep } from '#ui/steps.tsx';
import { listApprovalsOf } from '../../contract.ts';
import { words } from './approval-words.ts';

interface ApprovalProgressProps {
  readonly object: string;
  readonly recordId: string;
}

const states = { pending: 'now', approved: 'done', rejected: 'refused', withdrawn: 'waiting' } as const;

/** How a record was decided on, newest question first: for the panel of whatever is approved. */
export function ApprovalProgress({ object, recordId }: ApprovalProgressProps) {
  const w = words.use();
  const { data } = useRead(listApprovalsOf, { object, subjectId: recordId }, { keep: true });
  if (!data || data.items.length === 0) return null;
  const steps = data.items.flatMap((one): ChainStep[] => [
    {
      key: one.id,
      who: one.approverName,
      role: one.mine && one.status === 'pending' ? w('you') : undefined,
      state: states[one.status],
      verdict: one.status === 'pending' ? w('inProgress') : w(one.status),
      time: one.decidedAt ? <TimeText at={one.decidedAt} as="timeline" /> : undefined,
      comment: one.comment ?? undefined,
    },
    {
      key: `${one.id}-asked`,
      who: one.requesterName,
      state: 'done',
      verdict: w('requested'),
      time: <TimeText at={one.requestedAt} as="timeline" />,
    },
  ]);
  return (
    <Section title={w('progress')} note={w('oneStep')}>
      <Chain steps={steps} />
    </Section>
  );
}
