/**
 * The one condition language: views, list filters, classification, assignment, recycling, approvals.
 * The shape is react-querybuilder's group/rule, so the editor needs no translation.
 */
export interface Group {
  readonly combinator: 'and' | 'or';
  readonly not?: boolean;
  readonly rules: readonly Condition[];
}

export interface Rule {
  readonly field: string;
  readonly operator: Operator;
  readonly value?: ConditionValue;
}

export type Condition = Group | Rule;

export type Operator =
  | '='
  | '!='
  | '>'
  | '>='
  | '<'
  | '<='
  | 'between'
  | 'contains'
  | 'notContains'
  | 'startsWith'
  | 'in'
  | 'notIn'
  | 'empty'
  | 'notEmpty'
  /** Date within a named period: value is a RelativePeriod. */
  | 'within'
  /** More than / fewer than N days ago: value is a whole number. */
  | 'olderThanDays'
  | 'newerThanDays';

export type RelativePeriod =
  | 'today'
  | 'yesterday'
  | 'tomorrow'
  | 'thisWeek'
  | 'lastWeek'
  | 'nextWeek'
  | 'thisMonth'
  | 'lastMonth'
  | 'nextMonth'
  | 'thisQuarter'
  | 'lastQuarter'
  | 'nextQuarter'
  | 'thisYear'
  | 'lastYear'
  | 'past'
  | 'future';

/** `'@me'` in a user field means whoever is looking. Numbers and money are decimal strings or numbers. */
export type ConditionValue = string | number | boolean | null | readonly (string | number)[];

/** What a reader needs to know of the moment: who looks, when, and in which zone days are counted. */
export interface ConditionMoment {
  readonly actorId: string;
  readonly now: Date;
  readonly zone: string;
}

/** Tells a group of conditions from a single one. */
export function isGroup(condition: Condition): condition is Group {
  return 'combinator' in condition;
}
