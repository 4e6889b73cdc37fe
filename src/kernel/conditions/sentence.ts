import { type Field, fieldOf, type ObjectDefinition } from '#kernel/fields.ts';
import { dayOf, timeOf } from '#kernel/values/day.ts';
import { readInstant } from '#kernel/values/instant.ts';
import type { Lang } from '#kernel/values/lang.ts';
import { numberText } from '#kernel/values/number-text.ts';
import { foldCondition } from './fold.ts';
import { kindOf, relativePeriods, valueShapeOf } from './operators.ts';
import { me } from './rule-value.ts';
import { joints, operatorWords, periodWords } from './sentence-words.ts';
import type { Condition, Rule } from './tree.ts';

export interface SentenceOptions {
  readonly lang: Lang;
  /** The name behind an id of a user or reference field, where it is known. */
  readonly nameOf?: (field: Field, id: string) => string | undefined;
  /** Zone in which instants are shown; UTC when left out. */
  readonly zone?: string;
}

interface Part {
  readonly text: string;
  readonly joinedBy?: 'and' | 'or';
}

const shownValues = 6;

/**
 * Reads a condition back in the reader's words: 负责人 是 我 且 状态 不是 已转化、无效.
 *
 * Pass the definition as the reader may see it (`visibleFields`): a field outside it is named neither by its key nor
 * by the value it was compared with.
 */
export function conditionSentence(
  condition: Condition,
  definition: ObjectDefinition,
  options: SentenceOptions,
): string {
  const { lang } = options;
  const join = (parts: readonly Part[], by: 'and' | 'or'): Part => ({
    text: parts.map((part) => bracketed(part, by, lang)).join(joints[by][lang]),
    joinedBy: by,
  });
  const read = foldCondition<Part>(condition, {
    rule: (rule) => ({ text: ruleSentence(rule, definition, options) }),
    all: (parts) => join(parts, 'and'),
    any: (parts) => join(parts, 'or'),
    not: (part) => ({ text: lang === 'zh' ? `并非（${part.text}）` : `not (${part.text})` }),
  });
  return read?.text ?? joints.everything[lang];
}

function bracketed(part: Part, by: 'and' | 'or', lang: Lang): string {
  if (part.joinedBy === undefined || part.joinedBy === by) return part.text;
  return lang === 'zh' ? `（${part.text}）` : `(${part.text})`;
}

/** One rule as a filter chip shows it. */
export function ruleSentence(rule: Rule, definition: ObjectDefinition, options: SentenceOptions): string {
  const field = fieldOf(definition, rule.field);
  if (!field) return joints.unknownField[options.lang];
  const verb = operatorWords(field.type, rule.operator)[options.lang];
  const value = valueText(rule, field, options);
  return [field.label[options.lang], verb, value].filter((word) => word !== '').join(' ');
}

function valueText(rule: Rule, field: Field, options: SentenceOptions): string {
  const { lang } = options;
  const zh = lang === 'zh';
  const one = (value: unknown) => singleText(value, field, options);
  switch (valueShapeOf(rule.operator)) {
    case 'none':
      return '';
    case 'period': {
      const period = relativePeriods.find((name) => name === rule.value);
      return period ? periodWords(period)[lang] : joints.unknownValue[lang];
    }
    case 'days': {
      const count = one(rule.value);
      if (rule.operator === 'olderThanDays') return zh ? `${count} 天前` : `${count} ${days(count)} ago`;
      return zh ? `最近 ${count} 天内` : `the last ${count} ${days(count)}`;
    }
    case 'two': {
      const [low, high] = Array.isArray(rule.value) ? rule.value : [];
      return `${one(low)}${zh ? ' 和 ' : ' and '}${one(high)}`;
    }
    default:
      return Array.isArray(rule.value) ? listText(rule.value.map(one), lang) : one(rule.value);
  }
}

function days(count: string): string {
  return count === '1' ? 'day' : 'days';
}

function listText(values: readonly string[], lang: Lang): string {
  const more = values.length - shownValues;
  const shown = more > 0 ? values.slice(0, shownValues) : values;
  if (lang === 'zh') return shown.join('、') + (more > 0 ? ` 等 ${values.length} 项` : '');
  if (more > 0) return `${shown.join(', ')} or ${more} more`;
  const last = shown.at(-1) ?? '';
  return shown.length > 1 ? `${shown.slice(0, -1).join(', ')} or ${last}` : last;
}

function singleText(value: unknown, field: Field, { lang, nameOf, zone = 'UTC' }: SentenceOptions): string {
  if (typeof value === 'boolean') return joints[value ? 'yes' : 'no'][lang];
  const text = typeof value === 'string' || typeof value === 'number' ? String(value) : '';
  if (text === '') return '…';
  switch (kindOf(field.type)) {
    case 'id':
      return text === me ? joints.me[lang] : (nameOf?.(field, text) ?? joints.unknownValue[lang]);
    case 'key':
    case 'list':
      return field.choices?.find((choice) => choice.key === text)?.label[lang] ?? joints.unknownValue[lang];
    case 'number':
      return numberText(text) + (field.type === 'percent' ? '%' : '');
    case 'instant': {
      const at = readInstant(text);
      return at ? `${dayOf(at, zone)} ${timeOf(at, zone)}` : text;
    }
    case 'text':
      return `“${text}”`;
    default:
      return text;
  }
}
