import { serve } from '#kernel/http.ts';
import { serveList } from '#kernel/lists.ts';
import { allocateReceipt } from './commands/allocate-receipt.ts';
import { createReceipt } from './commands/create-receipt.ts';
import { reverseAllocation } from './commands/reverse-allocation.ts';
import { reverseReceipt } from './commands/reverse-receipt.ts';
import * as contract from './contract.ts';
import { getAgeing, listAgedLines } from './queries/ageing.ts';
import { getPosition } from './queries/position.ts';
import { getReceipt, getReceivable } from './queries/records.ts';
import { receiptSource, receivableSource } from './queries/sources.ts';
import { suggestAllocation } from './queries/suggestion.ts';

export const routes = [
  ...serveList(contract.receivableList, receivableSource),
  ...serveList(contract.receiptList, receiptSource),
  serve(contract.getReceivable, getReceivable),
  serve(contract.getReceipt, getReceipt),
  serve(contract.createReceipt, createReceipt),
  serve(contract.suggestAllocation, suggestAllocation),
  serve(contract.allocateReceipt, allocateReceipt),
  serve(contract.reverseAllocation, reverseAllocation),
  serve(contract.reverseReceipt, reverseReceipt),
  serve(contract.getPosition, getPosition),
  serve(contract.getAgeing, getAgeing),
  serve(contract.listAgedLines, listAgedLines),
];
