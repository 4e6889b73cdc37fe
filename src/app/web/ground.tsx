import { useRouter } from '@tanstack/react-router';
import { type ReactNode, useCallback } from 'react';
import { directory } from '#identity/contract/me.ts';
import { call } from '#kernel/web/api.ts';
import { localePreference, useMode } from '#kernel/web/preferences.ts';
import { objectLink } from '#kernel/web/slice.ts';
import { queryClient } from '#kernel/web/use-operation.ts';
import type { LookupOption } from '#ui/field-spec.ts';
import { UiProvider } from '#ui/ui-provider.tsx';

const candidates = 20;

async function everybody(): Promise<readonly LookupOption[]> {
  const { people, teams } = await queryClient.fetchQuery({
    queryKey: [directory.id, {}],
    queryFn: () => call(directory, {}),
    staleTime: 60_000,
  });
  return people
    .filter((person) => person.active)
    .map(({ id, name, teamId }) => ({ id, name, note: teams.find((team) => team.id === teamId)?.name }));
}

/** Candidates for a user or reference field: colleagues from the directory, records from their own list. */
async function lookup(object: string, query: string): Promise<readonly LookupOption[]> {
  if (object === 'users')
    return (await everybody()).filter(({ name }) => name.includes(query)).slice(0, candidates);
  const list = objectLink(object)?.list;
  if (!list) return [];
  const { nameField } = list.definition;
  const page = await call(list.search, {
    q: query || undefined,
    limit: candidates,
    fields: nameField,
    total: 'false',
  });
  return page.items.map((row) => ({ id: String(row.id), name: String(row[nameField]) }));
}

async function namesOf(object: string, ids: readonly string[]): Promise<readonly LookupOption[]> {
  if (object === 'users') return (await everybody()).filter(({ id }) => ids.includes(id));
  const list = objectLink(object)?.list;
  if (!list) return [];
  const { nameField } = list.definition;
  const page = await call(list.search, {
    filter: { combinator: 'and', rules: [{ field: 'id', operator: 'in', value: [...ids] }] },
    fields: nameField,
    total: 'false',
  });
  return page.items.map((row) => ({ id: String(row.id), name: String(row[nameField]) }));
}

/** Theme, language, links and lookups for everything inside. */
export function Ground({ children }: { readonly children: ReactNode }) {
  const router = useRouter();
  const navigate = useCallback((href: string) => void router.navigate({ href }), [router]);
  const zone = Intl.DateTimeFormat().resolvedOptions().timeZone;
  return (
    <UiProvider
      locale={localePreference.use()}
      mode={useMode()}
      zone={zone}
      navigate={navigate}
      lookup={lookup}
      namesOf={namesOf}
    >
      {children}
    </UiProvider>
  );
}
