import type { ReactNode } from 'react';
import './segments.css';

export interface SegmentsProps<K extends string> {
  readonly choices: readonly { readonly key: K; readonly label: ReactNode }[];
  readonly value: string;
  readonly onChange: (key: K) => void;
  readonly label: string;
  /** `track` is one grey track (grades, 看板 / 列表), `boxes` are separate buttons (call result). */
  readonly look?: 'track' | 'boxes';
  /** Boxes per line. */
  readonly perLine?: number;
  readonly stretch?: boolean;
}

/** A few choices, all in sight, one taken. Arrow keys move. */
export function Segments<K extends string>(props: SegmentsProps<K>) {
  const { choices, value, onChange, label, look = 'boxes', perLine, stretch = look === 'boxes' } = props;
  const at = choices.findIndex((choice) => choice.key === value);
  function move(step: number, group: HTMLElement) {
    const next = choices[(at + step + choices.length) % choices.length];
    if (!next) return;
    onChange(next.key);
    group.querySelector<HTMLElement>(`[data-key="${CSS.escape(next.key)}"]`)?.focus();
  }
  return (
    <div
      role="radiogroup"
      aria-label={label}
      className={`yd-segments yd-segments-${look}${stretch ? ' yd-segments-stretch' : ''}`}
      style={perLine ? { gridTemplateColumns: `repeat(${perLine}, 1fr)` } : undefined}
      onKeyDown={(event) => {
        if (event.key === 'ArrowRight' || event.key === 'ArrowDown') move(1, event.currentTarget);
        else if (event.key === 'ArrowLeft' || event.key === 'ArrowUp') move(-1, event.currentTarget);
        else return;
        event.preventDefault();
      }}
    >
      {choices.map((choice, place) => (
        // biome-ignore lint/a11y/useSemanticElements: a radio input cannot be styled as a box with an icon.
        <button
          key={choice.key}
          type="button"
          role="radio"
          data-key={choice.key}
          aria-checked={choice.key === value}
          tabIndex={choice.key === value || (at < 0 && place === 0) ? 0 : -1}
          className="yd-plain yd-segment"
          onClick={() => onChange(choice.key)}
        >
          {choice.label}
        </button>
      ))}
    </div>
  );
}
