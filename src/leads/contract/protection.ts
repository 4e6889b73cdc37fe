import { z } from 'zod';
import { bulkContract } from '#kernel/bulk-contract.ts';
import { daySchema, idSchema, operation, versionSchema } from '#kernel/contract.ts';

const saved = z.object({ id: idSchema, version: versionSchema });
const notOwned = { zh: '只有在私海里的线索才能锁定', en: 'Only a lead that somebody holds can be protected' };

export const protectLead = operation({
  id: 'leads.protect',
  method: 'POST',
  path: '/leads/{id}/protect',
  summary: { zh: '锁定线索，期内不回收', en: 'Protect a lead from being recycled' },
  permission: 'leads.update',
  object: 'leads',
  input: z.strictObject({ id: idSchema, until: daySchema.describe('protected through this day') }),
  output: saved,
  refusals: {
    not_owned: notOwned,
    wrong_state: { zh: '线索现在的状态不能这样做', en: 'The lead is in a state that does not allow this' },
    too_many_protected: {
      zh: '锁定已满，{held} / {cap}。先解锁 1 条',
      en: 'Protected already: {held} / {cap}. Release one first',
    },
    protected_too_long: {
      zh: '最长锁定 {days} 天，最晚到 {latest}',
      en: 'At most {days} days, until {latest} at the latest',
    },
    protected_in_past: { zh: '锁定到期日不能早于今天', en: 'Protection cannot end before today' },
    renewals_used_up: {
      zh: '这条线索已续锁 {renewals} 次，不能再锁',
      en: 'Renewed {renewals} times already',
    },
  },
});

export const unprotectLead = operation({
  id: 'leads.unprotect',
  method: 'POST',
  path: '/leads/{id}/unprotect',
  summary: { zh: '解除锁定', en: 'End the protection' },
  permission: 'leads.update',
  object: 'leads',
  input: z.strictObject({ id: idSchema }),
  output: saved,
  refusals: { not_owned: notOwned },
});

export const bulkProtect = bulkContract(protectLead, '/leads/bulk-protect');
