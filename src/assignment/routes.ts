import { serve } from '#kernel/http.ts';
import { serveList } from '#kernel/lists.ts';
import { createLeave } from './commands/create-leave.ts';
import { createRule } from './commands/create-rule.ts';
import { deleteLeave } from './commands/delete-leave.ts';
import { deleteRule } from './commands/delete-rule.ts';
import { orderRules } from './commands/order-rules.ts';
import { saveRules } from './commands/save-rules.ts';
import { setHours } from './commands/set-hours.ts';
import { updateRule } from './commands/update-rule.ts';
import { updateSettings } from './commands/update-settings.ts';
import './commands/place-arrivals.ts';
import * as contract from './contract.ts';
import { listLeaves } from './queries/calendar.ts';
import { assignmentsOfLead, firstResponses, timerSource } from './queries/responses.ts';
import { getSettings, listRules } from './queries/rules.ts';
import { simulateRules } from './queries/simulation.ts';

export const routes = [
  serve(contract.listRules, listRules),
  serve(contract.createRule, createRule),
  serve(contract.updateRule, updateRule),
  serve(contract.deleteRule, deleteRule),
  serve(contract.orderRules, orderRules),
  serve(contract.saveRules, saveRules),
  serve(contract.simulateRules, simulateRules),
  serve(contract.getSettings, getSettings),
  serve(contract.updateSettings, updateSettings),
  serve(contract.listLeaves, listLeaves),
  serve(contract.createLeave, createLeave),
  serve(contract.deleteLeave, deleteLeave),
  serve(contract.setHours, setHours),
  ...serveList(contract.timerList, timerSource),
  serve(contract.firstResponses, firstResponses),
  serve(contract.assignmentsOfLead, assignmentsOfLead),
];
