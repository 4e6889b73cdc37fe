import { Checkbox, Input, InputNumber, Select } from 'antd';
import type { ReactNode } from 'react';
import { currencySymbol } from '#kernel/values/money-text.ts';
import { numberText } from '#kernel/values/number-text.ts';
import { DateInput } from './date-input.tsx';
import type { FieldInputProps, SharedProps } from './field-input-props.ts';
import type { FieldValue } from './field-spec.ts';
import { LookupSelect } from './lookup-select.tsx';
import { Segments } from './segments.tsx';
import { useUiWords } from './ui-context.ts';

function text(value: FieldValue): string {
  return value === null || value === undefined ? '' : String(value);
}

/** The words of an input for a kind; others are drawn by NumberInput, ChoiceInput and so on below. */
function TextInput({ field, value, onChange, ...rest }: FieldInputProps & SharedProps) {
  const { shared } = rest;
  const type =
    field.kind === 'phone' ? 'tel' : field.kind === 'email' ? 'email' : field.kind === 'url' ? 'url' : 'text';
  if (field.kind === 'longText')
    return (
      <Input.TextArea
        {...shared}
        autoSize={{ minRows: field.rows ?? 3, maxRows: 12 }}
        value={text(value)}
        maxLength={field.maxLength}
        placeholder={field.placeholder}
        onChange={(event) => onChange(event.target.value)}
      />
    );
  if (field.secret)
    return (
      <Input.Password
        {...shared}
        value={text(value)}
        maxLength={field.maxLength}
        autoComplete={field.autoComplete ?? 'off'}
        onChange={(event) => onChange(event.target.value)}
      />
    );
  return (
    <Input
      {...shared}
      type={type}
      // The browser's own bubbles would speak another language than the form.
      inputMode={type === 'tel' ? 'tel' : undefined}
      value={text(value)}
      maxLength={field.maxLength}
      placeholder={field.placeholder}
      suffix={field.unit}
      autoComplete={field.autoComplete ?? 'off'}
      onChange={(event) => onChange(event.target.value)}
    />
  );
}

function NumberInput({ field, value, onChange, shared }: FieldInputProps & SharedProps) {
  const { kind, unit } = field;
  const isMoney = kind === 'money';
  const precision = kind === 'integer' ? 0 : isMoney ? 2 : undefined;
  return (
    <InputNumber<string>
      {...shared}
      className="yd-number"
      stringMode
      controls={false}
      value={value === null || value === undefined ? null : String(value)}
      min={field.min}
      max={field.max}
      precision={precision}
      prefix={isMoney ? currencySymbol(field.currency ?? 'CNY').trim() : undefined}
      suffix={unit ?? (kind === 'percent' ? '%' : undefined)}
      placeholder={field.placeholder}
      formatter={(shown, { userTyping, input }) => {
        if (userTyping) return input;
        return shown === undefined || shown === '' ? '' : numberText(shown, isMoney ? 2 : undefined);
      }}
      parser={(typed) => (typed ?? '').replace(/[,，\s]/g, '').replace('−', '-')}
      onChange={(next) => {
        if (next === null || next === '') onChange(null);
        else onChange(kind === 'integer' ? Number(next) : String(next));
      }}
    />
  );
}

function ChoiceInput({ field, value, onChange, shared }: FieldInputProps & SharedProps) {
  const words = useUiWords();
  const choices = field.choices ?? [];
  if (field.asButtons && field.kind === 'choice')
    return <Segments choices={choices} value={text(value)} onChange={onChange} label={field.label} />;
  const many = field.kind === 'multiChoice';
  return (
    <Select
      {...shared}
      className="yd-select"
      mode={many ? 'multiple' : undefined}
      value={many ? (Array.isArray(value) ? value.map(String) : []) : value ? String(value) : undefined}
      options={choices.map(({ key, label }) => ({ value: key, label }))}
      placeholder={field.placeholder ?? `${words.choose}${field.label}`}
      allowClear={!field.required}
      showSearch={choices.length > 7 ? { optionFilterProp: 'label' } : false}
      onChange={(next: string | string[] | undefined) => onChange(next ?? null)}
    />
  );
}

/** Draws the input for a field of any of the sixteen kinds. */
export function FieldInput(props: FieldInputProps): ReactNode {
  const { field, value, onChange, id, invalid, describedBy, autoFocus, bare } = props;
  const shared = {
    id,
    autoFocus,
    disabled: field.readOnly,
    status: invalid ? ('error' as const) : undefined,
    variant: bare ? ('borderless' as const) : undefined,
    'aria-label': id ? undefined : field.label,
    'aria-invalid': invalid || undefined,
    'aria-describedby': describedBy,
    'aria-required': field.required || undefined,
  };
  switch (field.kind) {
    case 'integer':
    case 'number':
    case 'money':
    case 'percent':
      return <NumberInput {...props} shared={shared} />;
    case 'date':
    case 'datetime':
      return <DateInput {...props} shared={shared} />;
    case 'choice':
    case 'multiChoice':
      return <ChoiceInput {...props} shared={shared} />;
    case 'checkbox':
      return (
        <Checkbox
          id={id}
          autoFocus={autoFocus}
          disabled={field.readOnly}
          checked={value === true}
          onChange={(event) => onChange(event.target.checked)}
        >
          {field.label}
        </Checkbox>
      );
    case 'user':
    case 'reference':
      return <LookupSelect {...props} shared={shared} />;
    default:
      return <TextInput {...props} shared={shared} />;
  }
}
