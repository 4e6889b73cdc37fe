import { ListChecks } from 'lucide-react';
import './filter.css';
import { useUiWords } from './ui-context.ts';

interface ChoosePillProps {
  readonly on: boolean;
  readonly onChange: (on: boolean) => void;
}

/** On a phone: begins and ends choosing rows. */
export function ChoosePill({ on, onChange }: ChoosePillProps) {
  const words = useUiWords();
  return (
    <button
      type="button"
      className={on ? 'yd-plain yd-pill yd-pill-on' : 'yd-plain yd-pill'}
      aria-pressed={on}
      onClick={() => onChange(!on)}
    >
      <ListChecks size={14} aria-hidden />
      {on ? words.stopSelecting : words.select}
    </button>
  );
}
