import { z } from 'zod';
import { type Field, isEditable, type ObjectDefinition } from './fields.ts';

const money = z.string().regex(/^-?\d{1,16}(\.\d{1,2})?$/);
const decimal = z.string().regex(/^-?\d{1,18}(\.\d{1,6})?$/);
const longest = { text: 200, longText: 20_000, phone: 40, email: 254, url: 2_000 } as const;

/** The shape of one value of a field, as it travels in JSON. Empty means null. */
export function valueSchema(field: Field): z.ZodType {
  switch (field.type) {
    case 'text':
    case 'longText':
    case 'phone':
    case 'email':
      return z.string().max(field.maxLength ?? longest[field.type]);
    case 'url':
      return z
        .string()
        .max(longest.url)
        .regex(/^https?:\/\/\S+$/i, 'not_a_web_address');
    case 'integer':
      return z
        .int()
        .min(Number(field.min ?? -2147483648))
        .max(Number(field.max ?? 2147483647));
    case 'number':
    case 'percent':
      return decimal;
    case 'money':
      return money;
    case 'date':
      return z.iso.date();
    case 'datetime':
      return z.iso.datetime({ offset: true });
    case 'checkbox':
      return z.boolean();
    case 'user':
    case 'reference':
      return z.guid();
    case 'choice':
      return z.enum(choiceKeys(field));
    case 'multiChoice':
      return z.array(z.enum(choiceKeys(field))).max(100);
  }
}

function choiceKeys(field: Field): [string, ...string[]] {
  const [first, ...rest] = (field.choices ?? []).map((choice) => choice.key);
  return [first ?? '', ...rest];
}

/** Values of fields an admin added; checked against the organisation's own catalogue when the request runs. */
export const customSchema = z.record(z.string().max(60), z.unknown());

type Shape = Record<string, z.ZodType>;

function editableShape(definition: ObjectDefinition, wrap: (field: Field) => z.ZodType): Shape {
  const shape: Shape = {};
  for (const field of definition.fields) if (isEditable(field)) shape[field.key] = wrap(field);
  if (definition.customFields) shape.custom = customSchema.optional();
  return shape;
}

/** Input of a create operation: required fields present, the rest optional or null. */
export function createShape(definition: ObjectDefinition): Shape {
  return editableShape(definition, (field) =>
    field.required ? valueSchema(field) : valueSchema(field).nullable().optional(),
  );
}

/** Input of a PATCH: any subset; a required field may change but not become empty. */
export function patchShape(definition: ObjectDefinition): Shape {
  return editableShape(definition, (field) =>
    field.required ? valueSchema(field).optional() : valueSchema(field).nullable().optional(),
  );
}

/** One row as lists and details show it; fields the actor may not see are absent. */
export function rowSchema(definition: ObjectDefinition): z.ZodObject {
  const shape: Shape = { id: z.guid(), version: z.int() };
  for (const field of definition.fields)
    shape[field.key] = field.masked
      ? z.string().nullable().optional()
      : valueSchema(field).nullable().optional();
  if (definition.customFields) shape.custom = z.record(z.string(), z.unknown()).optional();
  return z.object(shape);
}
