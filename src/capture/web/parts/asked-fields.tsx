import { Checkbox, Input, Select } from 'antd';
import { ArrowDown, ArrowUp, Trash2 } from 'lucide-react';
import { localePreference } from '#kernel/web/preferences.ts';
import { BuilderRow } from '#ui/builder.tsx';
import { IconButton } from '#ui/icon-button.tsx';
import { WizardLine } from '#ui/wizard-parts.tsx';
import type { FormField } from '../../model.ts';
import { words } from './capture-words.ts';
import type { Ground } from './form-draft.ts';

interface AskedFieldsProps {
  readonly ground: Ground;
  readonly fields: readonly FormField[];
  readonly onChange: (fields: readonly FormField[]) => void;
}

/** What a form asks: fields of the lead catalogue in their order, with their own labels. */
export function AskedFields({ ground, fields, onChange }: AskedFieldsProps) {
  const w = words.use();
  const locale = localePreference.use();
  const name = (key: string) => ground.fields.find((field) => field.key === key)?.label[locale] ?? key;
  const change = (at: number, next: Partial<FormField>) =>
    onChange(fields.map((field, index) => (index === at ? { ...field, ...next } : field)));
  const move = (at: number, by: number) => {
    const next = [...fields];
    const [moved] = next.splice(at, 1);
    if (moved) next.splice(at + by, 0, moved);
    onChange(next);
  };
  const left = ground.fields.filter((field) => !fields.some(({ key }) => key === field.key));
  return (
    <>
      {fields.map((field, at) => (
        <AskedField
          key={field.key}
          field={field}
          name={name(field.key)}
          ends={{ first: at === 0, last: at === fields.length - 1 }}
          onChange={(next) => change(at, next)}
          onMove={(by) => move(at, by)}
          onDrop={() => onChange(fields.filter((_, index) => index !== at))}
        />
      ))}
      <Select
        className="yd-wizard-select"
        aria-label={w('addField')}
        placeholder={w('addField')}
        value={null}
        showSearch={{ optionFilterProp: 'label' }}
        onChange={(key: string) => {
          const field = left.find((one) => one.key === key);
          if (field) onChange([...fields, { key, label: field.label, required: false }]);
        }}
        options={left.map(({ key, label }) => ({ value: key, label: label[locale] }))}
      />
    </>
  );
}

interface AskedFieldProps {
  readonly field: FormField;
  readonly name: string;
  readonly ends: { readonly first: boolean; readonly last: boolean };
  readonly onChange: (next: Partial<FormField>) => void;
  readonly onMove: (by: number) => void;
  readonly onDrop: () => void;
}

function AskedField({ field, name, ends, onChange, onMove, onDrop }: AskedFieldProps) {
  const w = words.use();
  const label = (language: 'zh' | 'en') => (
    <Input
      aria-label={`${name} ${language === 'zh' ? w('labelZh') : w('labelEn')}`}
      maxLength={60}
      value={field.label[language]}
      onChange={(event) => onChange({ label: { ...field.label, [language]: event.target.value } })}
    />
  );
  return (
    <BuilderRow>
      <b>{name}</b>
      {label('zh')}
      {label('en')}
      <Checkbox checked={field.required} onChange={(event) => onChange({ required: event.target.checked })}>
        {w('must')}
      </Checkbox>
      <WizardLine>
        <IconButton icon={ArrowUp} label={w('up')} disabled={ends.first} onClick={() => onMove(-1)} />
        <IconButton icon={ArrowDown} label={w('down')} disabled={ends.last} onClick={() => onMove(1)} />
        <IconButton icon={Trash2} label={w('drop')} onClick={onDrop} />
      </WizardLine>
    </BuilderRow>
  );
}
