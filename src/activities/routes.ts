import { serve } from '#kernel/http.ts';
import { serveList } from '#kernel/lists.ts';
import { deleteActivity } from './commands/delete-activity.ts';
import { logActivity } from './commands/log-activity.ts';
import { planNextContact } from './commands/plan-next-contact.ts';
import { updateActivity } from './commands/update-activity.ts';
import * as contract from './contract.ts';
import { activitySource, getActivity } from './queries/activities.ts';
import { getTimeline } from './queries/timeline.ts';
import { getToday } from './queries/today.ts';

export const routes = [
  ...serveList(contract.activityList, activitySource),
  serve(contract.getActivity, getActivity),
  serve(contract.logActivity, logActivity),
  serve(contract.updateActivity, updateActivity),
  serve(contract.deleteActivity, deleteActivity),
  serve(contract.getTimeline, getTimeline),
  serve(contract.planNextContact, planNextContact),
  serve(contract.getToday, getToday),
];
