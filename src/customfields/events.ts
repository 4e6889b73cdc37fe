import { fact } from '#kernel/outbox.ts';

interface Named {
  object: string;
  key: string;
}

export const customFieldCreated = fact<Named & { type: string }>('custom_field.created', 'customFields');
export const customFieldChanged = fact<Named>('custom_field.changed', 'customFields');
export const customFieldRetired = fact<Named>('custom_field.retired', 'customFields');
export const customFieldRestored = fact<Named>('custom_field.restored', 'customFields');
/** The thirty days are over: definition and values are gone. */
export const customFieldPurged = fact<Named>('custom_field.purged', 'customFields');
