import { type ReactNode, useMemo, useState } from 'react';
import type { ObjectDefinition } from '#kernel/fields.ts';
import type { FieldSpec, FieldValue } from '#ui/field-spec.ts';
import { FieldView } from '#ui/field-view.tsx';
import type { FormValues } from '#ui/form-check.ts';
import { ConflictStrip } from '#ui/notice.tsx';
import { useNames } from '#ui/use-names.ts';
import { formValues, sameValue } from './form-values.ts';
import { clashingFields, type Meanwhile } from './meanwhile.ts';

type Row = Readonly<Record<string, unknown>>;

/** Keeps a form right while others change the record: untouched fields follow, for the others he is asked. */
export function useMeanwhile(definition: ObjectDefinition, row: Row, fields: readonly FieldSpec[]) {
  const [before] = useState(() => formValues(definition, row));
  const [told, setTold] = useState<Row>(row);
  const [kept, setKept] = useState<FormValues>({});
  const newest = Number(told.version) > Number(row.version) ? told : row;
  const present = useMemo(() => formValues(definition, newest), [definition, newest]);
  const state = (mine: FormValues): Meanwhile => ({ before, present, mine });
  const open = (mine: FormValues) =>
    clashingFields(state(mine)).filter((key) => !sameValue(kept[key] ?? before[key], present[key]));
  return {
    before,
    present,
    version: Number(newest.version),
    /** The server said that somebody was faster: this is how the record stands now. */
    tell: setTold,
    state,
    open,
    strip: (key: string, mine: FormValues, set: (value: FieldValue) => void): ReactNode => {
      const field = fields.find((one) => one.key === key);
      if (!field || !open(mine).includes(key)) return null;
      return (
        <ConflictStrip
          theirs={<Theirs field={field} value={present[key]} />}
          onTheirs={() => set(present[key] ?? null)}
          onMine={() => setKept((now) => ({ ...now, [key]: present[key] }))}
        />
      );
    },
  };
}

/** The other value as fields of its kind are shown, with the name behind an id. */
export function Theirs({ field, value }: { readonly field: FieldSpec; readonly value: unknown }) {
  const named = field.kind === 'user' || field.kind === 'reference';
  const object = field.kind === 'user' ? 'users' : (field.reference ?? '');
  const names = useNames(object, named && typeof value === 'string' ? [value] : []);
  return <FieldView field={field} value={value} names={names} exact />;
}
