import { useRead } from '#kernel/web/use-operation.ts';
import { countUnread } from '../../contract.ts';

// News is written moments after the change that the stream tells of: whoever is late for that is asked for here.
const refreshMs = 15_000;

/** The number on the badge; undefined while unknown or none. */
export function useUnreadCount(): number | undefined {
  const { data } = useRead(countUnread, {}, { refreshMs });
  return data && data.unread > 0 ? data.unread : undefined;
}
