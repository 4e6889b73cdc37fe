import { Dropdown } from 'antd';
import type { ReactNode } from 'react';
import './figures.css';
import type { Tone } from './field-spec.ts';
import { Meter } from './meter.tsx';
import { useUiWords } from './ui-context.ts';
import { useViewport } from './use-viewport.ts';

export interface Figure {
  readonly key: string;
  readonly label: string;
  readonly figure: ReactNode;
  /** Small words behind the figure: `/ 20 已完成`, `天`. */
  readonly unit?: ReactNode;
  /** Compared with what. Every figure has one, or a bar. */
  readonly note?: ReactNode;
  readonly progress?: number;
  readonly tone?: Tone;
  readonly noteTone?: Tone;
  /** Which rows: a figure that can be opened is a button. */
  readonly onOpen?: () => void;
}

/** One figure by itself, for strips whose figures come from several slices: see FigureFrame. */
export function FigureCell({ figure: given }: { readonly figure: Figure }) {
  const { label, figure, unit, note, progress, tone, noteTone, onOpen } = given;
  const inside = (
    <>
      <span className="yd-figure-label">{label}</span>
      <span className={`yd-figure-value${tone ? ` yd-tone-${tone}` : ''}`}>
        {figure}
        {unit ? <small> {unit}</small> : null}
      </span>
      {progress === undefined ? (
        <span className={`yd-figure-note${noteTone ? ` yd-tone-${noteTone}` : ''}`}>{note}</span>
      ) : (
        <span className="yd-figure-bar">
          <Meter share={progress} />
        </span>
      )}
    </>
  );
  return onOpen ? (
    <button type="button" className="yd-plain yd-figure yd-figure-open" onClick={onOpen}>
      {inside}
    </button>
  ) : (
    <div className="yd-figure">{inside}</div>
  );
}

/** The strip around figures that draw themselves. */
export function FigureFrame({ children }: { readonly children: ReactNode }) {
  return <section className="yd-figures">{children}</section>;
}

/** Five to seven answers over the page; each says compared with what, and opens its rows. */
export function FigureStrip({ figures }: { readonly figures: readonly Figure[] }) {
  const words = useUiWords();
  const viewport = useViewport();
  const room = viewport === 'full' || viewport === 'phone' ? 7 : viewport === 'wide' ? 5 : 4;
  const shown = figures.length > room ? figures.slice(0, room) : figures;
  const rest = figures.slice(shown.length);
  return (
    <section className="yd-figures">
      {shown.map((figure) => (
        <FigureCell key={figure.key} figure={figure} />
      ))}
      {rest.length > 0 ? (
        <Dropdown
          trigger={['click']}
          popupRender={() => (
            <div className="yd-figures-rest">
              {rest.map((figure) => (
                <FigureCell key={figure.key} figure={figure} />
              ))}
            </div>
          )}
        >
          <button type="button" className="yd-plain yd-figures-more yd-link">
            {words.more}
          </button>
        </Dropdown>
      ) : null}
    </section>
  );
}
