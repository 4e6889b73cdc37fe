import { Button } from 'antd';
import type { LucideIcon } from 'lucide-react';
import { type ReactNode, useState } from 'react';
import { isSend, modifierName } from './keyboard.ts';
import { ProblemLine } from './problem-line.tsx';
import { reasonOf } from './reason-of.ts';
import './timeline.css';
import { useUiWords } from './ui-context.ts';

export interface ComposerKind {
  readonly key: string;
  readonly label: string;
  readonly icon: LucideIcon;
}

export interface ComposerProps {
  /** 记跟进, 通话, 拜访 …; none: one kind of note. */
  readonly kinds?: readonly ComposerKind[];
  readonly placeholder?: string;
  /** Answers a sentence when it was refused; the text stays. */
  readonly onSend: (text: string, kind: string) => Promise<string | void>;
  /** Under the text: next contact, files. */
  readonly children?: ReactNode;
  /** Kept per place, so that nothing typed is lost by going away. */
  readonly draftKey?: string;
}

function useDraft(draftKey: string | undefined) {
  const storeKey = draftKey ? `yd.draft.${draftKey}` : undefined;
  const [text, setText] = useState(() => (storeKey ? (localStorage.getItem(storeKey) ?? '') : ''));
  function write(next: string) {
    setText(next);
    if (!storeKey) return;
    if (next) localStorage.setItem(storeKey, next);
    else localStorage.removeItem(storeKey);
  }
  return { text, write };
}

interface KindsProps {
  readonly kinds: readonly ComposerKind[];
  readonly kind: string;
  readonly onKind: (kind: string) => void;
}

function Kinds({ kinds, kind, onKind }: KindsProps) {
  return (
    <div className="yd-composer-kinds">
      {kinds.map(({ key, label, icon: Icon }) => (
        <button
          key={key}
          type="button"
          className="yd-plain yd-composer-kind"
          aria-pressed={key === kind}
          onClick={() => onKind(key)}
        >
          <Icon size={13} aria-hidden />
          {label}
        </button>
      ))}
    </div>
  );
}

/** Writes a note: Ctrl+Enter sends, Enter is a new line; what is typed survives leaving the page. */
export function Composer({ kinds = [], placeholder, onSend, children, draftKey }: ComposerProps) {
  const words = useUiWords();
  const { text, write } = useDraft(draftKey);
  const [kind, setKind] = useState(kinds[0]?.key ?? 'note');
  const [sending, setSending] = useState(false);
  const [problem, setProblem] = useState<string>();
  async function send() {
    if (sending || text.trim() === '') return;
    setSending(true);
    setProblem(undefined);
    const refused = await onSend(text.trim(), kind).catch(reasonOf);
    setSending(false);
    if (refused) setProblem(refused);
    else write('');
  }
  return (
    <div className="yd-composer">
      {kinds.length > 0 ? <Kinds kinds={kinds} kind={kind} onKind={setKind} /> : null}
      <div className="yd-composer-line">
        <textarea
          className="yd-composer-text"
          rows={1}
          value={text}
          placeholder={placeholder ?? words.writeNote}
          aria-label={placeholder ?? words.writeNote}
          onChange={(event) => write(event.target.value)}
          onKeyDown={(event) => {
            if (!isSend(event)) return;
            event.preventDefault();
            void send();
          }}
        />
        {text ? (
          <Button
            className="yd-composer-send"
            size="small"
            type="primary"
            loading={sending}
            onClick={() => void send()}
          >
            {words.send}
          </Button>
        ) : null}
        <kbd className="yd-kbd yd-composer-send">{modifierName()} ↵</kbd>
      </div>
      {children}
      {problem ? <ProblemLine>{problem}</ProblemLine> : null}
    </div>
  );
}
