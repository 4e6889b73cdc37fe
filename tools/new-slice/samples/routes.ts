import { serve } from '#kernel/http.ts';
import { serveList } from '#kernel/lists.ts';
import { closeSample } from './commands/close-sample.ts';
import { createSample } from './commands/create-sample.ts';
import { updateSample } from './commands/update-sample.ts';
import * as contract from './contract.ts';
import { getSample, sampleSource } from './queries.ts';

export const routes = [
  ...serveList(contract.sampleList, sampleSource),
  serve(contract.getSample, getSample),
  serve(contract.createSample, createSample),
  serve(contract.updateSample, updateSample),
  serve(contract.closeSample, closeSample),
];
