import { FieldInput } from '#ui/field-input.tsx';
import { Segments } from '#ui/segments.tsx';
import { useUi } from '#ui/ui-context.ts';
import { useNow } from '#ui/use-now.ts';
import { words } from './activity-words.ts';
import { tenInDays } from './ten-in-days.ts';

export interface NextChoice {
  /** `none`, `pick`, or days from today. */
  readonly key: string;
  readonly at: string | null;
}

export const noNext: NextChoice = { key: 'none', at: null };

interface NextContactProps {
  readonly value: NextChoice;
  readonly onChange: (next: NextChoice) => void;
  /** The days offered beside tomorrow; by the customer's grade. */
  readonly days?: readonly number[];
  readonly perLine?: number;
}

/** When to speak again: two quick choices, a date of one's own, or not at all. */
export function NextContact({ value, onChange, days = [1, 2], perLine = 2 }: NextContactProps) {
  const w = words.use();
  const { zone } = useUi();
  const now = useNow();
  const labelOf = (count: number) =>
    count === 1 ? w('tomorrow') : count === 2 ? w('dayAfter') : w('inDays', { n: count });
  return (
    <>
      <Segments
        label={w('nextContact')}
        perLine={perLine}
        value={value.key}
        onChange={(key) => {
          const count = Number(key);
          onChange({
            key,
            at: key === 'none' ? null : key === 'pick' ? value.at : tenInDays(count, now, zone),
          });
        }}
        choices={[
          ...days.map((count) => ({ key: String(count), label: labelOf(count) })),
          { key: 'pick', label: w('pick') },
          { key: 'none', label: w('noNext') },
        ]}
      />
      {value.key === 'pick' ? (
        <FieldInput
          field={{ key: 'next', kind: 'datetime', label: w('nextContact') }}
          value={value.at}
          onChange={(at) => onChange({ key: 'pick', at: typeof at === 'string' ? at : null })}
        />
      ) : null}
    </>
  );
}
