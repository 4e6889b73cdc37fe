import { localePreference } from '#kernel/web/preferences.ts';
import { useRead } from '#kernel/web/use-operation.ts';
import type { ChoiceSpec } from '#ui/field-spec.ts';
import { listRoles } from '../../contract/roles.ts';

/** The roles one can choose from, in the language of the reader. */
export function useRoleChoices(): readonly ChoiceSpec[] {
  const locale = localePreference.use();
  const { data } = useRead(listRoles, {});
  return (data?.items ?? []).map((role) => ({
    key: role.id,
    label: locale === 'zh' ? role.name : role.nameEn,
  }));
}
