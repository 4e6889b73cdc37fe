import { useNavigate } from '@tanstack/react-router';
import { useEffect } from 'react';
import { useMay, useSession } from '#kernel/web/session.ts';

/** Where the day begins: who sells by himself with today's list, everybody else with how things stand. */
export function Screen() {
  const may = useMay();
  const { roles } = useSession();
  const navigate = useNavigate();
  const selling =
    may('activities.create') && roles.some((role) => role.key === 'rep' || role.key === 'service');
  useEffect(() => {
    void navigate({ to: selling ? '/today' : '/overview', replace: true });
  }, [selling, navigate]);
  return null;
}
