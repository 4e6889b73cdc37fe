import { Button } from 'antd';
import { useState } from 'react';
import { useMay } from '#kernel/web/session.ts';
import { objectLink } from '#kernel/web/slice.ts';
import { useLabel } from '#kernel/web/words.tsx';
import { TimeText } from '#ui/date-text.tsx';
import { PhoneText } from '#ui/field-view.tsx';
import { Lines } from '#ui/lines.tsx';
import { Tag } from '#ui/tag.tsx';
import { UiLink } from '#ui/ui-link.tsx';
import { reasonChoices } from '../../fields.ts';
import { AskTakeoverDialog } from './ask-takeover-dialog.tsx';
import { words } from './duplicate-words.ts';
import type { HitRow } from './hit-row.ts';

const kinds = { leads: 'lead', accounts: 'account', contacts: 'contact' } as const;

/** Found records: what they are, whose, since when nobody spoke with them, why they were found, and what can be done. */
export function HitLines({ hits, ruled }: { readonly hits: readonly HitRow[]; readonly ruled?: boolean }) {
  const [asking, setAsking] = useState<HitRow | null>(null);
  return (
    <>
      <Lines
        ruled={ruled}
        lines={hits.map((hit) => ({
          key: `${hit.object}/${hit.id}`,
          title: <HitTitle hit={hit} />,
          under: <HitUnder hit={hit} />,
          value: <HitActs hit={hit} onAsk={() => setAsking(hit)} />,
        }))}
      />
      {asking ? <AskTakeoverDialog hit={asking} onClose={() => setAsking(null)} /> : null}
    </>
  );
}

function HitTitle({ hit }: { readonly hit: HitRow }) {
  const w = words.use();
  const { object, state } = hit;
  const kind = w(kinds[object]);
  const shown = state === 'account' || state === 'contact' ? kind : `${kind} · ${w(state)}`;
  return (
    <>
      {hit.name}
      {hit.contact ? ` · ${hit.contact}` : ''} <Tag>{shown}</Tag>
    </>
  );
}

function HitUnder({ hit }: { readonly hit: HitRow }) {
  const w = words.use();
  const label = useLabel();
  const because = hit.reasons.flatMap((reason) => {
    const choice = reasonChoices.find((one) => one.key === reason);
    return choice ? [label(choice.label)] : [];
  });
  const place = hit.ownerName
    ? w('ownedBy', { owner: hit.ownerName })
    : hit.poolName
      ? w('inPool', { pool: hit.poolName })
      : '';
  return (
    <>
      {[...because, place].filter(Boolean).join(' · ')}
      {hit.phone ? (
        <>
          {' · '}
          <PhoneText phone={hit.phone} />
        </>
      ) : null}
      {' · '}
      {hit.lastFollowAt ? (
        <>
          {w('lastFollow')} <TimeText at={hit.lastFollowAt} />
        </>
      ) : (
        w('neverFollowed')
      )}
    </>
  );
}

function HitActs({ hit, onAsk }: { readonly hit: HitRow; readonly onAsk: () => void }) {
  const w = words.use();
  const may = useMay();
  const path = hit.visible ? objectLink(hit.object)?.path(hit.id) : undefined;
  if (hit.asked) return <Tag>{w('applied')}</Tag>;
  return (
    <>
      {path ? <UiLink href={path}>{w('open')}</UiLink> : null}
      {hit.mayAsk && may('takeovers.ask') ? (
        <Button size="small" onClick={onAsk}>
          {w('apply')}
        </Button>
      ) : null}
    </>
  );
}
