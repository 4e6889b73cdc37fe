import { serve } from '#kernel/http.ts';
import * as contract from './contract.ts';
import { namesOfRecords } from './queries/names-of-records.ts';
import { searchEverything } from './queries/search-everything.ts';

export const routes = [
  serve(contract.searchEverything, searchEverything),
  serve(contract.namesOfRecords, namesOfRecords),
];
