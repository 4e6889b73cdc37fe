import { useNavigate, useParams, useSearch } from '@tanstack/react-router';
import { useRead } from '#kernel/web/use-operation.ts';
import { ErrorState } from '#ui/error-state.tsx';
import { Page } from '#ui/page.tsx';
import { SkeletonLines } from '#ui/skeleton.tsx';
import { listPermissions, listRoles } from '../../contract/roles.ts';
import { words } from '../parts/identity-words.ts';
import { draftOf, emptyDraft } from '../parts/role-draft.ts';
import { RoleEditor } from '../parts/role-editor.tsx';

/** One role, or a new one, empty or as a copy of another (`?from=`). */
export function Screen() {
  const w = words.use();
  const navigate = useNavigate();
  const { id } = useParams({ strict: false }) as { id: string };
  const { from } = useSearch({ strict: false }) as { from?: string };
  const roles = useRead(listRoles, {});
  const known = useRead(listPermissions, {});
  const problem = roles.error ?? known.error;
  const role = roles.data?.items.find((one) => one.id === id);
  const source = roles.data?.items.find((one) => one.id === from);
  const crumbs = [{ label: w('rolesTitle'), href: '/settings/roles' }];
  if (problem || (roles.data && !role && id !== 'new'))
    return (
      <Page title={w('rolesTitle')} crumbs={crumbs}>
        <ErrorState
          title={problem ? undefined : w('notThere')}
          what={w('rolesTitle')}
          requestId={problem?.requestId}
          onRetry={() => void Promise.all([roles.refetch(), known.refetch()])}
        >
          {problem?.message}
        </ErrorState>
      </Page>
    );
  if (!roles.data || !known.data)
    return (
      <Page title={w('rolesTitle')} crumbs={crumbs}>
        <SkeletonLines rows={10} />
      </Page>
    );
  const copy = source && {
    ...draftOf(source),
    name: w('roleCopy', { name: source.name }),
    nameEn: `${source.nameEn} (copy)`,
  };
  return (
    <RoleEditor
      key={`${id}/${role?.version ?? from ?? ''}`}
      role={role ?? null}
      start={role ? draftOf(role) : (copy ?? emptyDraft)}
      known={known.data}
      onCopy={() => void navigate({ href: `/settings/roles/new?from=${id}` })}
      onGone={() => void navigate({ to: '/settings/roles' })}
      onMade={(made) => void navigate({ to: `/settings/roles/${made}`, replace: true })}
    />
  );
}
