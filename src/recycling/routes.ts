import { serve } from '#kernel/http.ts';
import { disableRecycling, enableRecycling } from './commands/enable-recycling.ts';
import { saveDraft } from './commands/save-draft.ts';
import { saveLimits } from './commands/save-limits.ts';
import { setClocks } from './commands/set-clocks.ts';
import { simulateRules } from './commands/simulate-rules.ts';
import * as contract from './contract.ts';
import { getLeadClock, listDueSoon } from './queries/lead-clock.ts';
import { getRecycling } from './queries/rules.ts';
import { getRun, listRuns } from './queries/runs.ts';

export const routes = [
  serve(contract.getRecycling, getRecycling),
  serve(contract.saveDraft, saveDraft),
  serve(contract.simulateRules, simulateRules),
  serve(contract.enableRecycling, enableRecycling(setClocks)),
  serve(contract.disableRecycling, disableRecycling(setClocks)),
  serve(contract.saveLimits, saveLimits),
  serve(contract.listRuns, listRuns),
  serve(contract.getRun, getRun),
  serve(contract.getLeadClock, getLeadClock),
  serve(contract.listDueSoon, listDueSoon),
];
