import { Outlet, useLocation, useNavigate } from '@tanstack/react-router';
import { type ReactNode, useCallback, useEffect, useMemo } from 'react';
import { catalogue, me } from '#identity/contract/me.ts';
import { onSignedOut } from '#kernel/web/api.ts';
import { type CatalogueObject, type Session, SessionContext } from '#kernel/web/session.ts';
import { useRead } from '#kernel/web/use-operation.ts';
import { ErrorState } from '#ui/error-state.tsx';
import { UiContext, useUi } from '#ui/ui-context.ts';
import { ViewStoreProvider } from '#views/web/public.tsx';
import { SettingsFrame } from './settings-frame.tsx';
import { Shell } from './shell.tsx';
import { appWords } from './words.ts';

/** Everything behind the sign-in: fetches who is there and what he may know, then draws the frame. */
export function SignedIn() {
  const w = appWords.use();
  const navigate = useNavigate();
  const { href } = useLocation();
  const person = useRead(me, {});
  const objects = useRead(catalogue, {});
  const askForPassword = useCallback(() => {
    // While the sign-in page is still loading, this frame stays mounted and the address is the new one already.
    if (href.startsWith('/sign-in')) return;
    void navigate({ to: '/sign-in', search: { next: href } as never, replace: true });
  }, [navigate, href]);
  useEffect(() => onSignedOut(askForPassword), [askForPassword]);
  const signedOut = person.error?.status === 401;
  useEffect(() => {
    if (signedOut) askForPassword();
    else if (person.data?.mustChangePassword) void navigate({ to: '/change-password', replace: true });
  }, [signedOut, person.data, navigate, askForPassword]);
  const session = useMemo<Session | null>(
    () =>
      person.data && objects.data
        ? { ...person.data, objects: objects.data.objects as readonly CatalogueObject[] }
        : null,
    [person.data, objects.data],
  );
  const problem = person.error ?? objects.error;
  if (problem && !signedOut)
    return (
      <ErrorState
        title={w('away')}
        requestId={problem.requestId}
        onRetry={() => void Promise.all([person.refetch(), objects.refetch()])}
      >
        {problem.message}
      </ErrorState>
    );
  if (!session) return null;
  return (
    <SessionContext.Provider value={session}>
      <OrgZone zone={session.org.zone}>
        <ViewStoreProvider>
          <Shell>
            <SettingsFrame>
              <Outlet />
            </SettingsFrame>
          </Shell>
        </ViewStoreProvider>
      </OrgZone>
    </SessionContext.Provider>
  );
}

/** Days and times are those of the organisation, wherever the reader travels. */
function OrgZone({ zone, children }: { readonly zone: string; readonly children: ReactNode }) {
  const outside = useUi();
  const inside = useMemo(() => ({ ...outside, zone }), [outside, zone]);
  return <UiContext.Provider value={inside}>{children}</UiContext.Provider>;
}
