import { Input } from 'antd';
import { useEffect, useState } from 'react';
import { call } from '#kernel/web/api.ts';
import { Notice } from '#ui/notice.tsx';
import { useDebouncedIme } from '#ui/use-debounced-ime.ts';
import { lookUp } from '../../contract.ts';
import { words } from './duplicate-words.ts';
import { HitLines } from './hit-lines.tsx';
import type { HitRow } from './hit-row.ts';

interface KnownHintProps {
  readonly object: string;
  readonly fieldKey: string;
  readonly values: Readonly<Record<string, unknown>>;
}

const text = (value: unknown) => (typeof value === 'string' ? value.trim() : '');
const shownAtMost = 3;

/** What is asked of the field that was just filled in; a name together with whom and where, so that it fits better. */
function questionOf({ object, fieldKey, values }: KnownHintProps): Record<string, string> | null {
  const value = text(values[fieldKey]);
  const isPerson = object === 'contacts' && fieldKey === 'name';
  if (isPerson || value.length < 2) return null;
  if (fieldKey === 'phone') return value.replace(/\D/g, '').length >= 7 ? { phone: value } : null;
  if (fieldKey === 'email') return value.includes('@') ? { email: value } : null;
  if (fieldKey === 'uscc') return value.length >= 18 ? { uscc: value } : null;
  const [contact, region] = [text(values.contactName), text(values.region)];
  return { name: value, ...(contact ? { contact } : {}), ...(region ? { region } : {}) };
}

/** While a name, phone, address or credit code is typed: who has it already, masked where he is not mine. */
export function KnownHint(props: KnownHintProps) {
  const w = words.use();
  const question = useDebouncedIme(JSON.stringify(questionOf(props)), 400);
  const [hits, setHits] = useState<readonly HitRow[]>([]);
  // Asked as a command, not read: every look-up is written down, so it is asked once for what was typed.
  useEffect(() => {
    setHits([]);
    if (question === 'null') return;
    const left = new AbortController();
    call(lookUp, { ...JSON.parse(question), entry: 'hint' }, { signal: left.signal }).then(
      (answer) => setHits(answer.hits),
      () => undefined,
    );
    return () => left.abort();
  }, [question]);
  if (hits.length === 0) return null;
  return (
    <Notice title={w('mayBe')}>
      <HitLines hits={hits.slice(0, shownAtMost)} />
    </Notice>
  );
}

interface WhyAllTheSameProps {
  readonly value: string;
  readonly onChange: (value: string) => void;
}

/** The reason that a warning asks for. */
export function WhyAllTheSame({ value, onChange }: WhyAllTheSameProps) {
  const w = words.use();
  return (
    <Notice title={w('reason')}>
      {w('reasonHint')}
      <Input
        autoFocus
        maxLength={200}
        value={value}
        aria-label={w('reason')}
        onChange={(event) => onChange(event.target.value)}
      />
    </Notice>
  );
}
