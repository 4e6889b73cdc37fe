import { Button } from 'antd';
import { Lock, LockOpen } from 'lucide-react';
import { useState } from 'react';
import type { Output } from '#kernel/contract.ts';
import type { PanelProps } from '#kernel/web/slice.ts';
import { isProblem, useAct, useRead } from '#kernel/web/use-operation.ts';
import { unprotectLead } from '#leads/contract/protection.ts';
import { Notice } from '#ui/notice.tsx';
import { Section } from '#ui/panel-section.tsx';
import { useToasts } from '#ui/toast.tsx';
import { getLeadClock } from '../../contract.ts';
import { useClockSentence } from './clock-sentence.ts';
import { DueText } from './due-text.tsx';
import { ProtectDialog } from './protect-dialog.tsx';
import { words } from './recycling-words.ts';
import { useDay } from './use-day.ts';

type LeadClockAnswer = Output<typeof getLeadClock>;

/** On a lead: when it goes back and why, what keeps it, and the protection with who gave it and until when. */
export function LeadClock({ recordId, record }: PanelProps) {
  const w = words.use();
  const held = typeof record.ownerId === 'string';
  const { data } = useRead(getLeadClock, { id: recordId }, { keep: true, enabled: held });
  if (!held || !data || (!data.clock && !data.protection && !data.mayProtect)) return null;
  return (
    <Section
      title={w('clock')}
      note={data.clock ? <DueText clock={data.clock} /> : data.enabled ? w('noClock') : w('clockOff')}
      aside={<ProtectVerbs id={recordId} answer={data} />}
    >
      <Why answer={data} />
    </Section>
  );
}

function Why({ answer }: { readonly answer: LeadClockAnswer }) {
  const w = words.use();
  const sentence = useClockSentence();
  const day = useDay();
  const { clock, protection } = answer;
  return (
    <>
      {protection?.active ? (
        <Notice tone="neutral" icon={Lock}>
          {w('protectedBy', { name: protection.byName ?? '', until: day(protection.until) })}
        </Notice>
      ) : clock?.exemptBy ? (
        <Notice tone="neutral">{w('stays', { reason: w(`reason_${clock.exemptBy}`) })}</Notice>
      ) : null}
      {clock ? (
        <p className="yd-text2">
          {w('whyRule', { name: clock.ruleName })}：{sentence(clock)}
        </p>
      ) : null}
    </>
  );
}

function ProtectVerbs({ id, answer }: { readonly id: string; readonly answer: LeadClockAnswer }) {
  const w = words.use();
  const toasts = useToasts();
  const unprotect = useAct(unprotectLead);
  const [asking, setAsking] = useState(false);
  const { limits, protection, mayProtect } = answer;
  if (!mayProtect) return null;
  const active = protection?.active ?? false;
  const end = async () => {
    if (!isProblem(await unprotect({ id }))) toasts.show({ text: w('unprotectedDone') });
  };
  return (
    <>
      {active ? (
        <Button size="small" type="text" icon={<LockOpen size={14} />} onClick={() => void end()}>
          {w('unprotect')}
        </Button>
      ) : null}
      <Button size="small" type="text" icon={<Lock size={14} />} onClick={() => setAsking(true)}>
        {active ? w('protectAgain') : w('protect')}
      </Button>
      {asking ? (
        <ProtectDialog
          id={id}
          held={limits.held}
          cap={limits.atMost}
          days={limits.daysAtMost}
          left={Math.max(0, limits.renewalsAtMost - (protection?.renewals ?? -1))}
          onClose={() => setAsking(false)}
        />
      ) : null}
    </>
  );
}
