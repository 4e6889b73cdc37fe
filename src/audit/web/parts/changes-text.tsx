import type { Field } from '#kernel/fields.ts';
import { fieldSpec } from '#kernel/web/catalogue.ts';
import { localePreference } from '#kernel/web/preferences.ts';
import { useSession } from '#kernel/web/session.ts';
import { FieldView } from '#ui/field-view.tsx';
import { words } from './audit-words.ts';

export interface ChangesTextProps {
  readonly object: string;
  readonly changes: readonly {
    readonly field: string;
    readonly before?: unknown;
    readonly after?: unknown;
    readonly masked: boolean;
  }[];
  readonly names: Readonly<Record<string, string>>;
}

/** Field by field from what to what, in the reader's own catalogue. */
export function ChangesText({ object, changes, names }: ChangesTextProps) {
  const w = words.use();
  const locale = localePreference.use();
  const { objects } = useSession();
  const fields = objects.find((one) => one.object === object)?.fields ?? [];
  return (
    <>
      {changes.map((change) => {
        const known = fields.find((field) => field.key === change.field);
        if (!known) return null;
        const field = fieldSpec(known as unknown as Field, locale);
        return (
          <div key={change.field}>
            <span className="yd-text2">{field.label}</span>{' '}
            {change.masked ? (
              w('masked')
            ) : (
              <>
                <FieldView field={field} value={change.before} names={names} exact /> →{' '}
                <FieldView field={field} value={change.after} names={names} exact />
              </>
            )}
          </div>
        );
      })}
    </>
  );
}
