import { findAccountMatches } from '#accounts/public.ts';
import { definitionFor } from '#kernel/access.ts';
import type { Step } from '#kernel/command.ts';
import type { Input, Output } from '#kernel/contract.ts';
import { isEditable } from '#kernel/fields.ts';
import { readRow } from '#kernel/read-row.ts';
import { visibleRecords } from '#kernel/records.ts';
import type * as contract from '../contract/conversion.ts';
import { leadObject } from '../fields.ts';
import { keptOnLead } from '../rules/converting.ts';
import { findContacts } from '../store/conversions.ts';

/** What a conversion would meet: accounts and contacts that may be the same, and what stays on the lead. */
export async function previewConversion(
  { id }: Input<typeof contract.previewConversion>,
  step: Step,
): Promise<Output<typeof contract.previewConversion>> {
  const { row } = await readRow(leadObject, id, step);
  const phone = row.phone as string | null;
  const email = row.email as string | null;
  const found = await findAccountMatches({ name: String(row.company), phone, email }, step);
  const seen = await visibleRecords(
    step,
    'accounts',
    found.map((match) => match.id),
  );
  const matches = found.map((match) => ({ ...match, linkable: seen.has(match.id) }));
  const contacts = await findContacts(step, {
    ...{ phone, email, name: row.contactName as string | null },
    accountIds: [...seen],
  });
  const fields = definitionFor(step.actor, leadObject).fields.map((field) => ({
    key: field.customKey ? `custom.${field.customKey}` : field.key,
    entered: isEditable(field),
  }));
  return { matches, contacts, kept: keptOnLead(fields, row) };
}
