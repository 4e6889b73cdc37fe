import { serve } from '#kernel/http.ts';
import { serveList } from '#kernel/lists.ts';
import { approveTakeover, rejectTakeover } from './commands/answer-takeover.ts';
import { askTakeover } from './commands/ask-takeover.ts';
import { dismissGroup } from './commands/dismiss-group.ts';
import { lookUp } from './commands/look-up.ts';
import { mergeDuplicates } from './commands/merge-duplicates.ts';
import { setRules } from './commands/set-rules.ts';
import { setSettings } from './commands/set-settings.ts';
import { startScan } from './commands/start-scan.ts';
import { undoMerge } from './commands/undo-merge.ts';
import { withdrawTakeover } from './commands/withdraw-takeover.ts';
import * as contract from './contract.ts';
import { compareLeads, getGroup, groupSource, lookUpSource } from './queries/groups.ts';
import { listMerges, previewMerge } from './queries/merges.ts';
import { getRules } from './queries/rules.ts';
import { getScan } from './queries/scans.ts';
import { getTakeover, takeoverSource } from './queries/takeovers.ts';

export const routes = [
  serve(contract.lookUp, lookUp),
  ...serveList(contract.takeoverList, takeoverSource),
  serve(contract.askTakeover, askTakeover),
  serve(contract.getTakeover, getTakeover),
  serve(contract.approveTakeover, approveTakeover),
  serve(contract.rejectTakeover, rejectTakeover),
  serve(contract.withdrawTakeover, withdrawTakeover),
  ...serveList(contract.lookUpList, lookUpSource),
  serve(contract.getRules, getRules),
  serve(contract.setRules, setRules),
  serve(contract.setSettings, setSettings),
  ...serveList(contract.groupList, groupSource),
  serve(contract.getGroup, getGroup),
  serve(contract.compareLeads, compareLeads),
  serve(contract.dismissGroup, dismissGroup),
  serve(contract.previewMerge, previewMerge),
  serve(contract.mergeDuplicates, mergeDuplicates),
  serve(contract.listMerges, listMerges),
  serve(contract.undoMerge, undoMerge),
  serve(contract.getScan, getScan),
  serve(contract.startScan, startScan),
];
