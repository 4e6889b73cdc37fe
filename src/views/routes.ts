import { serve } from '#kernel/http.ts';
import { createView } from './commands/create-view.ts';
import { deleteView, restoreView } from './commands/delete-view.ts';
import { favourView } from './commands/favour-view.ts';
import { updateView } from './commands/update-view.ts';
import * as contract from './contract.ts';
import { listViews } from './queries.ts';

export const routes = [
  serve(contract.listViews, listViews),
  serve(contract.createView, createView),
  serve(contract.updateView, updateView),
  serve(contract.deleteView, deleteView),
  serve(contract.restoreView, restoreView),
  serve(contract.favourView, favourView),
];
