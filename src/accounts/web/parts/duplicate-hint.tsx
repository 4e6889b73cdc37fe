import { useMay } from '#kernel/web/session.ts';
import { useRead } from '#kernel/web/use-operation.ts';
import type { FieldValue } from '#ui/field-spec.ts';
import { Notice } from '#ui/notice.tsx';
import { useDebouncedIme } from '#ui/use-debounced-ime.ts';
import { matchAccounts } from '../../contract.ts';
import { words } from './account-words.ts';

interface DuplicateHintProps {
  readonly name?: FieldValue;
  readonly phone?: FieldValue;
}

const reasons = { name: 'byName', phone: 'byPhone', email: 'byEmail' } as const;
const text = (value: FieldValue) => (typeof value === 'string' ? value.trim() : '');

/** While a name or phone is typed: which accounts may be the same, and whose they are. */
export function DuplicateHint({ name, phone }: DuplicateHintProps) {
  const w = words.use();
  const may = useMay();
  const asked = useDebouncedIme(`${text(name)}\n${text(phone)}`, 300);
  const [byName = '', byPhone = ''] = asked.split('\n');
  const enough = byName.length >= 2 || byPhone.length >= 7;
  const { data } = useRead(
    matchAccounts,
    { name: byName || undefined, phone: byPhone || undefined },
    { enabled: enough && may('accounts.create') },
  );
  if (!enough || !data || data.matches.length === 0) return null;
  return (
    <Notice>
      {data.matches.slice(0, 3).map((match) => (
        <div key={match.id}>
          {w('match', { name: match.name })}（{w(reasons[match.reason])}
          {match.ownerName ? `，${w('matchOwner', { owner: match.ownerName })}` : ''}）
        </div>
      ))}
    </Notice>
  );
}
