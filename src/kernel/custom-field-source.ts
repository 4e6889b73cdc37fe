import type { Tx } from './db.ts';
import type { Field } from './fields.ts';

/** Fields that admins added, by object name. */
export type CustomFields = Readonly<Record<string, readonly Field[]>>;
type CustomFieldSource = (tx: Tx, orgId: string) => Promise<CustomFields>;

let source: CustomFieldSource = async () => ({});

/** The slice that keeps custom fields says here how to read them; without it there are none. */
export function setCustomFieldSource(read: CustomFieldSource): void {
  source = read;
}

/** The organisation's own fields, as they go into its snapshot. */
export function customFieldsOf(tx: Tx, orgId: string): Promise<CustomFields> {
  return source(tx, orgId);
}
