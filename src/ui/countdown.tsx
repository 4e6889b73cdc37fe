import { countdownText } from '#kernel/values/duration-text.ts';
import { DAY_LENGTH } from '#kernel/values/instant.ts';
import './bits.css';
import type { Tone } from './field-spec.ts';
import { Meter } from './meter.tsx';
import { useUi } from './ui-context.ts';
import { useNow } from './use-now.ts';

/** Grey with three days or more, amber under three days, red under one. */
export function countdownTone(leftMs: number): Tone {
  if (leftMs < DAY_LENGTH) return 'bad';
  return leftMs < 3 * DAY_LENGTH ? 'warn' : 'neutral';
}

export interface CountdownProps {
  /** ISO instant at which it happens. */
  readonly until: string;
  /** Length of the whole period in days: the bar's full width. */
  readonly ofDays?: number;
  /** Why the clock stands still: `审批中`. */
  readonly pausedBecause?: string;
}

/** How long something stays as it is: 36 px bar and text. */
export function Countdown({ until, ofDays = 7, pausedBecause }: CountdownProps) {
  const { words, locale } = useUi();
  const now = useNow();
  if (pausedBecause !== undefined)
    return (
      <span className="yd-countdown yd-text2">
        <Meter share={0} />
        {pausedBecause ? `${words.paused} · ${pausedBecause}` : words.paused}
      </span>
    );
  const end = new Date(until);
  const left = end.getTime() - now.getTime();
  const tone = countdownTone(left);
  const text = countdownText(end, now, locale);
  return (
    <span className="yd-countdown">
      <Meter share={left / (ofDays * DAY_LENGTH)} tone={tone} />
      <span className={tone === 'neutral' ? undefined : `yd-tone-${tone}`}>{text ?? words.expired}</span>
    </span>
  );
}
