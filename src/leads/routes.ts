import { serveBulk } from '#kernel/bulk.ts';
import { serve } from '#kernel/http.ts';
import { serveList } from '#kernel/lists.ts';
import { assignLead } from './commands/assign-lead.ts';
import { claimLead } from './commands/claim-lead.ts';
import { clearCap } from './commands/clear-cap.ts';
import { convertLead } from './commands/convert-lead.ts';
import { createLead } from './commands/create-lead.ts';
import { createPool } from './commands/create-pool.ts';
import { deleteLead } from './commands/delete-lead.ts';
import { deletePool } from './commands/delete-pool.ts';
import { endNurture } from './commands/end-nurture.ts';
import { invalidateLead } from './commands/invalidate-lead.ts';
import { nurtureLead } from './commands/nurture-lead.ts';
import { openLead } from './commands/open-lead.ts';
import { protectLead } from './commands/protect-lead.ts';
import { releaseLead } from './commands/release-lead.ts';
import { restoreLead } from './commands/restore-lead.ts';
import { setCap } from './commands/set-cap.ts';
import { setStandardCap } from './commands/set-standard-cap.ts';
import { transferLead } from './commands/transfer-lead.ts';
import { undoConversion } from './commands/undo-conversion.ts';
import { unprotectLead } from './commands/unprotect-lead.ts';
import { updateLead } from './commands/update-lead.ts';
import { updatePool } from './commands/update-pool.ts';
import * as caps from './contract/caps.ts';
import * as conversion from './contract/conversion.ts';
import * as pools from './contract/pools.ts';
import * as protection from './contract/protection.ts';
import * as contract from './contract.ts';
import { capSettings, explainCap, getHolding, listHoldings } from './queries/caps.ts';
import { getLead } from './queries/get-lead.ts';
import { listPools, placesOfLead, poolSettings } from './queries/pools.ts';
import { previewConversion } from './queries/preview-conversion.ts';
import { leadSource, poolLeadSource } from './queries.ts';

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
  serve(conversion.previewConversion, previewConversion),
  serve(conversion.convertLead, convertLead),
  serve(conversion.undoConversion, undoConversion),
  serve(conversion.nurtureLead, nurtureLead),
  serve(conversion.endNurture, endNurture),
  serve(contract.getHolding, getHolding),
  serve(contract.listPools, listPools),
  serve(contract.transferLead, transferLead),
  serveBulk(contract.bulkTransfer, contract.transferLead, transferLead),
  serve(pools.poolSettings, poolSettings),
  serve(pools.createPool, createPool),
  serve(pools.updatePool, updatePool),
  serve(pools.deletePool, deletePool),
  serve(pools.openLead, openLead),
  serve(pools.placesOfLead, placesOfLead),
  serve(caps.capSettings, capSettings),
  serve(caps.setStandardCap, setStandardCap),
  serve(caps.setCap, setCap),
  serve(caps.clearCap, clearCap),
  serve(caps.listHoldings, listHoldings),
  serve(caps.explainCap, explainCap),
  serve(protection.protectLead, protectLead),
  serve(protection.unprotectLead, unprotectLead),
  serveBulk(protection.bulkProtect, protection.protectLead, protectLead),
  serveBulk(contract.bulkClaim, contract.claimLead, claimLead),
  serveBulk(contract.bulkRelease, contract.releaseLead, releaseLead),
  serveBulk(contract.bulkAssign, contract.assignLead, assignLead),
  serveBulk(contract.bulkUpdate, contract.updateLead, updateLead),
  serveBulk(contract.bulkDelete, contract.deleteLead, deleteLead),
];
