import { Navigate, useParams } from '@tanstack/react-router';

/** The link in a notification: opens the approval beside the list; on a phone it fills the screen. */
export function Screen() {
  const { id } = useParams({ strict: false }) as { id: string };
  return <Navigate to="/approvals" search={{ view: 'waiting', open: id } as never} replace />;
}
