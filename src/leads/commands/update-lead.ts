import { acceptValues, expectVersion, updateRow } from '#kernel/changes.ts';
import type { Step } from '#kernel/command.ts';
import type { Input, Output } from '#kernel/contract.ts';
import { announce } from '#kernel/outbox.ts';
import { companyKeys } from '#kernel/values/company-name-hant.ts';
import { mobileKey } from '#kernel/values/phone.ts';
import { Refusal } from '#kernel/values/refusal.ts';
import type * as contract from '../contract.ts';
import { leadUpdated } from '../events.ts';
import { leadObject } from '../fields.ts';
import { underHardKeys } from '../store/hard-keys.ts';
import { lockLead } from '../store/leads.ts';

/** Changes a lead under the version the caller read. A converted lead is history and stays as it is. */
export async function updateLead(
  { id, version, ...sent }: Input<typeof contract.updateLead>,
  step: Step,
): Promise<Output<typeof contract.updateLead>> {
  const lead = expectVersion(await lockLead(step, id), version);
  if (lead.status === 'converted') throw new Refusal('rule', 'wrong_state');
  const values = acceptValues(step.actor, leadObject, sent);

  const keys = {
    mobileKey: 'phone' in values ? mobileKey(values.phone as string | null) : null,
    uscc: (values.uscc ?? null) as string | null,
  };
  const columns = {
    ...('company' in values ? { company_key: companyKeys(String(values.company)).key } : {}),
    ...('phone' in values ? { mobile_key: keys.mobileKey } : {}),
    // A class written by hand stands until it is cleared: it names no rule.
    ...('class' in values && values.class !== lead.class ? { class_rule_id: null } : {}),
  };
  const saved = await underHardKeys(step, keys, () => updateRow(step, leadObject, lead, values, columns));
  if (saved.version !== lead.version)
    await announce(step, leadUpdated, { subject: id, changes: saved.changes, data: {} });
  return { id, version: saved.version };
}
