import type { ReactNode } from 'react';
import { NONE, numberText, percentText } from '#kernel/values/number-text.ts';
import { displayPhone, telLink } from '#kernel/values/phone-text.ts';
import { Person } from './avatar.tsx';
import { DateText, TimeText } from './date-text.tsx';
import type { ChoiceSpec, FieldSpec } from './field-spec.ts';
import { MaskedValue } from './masked-value.tsx';
import { Money } from './money.tsx';
import { StatusDot } from './status-dot.tsx';
import { useUi, useUiWords } from './ui-context.ts';

export interface FieldViewProps {
  readonly field: FieldSpec;
  readonly value: unknown;
  /** Names of user and reference ids, as every list answer brings them. */
  readonly names?: Readonly<Record<string, string>>;
  readonly currency?: string;
  /** `exact` writes every digit of an amount (records, finance); lists are compact. */
  readonly exact?: boolean;
}

function choiceText(choices: readonly ChoiceSpec[] | undefined, key: string): ReactNode {
  const choice = choices?.find((one) => one.key === key);
  if (!choice) return key;
  return choice.tone ? <StatusDot tone={choice.tone}>{choice.label}</StatusDot> : choice.label;
}

function YesNo({ value }: { readonly value: boolean }) {
  const words = useUiWords();
  return <>{value ? words.yes : words.no}</>;
}

function contactLink(kind: string, text: string): ReactNode {
  if (kind === 'url')
    return (
      <a href={text} target="_blank" rel="noreferrer">
        {text.replace(/^https?:\/\//, '')}
      </a>
    );
  return <a href={`mailto:${text}`}>{text}</a>;
}

/** A phone as people read it; a press dials. */
export function PhoneText({ phone }: { readonly phone: string }) {
  const { locale } = useUi();
  const shown = displayPhone(phone, locale);
  const href = telLink(phone);
  return href ? (
    <a className="yd-phone" href={href}>
      {shown}
    </a>
  ) : (
    <MaskedValue text={shown} />
  );
}

/** Shows one value the way its kind is shown everywhere: money, dates, people, choices, dashes. */
export function FieldView({ field, value, names, currency, exact }: FieldViewProps): ReactNode {
  if (value === null || value === undefined || value === '') return <span className="yd-none">{NONE}</span>;
  const text = String(value);
  switch (field.kind) {
    case 'money':
      return <Money amount={text} currency={currency ?? field.currency} as={exact ? 'exact' : 'compact'} />;
    case 'integer':
    case 'number':
      return <>{field.unit ? `${numberText(text)} ${field.unit}` : numberText(text)}</>;
    case 'percent':
      return <>{percentText(text, text.includes('.') ? 1 : 0)}</>;
    case 'date':
      return <DateText day={text} as={exact ? 'full' : 'auto'} />;
    case 'datetime':
      return <TimeText at={text} as={exact ? 'timeline' : 'ago'} />;
    case 'choice':
      return <>{choiceText(field.choices, text)}</>;
    case 'multiChoice': {
      const keys = Array.isArray(value) ? value.map(String) : [text];
      const label = (key: string) => field.choices?.find((one) => one.key === key)?.label ?? key;
      return <>{keys.length > 0 ? keys.map(label).join('、') : NONE}</>;
    }
    case 'checkbox':
      return <YesNo value={value === true} />;
    case 'user':
      return <Person id={text} name={names?.[text] ?? NONE} />;
    case 'reference':
      return <>{names?.[text] ?? NONE}</>;
    case 'phone':
      return <PhoneText phone={text} />;
    case 'email':
    case 'url':
      return text.includes('***') ? <MaskedValue text={text} /> : contactLink(field.kind, text);
    default:
      return text.includes('***') && field.masked ? <MaskedValue text={text} /> : text;
  }
}

/** Numbers right, words left, never centred. */
export function isRightAligned(field: Pick<FieldSpec, 'kind'>): boolean {
  return ['money', 'integer', 'number', 'percent'].includes(field.kind);
}
