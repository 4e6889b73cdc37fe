export { deleteOpportunity } from './commands/delete-opportunity.ts';
export { holdOpportunity as requireOpportunity } from './commands/hold-opportunity.ts';
export { loseOpportunity } from './commands/lose-opportunity.ts';
export { moveOpportunity } from './commands/move-opportunity.ts';
export { type OpenedOpportunity, openOpportunity as createOpportunity } from './commands/open-opportunity.ts';
export { winOpportunity } from './commands/win-opportunity.ts';
