import { useCallback } from 'react';
import { localePreference } from '#kernel/web/preferences.ts';
import { useRead } from '#kernel/web/use-operation.ts';
import { listRoles } from '../../contract/roles.ts';

/** Says the roles of a list row in the reader's language: lists carry the Chinese names, joined. */
export function useRoleNames(): (joined: unknown) => string {
  const locale = localePreference.use();
  const { data } = useRead(listRoles, {});
  return useCallback(
    (joined) => {
      if (typeof joined !== 'string') return '';
      if (locale === 'zh') return joined;
      const english = new Map((data?.items ?? []).map((role) => [role.name, role.nameEn]));
      return joined
        .split('、')
        .map((name) => english.get(name) ?? name)
        .join(', ');
    },
    [locale, data],
  );
}
