import { CircleCheck, Lock, type LucideIcon, Sparkles, TriangleAlert } from 'lucide-react';
import type { ReactNode } from 'react';
import './notice.css';
import { useUiWords } from './ui-context.ts';

export type NoticeTone = 'accent' | 'ok' | 'warn' | 'bad' | 'neutral';

const icons: Partial<Record<NoticeTone, LucideIcon>> = {
  accent: Sparkles,
  ok: CircleCheck,
  warn: TriangleAlert,
  bad: TriangleAlert,
};

export interface NoticeProps {
  readonly tone?: NoticeTone;
  readonly icon?: LucideIcon | false;
  readonly title?: ReactNode;
  /** Right end: 为什么, 打开. */
  readonly action?: ReactNode;
  /** Edge to edge instead of a rounded strip. */
  readonly flush?: boolean;
  /** Only the icon is coloured: one diagnostic sentence under a figure strip. */
  readonly quiet?: boolean;
  readonly children?: ReactNode;
}

/** One strip: what will happen by itself, or what to think of first. */
export function Notice({ tone = 'warn', icon, title, action, flush, quiet, children }: NoticeProps) {
  const Icon = icon === false ? undefined : (icon ?? icons[tone]);
  return (
    <div
      className={`yd-notice yd-notice-${tone}${flush || quiet ? ' yd-notice-flush' : ''}${quiet ? ' yd-notice-quiet' : ''}`}
    >
      {Icon ? <Icon size={14} aria-hidden /> : null}
      <div className="yd-notice-text">
        {title ? <b>{title}</b> : null}
        {children ? <div>{children}</div> : null}
      </div>
      {action ? <span className="yd-notice-action">{action}</span> : null}
    </div>
  );
}

/** An underlined word inside a strip. */
export function StripAction({
  onClick,
  children,
}: {
  readonly onClick: () => void;
  readonly children: ReactNode;
}) {
  return (
    <button type="button" className="yd-plain yd-strip-action" onClick={onClick}>
      {children}
    </button>
  );
}

export interface ConflictStripProps {
  readonly theirs: ReactNode;
  readonly onTheirs: () => void;
  readonly onMine: () => void;
}

/** Somebody else changed the same field meanwhile: his value, and whose shall stand. */
export function ConflictStrip({ theirs, onTheirs, onMine }: ConflictStripProps) {
  const words = useUiWords();
  return (
    <div className="yd-notice yd-notice-warn yd-conflict" role="alert">
      <div className="yd-notice-text">
        {words.changedMeanwhile} {theirs}
        <div className="yd-refusal-ways">
          <StripAction onClick={onTheirs}>{words.takeTheirs}</StripAction>
          <StripAction onClick={onMine}>{words.keepMine}</StripAction>
        </div>
      </div>
    </div>
  );
}

export interface RefusalStripProps {
  /** `没领成：私海已满，50 / 50` */
  readonly title: ReactNode;
  /** What to do: `转化或退回 1 条后再领。` */
  readonly children?: ReactNode;
  /** StripActions: 去退回, 哪条规则. */
  readonly ways?: ReactNode;
}

/** A rule said no: at the spot, with the way out. Read out at once. */
export function RefusalStrip({ title, children, ways }: RefusalStripProps) {
  return (
    <div className="yd-notice yd-notice-bad yd-refusal" role="alert">
      <Lock size={14} aria-hidden />
      <div className="yd-notice-text">
        <b>{title}</b>
        {children ? <div>{children}</div> : null}
        {ways ? <div className="yd-refusal-ways">{ways}</div> : null}
      </div>
    </div>
  );
}
