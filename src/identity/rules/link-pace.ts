import { type Decision, no, yes } from '#kernel/values/refusal.ts';

/** Nobody can fill another person's mailbox with links: one in two minutes. */
export const linkPause = 2 * 60_000;

/** Decides whether another password link is due. */
export function decideLink(lastAt: Date | null, now: Date): Decision<true, 'sent_just_now'> {
  return lastAt && now.getTime() - lastAt.getTime() < linkPause ? no('sent_just_now') : yes(true);
}
