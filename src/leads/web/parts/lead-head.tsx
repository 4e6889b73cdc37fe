import { useNavigate } from '@tanstack/react-router';
import { Button, Dropdown } from 'antd';
import { ArrowLeftRight, Ellipsis } from 'lucide-react';
import { useState } from 'react';
import { useWhy } from '#identity/web/public.tsx';
import { localePreference } from '#kernel/web/preferences.ts';
import { RecordFacts } from '#kernel/web/record-facts.tsx';
import { PhoneText } from '#ui/field-view.tsx';
import { RecordHead } from '#ui/record-head.tsx';
import { StatusDot } from '#ui/status-dot.tsx';
import { statusChoices } from '../../fields/choices.ts';
import { leadObject } from '../../fields.ts';
import { ClaimButton } from './claim-button.tsx';
import { type LeadAsking, LeadDialogs } from './lead-dialogs.tsx';
import { words } from './lead-words.ts';
import { useLeadVerbs } from './use-lead-verbs.ts';

interface LeadHeadProps {
  readonly id: string;
  readonly lead: Readonly<Record<string, unknown>>;
  readonly names: Readonly<Record<string, string>>;
  readonly can: {
    readonly edit: boolean;
    readonly claim: boolean;
    readonly release: boolean;
    readonly convert: boolean;
    readonly assign: boolean;
    readonly transfer: boolean;
    readonly bypass: boolean;
    readonly nurture: boolean;
    readonly undoConversion: boolean;
  };
  readonly onGone?: () => void;
}

const summary = [
  'channel',
  'region',
  'industry',
  'registeredCapital',
  'staffCount',
  'expectedAmount',
  'nextContactAt',
];

/** Top of a lead: name, class, who, one primary act, the facts that decide. */
export function LeadHead({ id, lead, names, can, onGone }: LeadHeadProps) {
  const w = words.use();
  const navigate = useNavigate();
  const why = useWhy(leadObject, id);
  const [asking, setAsking] = useState<LeadAsking>(null);
  const text = (key: string) => (typeof lead[key] === 'string' ? lead[key] : '');
  const ownerId = text('ownerId');
  const accountId = text('accountId');
  const more = [...useLeadVerbs({ id, lead, can, onAsk: setAsking }), why.item];
  return (
    <RecordHead
      name={text('company')}
      grade={text('class') || undefined}
      gradeSoft
      flags={<LeadStatus status={lead.status} />}
      owner={ownerId ? { id: ownerId, name: names[ownerId] ?? '' } : undefined}
      line={<Whom who={[text('contactName'), text('title')]} phone={text('phone')} />}
      actions={
        <>
          {can.claim ? <ClaimButton id={id} name={text('company')} primary /> : null}
          {can.convert ? (
            <Button type="primary" icon={<ArrowLeftRight size={14} />} onClick={() => setAsking('convert')}>
              {w('convert')}
            </Button>
          ) : null}
          {accountId ? (
            <Button onClick={() => void navigate({ to: `/accounts/${accountId}` })}>
              {w('openAccount')}
            </Button>
          ) : null}
        </>
      }
      more={
        <Dropdown menu={{ items: more }} trigger={['click']}>
          <Button icon={<Ellipsis size={14} />} aria-label={w('more')} />
        </Dropdown>
      }
    >
      <RecordFacts definition={leadObject} row={lead} names={names} keys={summary} />
      {why.dialog}
      <LeadDialogs id={id} lead={lead} asking={asking} onClose={() => setAsking(null)} onGone={onGone} />
    </RecordHead>
  );
}

/** Whom to call; a press on the number dials. */
function Whom({ who, phone }: { readonly who: readonly string[]; readonly phone: string }) {
  return (
    <>
      {who.filter(Boolean).join(' · ')}
      {phone ? (
        <>
          {who.some(Boolean) ? ' · ' : null}
          <PhoneText phone={phone} />
        </>
      ) : null}
    </>
  );
}

function LeadStatus({ status }: { readonly status: unknown }) {
  const locale = localePreference.use();
  const found = statusChoices.find((choice) => choice.key === status);
  if (!found) return null;
  return <StatusDot tone={'tone' in found ? found.tone : 'neutral'}>{found.label[locale]}</StatusDot>;
}
