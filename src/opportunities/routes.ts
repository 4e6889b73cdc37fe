import { serveBulk } from '#kernel/bulk.ts';
import { serve } from '#kernel/http.ts';
import { serveList } from '#kernel/lists.ts';
import { assignOpportunity } from './commands/assign-opportunity.ts';
import { createOpportunity } from './commands/create-opportunity.ts';
import { deleteOpportunity } from './commands/delete-opportunity.ts';
import { invalidateOpportunity } from './commands/invalidate-opportunity.ts';
import { loseOpportunity } from './commands/lose-opportunity.ts';
import { moveOpportunity } from './commands/move-opportunity.ts';
import { reopenOpportunity } from './commands/reopen-opportunity.ts';
import { restoreOpportunity } from './commands/restore-opportunity.ts';
import { updateOpportunity } from './commands/update-opportunity.ts';
import { winOpportunity } from './commands/win-opportunity.ts';
import * as contract from './contract.ts';
import { getBoard } from './queries/board.ts';
import { getOpportunity, listStages, opportunitySource } from './queries/opportunities.ts';

export const routes = [
  ...serveList(contract.opportunityList, opportunitySource),
  serve(contract.listStages, listStages),
  serve(contract.getBoard, getBoard),
  serve(contract.getOpportunity, getOpportunity),
  serve(contract.createOpportunity, createOpportunity),
  serve(contract.updateOpportunity, updateOpportunity),
  serve(contract.moveOpportunity, moveOpportunity),
  serve(contract.winOpportunity, winOpportunity),
  serve(contract.loseOpportunity, loseOpportunity),
  serve(contract.invalidateOpportunity, invalidateOpportunity),
  serve(contract.reopenOpportunity, reopenOpportunity),
  serve(contract.assignOpportunity, assignOpportunity),
  serve(contract.deleteOpportunity, deleteOpportunity),
  serve(contract.restoreOpportunity, restoreOpportunity),
  serveBulk(contract.bulkMoveOpportunities, contract.moveOpportunity, moveOpportunity),
  serveBulk(contract.bulkLoseOpportunities, contract.loseOpportunity, loseOpportunity),
  serveBulk(contract.bulkAssignOpportunities, contract.assignOpportunity, assignOpportunity),
  serveBulk(contract.bulkUpdateOpportunities, contract.updateOpportunity, updateOpportunity),
  serveBulk(contract.bulkDeleteOpportunities, contract.deleteOpportunity, deleteOpportunity),
];
