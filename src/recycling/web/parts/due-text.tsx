import { dayOf, startOfDay } from '#kernel/values/day.ts';
import { Countdown } from '#ui/countdown.tsx';
import { useUi } from '#ui/ui-context.ts';
import { useNow } from '#ui/use-now.ts';
import type { Clock } from '../../model.ts';
import { goesOn } from '../../rules/clock.ts';
import { words } from './recycling-words.ts';

/** How long a lead stays: the countdown to the midnight that takes it, or what keeps it. */
export function DueText({ clock }: { readonly clock: Clock }) {
  const w = words.use();
  const { zone } = useUi();
  const until = startOfDay(goesOn(clock.dueOn, dayOf(useNow(), zone)), zone).toISOString();
  return (
    <Countdown
      until={until}
      ofDays={clock.days + 1}
      pausedBecause={clock.exemptBy ? w(`reason_${clock.exemptBy}`) : undefined}
    />
  );
}
