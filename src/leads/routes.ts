import { serveBulk } from '#kernel/bulk.ts';
import { serve } from '#kernel/http.ts';
import { serveList } from '#kernel/lists.ts';
import { assignLead } from './commands/assign-lead.ts';
import { claimLead } from './commands/claim-lead.ts';
import { convertLead } from './commands/convert-lead.ts';
import { createLead } from './commands/create-lead.ts';
import { deleteLead } from './commands/delete-lead.ts';
import { invalidateLead } from './commands/invalidate-lead.ts';
import { protectLead } from './commands/protect-lead.ts';
import { releaseLead } from './commands/release-lead.ts';
import { restoreLead } from './commands/restore-lead.ts';
import { unprotectLead } from './commands/unprotect-lead.ts';
import { updateLead } from './commands/update-lead.ts';
import * as protection from './contract/protection.ts';
import * as contract from './contract.ts';
import { getHolding, getLead, leadSource, listPools, poolLeadSource, previewConversion } from './queries.ts';

export const routes = [
  ...serveList(contract.leadList, leadSource),
  ...serveList(contract.poolLeadList, poolLeadSource),
  serve(contract.getLead, getLead),
  serve(contract.createLead, createLead),
  serve(contract.updateLead, updateLead),
  serve(contract.claimLead, claimLead),
  serve(contract.releaseLead, releaseLead),
  serve(contract.assignLead, assignLead),
  serve(contract.invalidateLead, invalidateLead),
  serve(contract.deleteLead, deleteLead),
  serve(contract.restoreLead, restoreLead),
  serve(contract.previewConversion, previewConversion),
  serve(contract.convertLead, convertLead),
  serve(contract.getHolding, getHolding),
  serve(contract.listPools, listPools),
  serve(protection.protectLead, protectLead),
  serve(protection.unprotectLead, unprotectLead),
  serveBulk(protection.bulkProtect, protection.protectLead, protectLead),
  serveBulk(contract.bulkClaim, contract.claimLead, claimLead),
  serveBulk(contract.bulkRelease, contract.releaseLead, releaseLead),
  serveBulk(contract.bulkAssign, contract.assignLead, assignLead),
  serveBulk(contract.bulkUpdate, contract.updateLead, updateLead),
  serveBulk(contract.bulkDelete, contract.deleteLead, deleteLead),
];
