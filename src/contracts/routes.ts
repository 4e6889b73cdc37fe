import { serveBulk } from '#kernel/bulk.ts';
import { serve } from '#kernel/http.ts';
import { serveList } from '#kernel/lists.ts';
import { assignContract } from './commands/assign-contract.ts';
import { createContract } from './commands/create-contract.ts';
import { deleteContract } from './commands/delete-contract.ts';
import { restoreContract } from './commands/restore-contract.ts';
import { submitContract } from './commands/submit-contract.ts';
import { updateContract } from './commands/update-contract.ts';
import { voidContract } from './commands/void-contract.ts';
import * as contract from './contract.ts';
import { contractSource, getContract } from './queries.ts';

export const routes = [
  ...serveList(contract.contractList, contractSource),
  serve(contract.getContract, getContract),
  serve(contract.createContract, createContract),
  serve(contract.updateContract, updateContract),
  serve(contract.submitContract, submitContract),
  serve(contract.voidContract, voidContract),
  serve(contract.assignContract, assignContract),
  serve(contract.deleteContract, deleteContract),
  serve(contract.restoreContract, restoreContract),
  serveBulk(contract.bulkAssignContracts, contract.assignContract, assignContract),
  serveBulk(contract.bulkDeleteContracts, contract.deleteContract, deleteContract),
];
