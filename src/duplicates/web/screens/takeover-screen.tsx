import { Navigate, useParams } from '@tanstack/react-router';

/** The link in a notice: opens the request beside the list; on a phone it fills the screen. */
export function Screen() {
  const { id } = useParams({ strict: false }) as { id: string };
  return <Navigate to="/takeovers" search={{ view: 'all', open: id } as never} replace />;
}
