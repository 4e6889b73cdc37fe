import type { Output } from '#kernel/contract.ts';
import { localePreference } from '#kernel/web/preferences.ts';
import { isProblem, useAct } from '#kernel/web/use-operation.ts';
import { Dialog } from '#ui/dialog.tsx';
import type { FieldSpec } from '#ui/field-spec.ts';
import { Form } from '#ui/form.tsx';
import { useToasts } from '#ui/toast.tsx';
import { createCustomField, type listCustomFields, updateCustomField } from '../../contract.ts';
import { type CustomFieldType, customFieldTypes } from '../../model.ts';
import { choiceLines, readChoiceLines } from '../../rules/choice-lines.ts';
import { hasChoices, isSortable } from '../../rules/choices.ts';
import { canBeUnique } from '../../rules/keeping-unique.ts';
import { words } from './field-words.ts';

type Listed = Output<typeof listCustomFields>;
export type FieldRow = Listed['items'][number];
export type FieldsObject = Listed['objects'][number];

interface CustomFieldDialogProps {
  readonly object: FieldsObject;
  /** Left out: a new one. */
  readonly field?: FieldRow;
  readonly onClose: () => void;
}

/** What the API calls a field of the form differently. */
const formKeys: Readonly<Record<string, string>> = { 'label.zh': 'labelZh', 'label.en': 'labelEn' };

/** Adds a field to an object, or changes one; type and API name are chosen once. */
export function CustomFieldDialog({ object, field, onClose }: CustomFieldDialogProps) {
  const w = words.use();
  const locale = localePreference.use();
  const toasts = useToasts();
  const create = useAct(createCustomField, { quiet: true });
  const update = useAct(updateCustomField, { quiet: true });
  const typeOf = (value: unknown) => (field?.type ?? value) as CustomFieldType;
  return (
    <Dialog
      open
      size="form"
      title={field ? w('edit') : w('addTo', { object: object.label[locale] })}
      onClose={onClose}
    >
      <Form
        fields={useFields(field)}
        initial={initialValues(field)}
        submitLabel={field ? w('save') : w('add')}
        createAnother={!field}
        onCancel={onClose}
        onDone={onClose}
        when={(key, values) =>
          key === 'choices'
            ? hasChoices(typeOf(values.type))
            : key === 'unique'
              ? canBeUnique(typeOf(values.type))
              : key !== 'sort' || isSortable(typeOf(values.type))
        }
        onSubmit={async (values) => {
          const type = typeOf(values.type);
          const label = { zh: String(values.labelZh), en: String(values.labelEn) };
          const shared = {
            label,
            required: values.required === true,
            filter: values.filter === true,
            sort: values.sort === true && isSortable(type),
            unique: values.unique === true && canBeUnique(type),
            ...(hasChoices(type)
              ? { choices: readChoiceLines(String(values.choices ?? ''), field?.choices ?? []) }
              : {}),
          };
          const key = values.key ? { key: String(values.key) } : {};
          const answer = field
            ? await update({ id: field.id, version: field.version, ...shared })
            : await create({ object: object.object, type, ...key, ...shared });
          if (isProblem(answer))
            return answer.errors.length > 0
              ? answer.errors.map(({ field: name, message }) => ({ field: formKeys[name] ?? name, message }))
              : [{ message: answer.message }];
          toasts.show({ text: field ? w('saved') : w('added', { name: label[locale] }) });
          if (field) onClose();
          return undefined;
        }}
      />
    </Dialog>
  );
}

function initialValues(field: FieldRow | undefined) {
  if (!field) return { type: 'text', required: false, filter: true, sort: true, unique: false };
  const { label, choices, required, filter, sort, unique } = field;
  return {
    labelZh: label.zh,
    labelEn: label.en,
    choices: choiceLines(choices ?? []),
    required,
    filter,
    sort,
    unique,
  };
}

function useFields(field: FieldRow | undefined): readonly FieldSpec[] {
  const w = words.use();
  const once: FieldSpec[] = field
    ? []
    : [
        {
          key: 'type',
          kind: 'choice',
          label: w('type'),
          required: true,
          choices: customFieldTypes.map((key) => ({ key, label: w(key) })),
        },
      ];
  const key: FieldSpec[] = field
    ? []
    : [{ key: 'key', kind: 'text', label: w('key'), hint: w('keyHint'), maxLength: 40 }];
  return [
    { key: 'labelZh', kind: 'text', label: w('labelZh'), required: true, maxLength: 60 },
    { key: 'labelEn', kind: 'text', label: w('labelEn'), required: true, maxLength: 60 },
    ...once,
    {
      key: 'choices',
      kind: 'longText',
      label: w('choices'),
      hint: w('choicesHint'),
      required: true,
      rows: 4,
    },
    ...key,
    { key: 'required', kind: 'checkbox', label: w('required') },
    { key: 'filter', kind: 'checkbox', label: w('filter') },
    { key: 'sort', kind: 'checkbox', label: w('sort') },
    { key: 'unique', kind: 'checkbox', label: w('unique'), hint: w('uniqueHint') },
  ];
}
