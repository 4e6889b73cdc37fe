import { z } from 'zod';
import { operators } from './operators.ts';
import type { Condition } from './tree.ts';

/** Bounds of one condition: what a person can still oversee, and a query can still answer in time. */
export const conditionLimits = { depth: 5, rules: 50, values: 500, text: 1_000 } as const;

// PostgreSQL stores neither NUL nor half a surrogate pair: refused here, they cannot break a query.
const text = z
  .string()
  .max(conditionLimits.text)
  .refine((value) => !value.includes('\u0000') && value.isWellFormed(), { message: 'bad_text' });

const one = z.union([text, z.number()]);

const ruleSchema = z.strictObject({
  field: text.min(1).max(80),
  operator: z.enum(operators),
  value: z.union([one, z.boolean(), z.null(), z.array(one).max(conditionLimits.values)]).optional(),
});

/** A group that may contain groups so many levels down: written out, because recursion would have no bottom. */
function groupSchema(levels: number): z.ZodType<Condition> {
  const inner = levels > 1 ? z.union([ruleSchema, groupSchema(levels - 1)]) : ruleSchema;
  return z.strictObject({
    combinator: z.enum(['and', 'or']),
    not: z.boolean().optional(),
    rules: z.array(inner).max(conditionLimits.rules),
  });
}

/** Counts the rules of a condition, groups not included. */
export function countRules(condition: Condition): number {
  if (!('combinator' in condition)) return 1;
  return condition.rules.reduce((sum, rule) => sum + countRules(rule), 0);
}

/**
 * The shape of a condition as it comes from outside: at most five groups deep and fifty rules, unknown
 * properties refused. Whether its fields exist and its values fit is for `checkCondition` to say.
 */
export const conditionSchema: z.ZodType<Condition> = z
  .union([ruleSchema, groupSchema(conditionLimits.depth)])
  .refine((condition) => countRules(condition) <= conditionLimits.rules, { message: 'too_many_rules' });
