import type { ObjectDefinition } from '#kernel/fields.ts';
import { FactList } from '#ui/fact-list.tsx';
import { FieldView } from '#ui/field-view.tsx';
import { formFields } from './catalogue.ts';
import { localePreference } from './preferences.ts';
import { useDefinition } from './session.ts';

interface RecordFactsProps {
  readonly definition: ObjectDefinition;
  readonly row: Readonly<Record<string, unknown>>;
  readonly names: Readonly<Record<string, string>>;
  /** Which fields, in this order; left out: every field that has a value. */
  readonly keys?: readonly string[];
  readonly padded?: boolean;
}

/** The fields of a record as a list of facts, drawn by their type; what the reader may not see is absent. */
export function RecordFacts({ definition: base, row, names, keys, padded }: RecordFactsProps) {
  const locale = localePreference.use();
  const { definition, rights } = useDefinition(base);
  const custom = (row.custom ?? {}) as Record<string, unknown>;
  const valueAt = (key: string) => {
    const customKey = definition.fields.find((field) => field.key === key)?.customKey;
    return customKey ? custom[customKey] : row[key];
  };
  const wanted = keys ?? definition.fields.map((field) => field.key);
  const facts = formFields(definition, locale, wanted, rights)
    .filter((field) => keys !== undefined || (valueAt(field.key) ?? '') !== '')
    .map((field) => ({
      key: field.key,
      label: field.label,
      value: <FieldView field={field} value={valueAt(field.key)} names={names} />,
    }));
  const list = <FactList facts={facts} />;
  return padded ? <div className="yd-panel-pad">{list}</div> : list;
}
