export { type AddedLead, type AddedTo, addLead } from './commands/add-lead.ts';
export { type CapFor, capFor } from './commands/cap-for.ts';
export {
  type CapturedLead,
  type CaptureOutcome,
  captureLeads,
  readCapturedValues,
} from './commands/capture-leads.ts';
export { limitProtections } from './commands/limit-protections.ts';
export { lockLeads } from './commands/lock-leads.ts';
export { type LeadMerge, leadTouchesMoving, lockLeadsToMerge, mergeLeads } from './commands/merge-leads.ts';
export { type LeadMove, moveLead } from './commands/move-lead.ts';
export { lockLeadsDue, recycleLeads } from './commands/recycle-leads.ts';
export { registerPlacer } from './commands/register-placer.ts';
export { type LeadClassing, setClass } from './commands/set-class.ts';
export { setRecycleClocks, stopClocks } from './commands/set-recycle-clocks.ts';
export { setScores } from './commands/set-scores.ts';
export { unmergeLeads } from './commands/unmerge-leads.ts';
export type { Arrival as LeadArrival, Placement as LeadPlace } from './model.ts';
export { leadFieldsToAsk } from './queries/lead-fields.ts';
export { loadForMerge } from './queries/merging.ts';
export { loadCapture, loadTouches } from './queries/touches.ts';
