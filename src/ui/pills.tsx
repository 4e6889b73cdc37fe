import './filter.css';

export interface PillsProps {
  readonly choices: readonly { readonly key: string; readonly label: string; readonly count?: number }[];
  readonly value: string;
  readonly onChange: (key: string) => void;
  readonly label: string;
}

/** Quick filters on a phone, in one line that scrolls sideways. */
export function Pills({ choices, value, onChange, label }: PillsProps) {
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset would bring its own frame.
    <div className="yd-pills" role="group" aria-label={label}>
      {choices.map(({ key, label: text, count }) => (
        <button
          key={key}
          type="button"
          className={key === value ? 'yd-plain yd-pill yd-pill-on' : 'yd-plain yd-pill'}
          aria-pressed={key === value}
          onClick={() => onChange(key)}
        >
          {text}
          {count === undefined ? null : <span className="yd-text2">{count}</span>}
        </button>
      ))}
    </div>
  );
}
