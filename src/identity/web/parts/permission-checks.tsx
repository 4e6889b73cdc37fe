import { Checkbox } from 'antd';
import type { Words } from '#kernel/fields.ts';
import { localePreference } from '#kernel/web/preferences.ts';
import { FactList } from '#ui/fact-list.tsx';
import { type KnownRights, withPermission } from './role-draft.ts';
import type { RolePartProps } from './scope-table.tsx';

/** Every deed that needs a right, grouped by what it is done to. */
export function PermissionChecks({ draft, known, locked, onChange }: RolePartProps) {
  const locale = localePreference.use();
  const held = new Set(draft.permissions);
  const groups = Map.groupBy(known.permissions, (permission) => permission.slice);
  return (
    <FactList
      facts={[...groups].map(([slice, permissions]) => ({
        key: slice,
        label: groupName(known, permissions, locale),
        value: (
          <span className="yd-checks">
            {permissions.map(({ key, label }) => (
              <Checkbox
                key={key}
                checked={held.has(key)}
                disabled={locked}
                onChange={(event) => onChange(withPermission(draft, key, event.target.checked))}
              >
                {label[locale]}
              </Checkbox>
            ))}
          </span>
        ),
      }))}
    />
  );
}

/** The object the group's first right is about; a group about no object is called after its first right. */
function groupName(known: KnownRights, permissions: KnownRights['permissions'], locale: keyof Words): string {
  const [first] = permissions;
  const object = known.objects.find((one) => permissions.some(({ key }) => key.startsWith(`${one.object}.`)));
  return object?.label[locale] ?? first?.label[locale] ?? '';
}
