import { ArrowDown, ArrowUp, GripVertical, X } from 'lucide-react';
import { type ReactNode, useState } from 'react';
import './rule-editor.css';
import { IconButton } from './icon-button.tsx';

/** Left the rules (472), right what they would do; one under the other below 1200. */
export function RuleSplit({ editor, result }: { readonly editor: ReactNode; readonly result: ReactNode }) {
  return (
    <div className="yd-rules">
      <div className="yd-rules-editor">{editor}</div>
      <div className="yd-rules-result">{result}</div>
    </div>
  );
}

/** The rule read back as a sentence. */
export function RuleReading({ label, children }: { readonly label: string; readonly children: ReactNode }) {
  return (
    <div className="yd-rules-reading">
      <span>{label}</span>
      {children}
    </div>
  );
}

export interface OrderedRule {
  readonly key: string;
  readonly head: ReactNode;
  /** Small and grey: how many it hits. */
  readonly count?: ReactNode;
  readonly body: ReactNode;
}

interface OrderedRulesProps {
  readonly rules: readonly OrderedRule[];
  readonly labels: { readonly up: string; readonly down: string; readonly remove: string };
  /** Order does not matter: neither arrows nor dragging. */
  readonly unordered?: boolean;
  readonly onMove: (from: number, to: number) => void;
  readonly onRemove: (at: number) => void;
}

/** Rules in their order: dragged by their handle, or moved by the arrows with the keyboard. */
export function OrderedRules({ rules, labels, unordered, onMove, onRemove }: OrderedRulesProps) {
  const [dragged, setDragged] = useState<number | null>(null);
  return rules.map(({ key, head, count, body }, at) => (
    <section
      key={key}
      aria-label={`${at + 1}`}
      className={dragged === at ? 'yd-rules-block yd-rules-dragged' : 'yd-rules-block'}
      onDragOver={(event) => {
        if (dragged !== null) event.preventDefault();
      }}
      onDrop={() => {
        if (dragged !== null && dragged !== at) onMove(dragged, at);
        setDragged(null);
      }}
    >
      <div className="yd-rules-head">
        {unordered ? null : (
          // biome-ignore lint/a11y/noStaticElementInteractions: for the mouse alone; the arrows do the same by keyboard.
          <span
            className="yd-text3"
            draggable
            onDragStart={(event) => {
              event.dataTransfer.effectAllowed = 'move';
              setDragged(at);
            }}
            onDragEnd={() => setDragged(null)}
          >
            <GripVertical size={14} aria-hidden />
          </span>
        )}
        {head}
        {count ? <span className="yd-rules-count">{count}</span> : null}
        <span className="yd-rules-tools">
          {unordered ? null : (
            <>
              <IconButton
                icon={ArrowUp}
                size={14}
                label={labels.up}
                disabled={at === 0}
                onClick={() => onMove(at, at - 1)}
              />
              <IconButton
                icon={ArrowDown}
                size={14}
                label={labels.down}
                disabled={at === rules.length - 1}
                onClick={() => onMove(at, at + 1)}
              />
            </>
          )}
          <IconButton icon={X} size={14} label={labels.remove} onClick={() => onRemove(at)} />
        </span>
      </div>
      {body}
    </section>
  ));
}

/** What the dry run says, in one sentence, with what it is compared to. */
export function DryRunHead({
  tag,
  sentence,
  children,
}: {
  readonly tag: ReactNode;
  readonly sentence: ReactNode;
  readonly children?: ReactNode;
}) {
  return (
    <header aria-live="polite">
      {tag}
      <h2>{sentence}</h2>
      {children ? <p>{children}</p> : null}
    </header>
  );
}

/** Two tables of a dry run side by side: the sums, and the rows behind the one that was chosen. */
export function DryRunTables({ sums, rows }: { readonly sums: ReactNode; readonly rows: ReactNode }) {
  return (
    <div className="yd-rules-tables">
      <div>{sums}</div>
      <div>{rows}</div>
    </div>
  );
}

/** A line of a rule editor: words left, inputs right. */
export function RuleLine({ label, children }: { readonly label: ReactNode; readonly children: ReactNode }) {
  return (
    <div className="yd-rules-line">
      <span>{label}</span>
      {children}
    </div>
  );
}

/** A titled part of a rule editor that is no rule itself: behaviour, decay. */
export function RulePart({
  title,
  note,
  children,
}: {
  readonly title: ReactNode;
  readonly note?: ReactNode;
  readonly children: ReactNode;
}) {
  return (
    <section className="yd-rules-block yd-rules-lines">
      <div className="yd-rules-head">
        <b>{title}</b>
        {note ? <span className="yd-rules-count">{note}</span> : null}
      </div>
      {children}
    </section>
  );
}

/** The foot of a list of rules: adds one. */
export function RuleFoot({ children }: { readonly children: ReactNode }) {
  return <div className="yd-rules-more">{children}</div>;
}
