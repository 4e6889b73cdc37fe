import { z } from 'zod';
import type { Operation } from '#kernel/contract.ts';
import { newId } from '#kernel/values/id.ts';

interface Schema {
  readonly type?: string | readonly string[];
  readonly enum?: readonly unknown[];
  readonly const?: unknown;
  readonly anyOf?: readonly Schema[];
  readonly format?: string;
  readonly pattern?: string;
  readonly minLength?: number;
  readonly minimum?: number;
  readonly exclusiveMinimum?: number;
  readonly items?: Schema;
  readonly minItems?: number;
  readonly properties?: Readonly<Record<string, Schema>>;
  readonly required?: readonly string[];
}

/** A body that an operation accepts, made from its own schema: required fields only, ids that nobody has. */
export function exampleInput(operation: Operation): Record<string, unknown> {
  const schema = z.toJSONSchema(operation.input, { io: 'input', unrepresentable: 'any' }) as Schema;
  return example(schema) as Record<string, unknown>;
}

function example(schema: Schema): unknown {
  if (schema.const !== undefined) return schema.const;
  if (schema.enum) return schema.enum[0];
  if (schema.anyOf) return example(schema.anyOf[0] ?? {});
  switch (Array.isArray(schema.type) ? schema.type[0] : schema.type) {
    case 'object':
      return Object.fromEntries(
        (schema.required ?? []).map((key) => [key, example(schema.properties?.[key] ?? {})]),
      );
    case 'array':
      return Array.from({ length: schema.minItems ?? 0 }, () => example(schema.items ?? {}));
    case 'integer':
    case 'number':
      return Math.max(1, schema.minimum ?? 1, (schema.exclusiveMinimum ?? 0) + 1);
    case 'boolean':
      return true;
    case 'string':
      return exampleText(schema);
    default:
      return 'x';
  }
}

function exampleText({ format, pattern = '', minLength = 1 }: Schema): string {
  if (format === 'uuid' || pattern.startsWith('^([0-9a-fA-F]{8}')) return newId();
  if (format === 'date') return '2026-11-17';
  if (format === 'date-time') return '2026-11-17T10:00:00+08:00';
  if (format === 'email') return 'nobody@example.test';
  if (pattern.includes('\\.\\d{1,2}')) return '1.00';
  if (pattern.includes('\\d{6}')) return '123456';
  return 'example of a text'.padEnd(minLength, 'x');
}
