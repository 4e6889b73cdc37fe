import { serveBulk } from '#kernel/bulk.ts';
import { serve } from '#kernel/http.ts';
import { serveList } from '#kernel/lists.ts';
import { assignAccount } from './commands/assign-account.ts';
import { createAccount } from './commands/create-account.ts';
import { createContact } from './commands/create-contact.ts';
import { deleteAccount } from './commands/delete-account.ts';
import { deleteContact } from './commands/delete-contact.ts';
import { restoreAccount } from './commands/restore-account.ts';
import { restoreContact } from './commands/restore-contact.ts';
import { updateAccount } from './commands/update-account.ts';
import { updateContact } from './commands/update-contact.ts';
import * as contract from './contract.ts';
import { accountSource, contactSource, getAccount, getContact, matchAccounts } from './queries.ts';

export const routes = [
  ...serveList(contract.accountList, accountSource),
  ...serveList(contract.contactList, contactSource),
  serve(contract.getAccount, getAccount),
  serve(contract.matchAccounts, matchAccounts),
  serve(contract.createAccount, createAccount),
  serve(contract.updateAccount, updateAccount),
  serve(contract.assignAccount, assignAccount),
  serve(contract.deleteAccount, deleteAccount),
  serve(contract.restoreAccount, restoreAccount),
  serve(contract.getContact, getContact),
  serve(contract.createContact, createContact),
  serve(contract.updateContact, updateContact),
  serve(contract.deleteContact, deleteContact),
  serve(contract.restoreContact, restoreContact),
  serveBulk(contract.bulkAssignAccounts, contract.assignAccount, assignAccount),
  serveBulk(contract.bulkUpdateAccounts, contract.updateAccount, updateAccount),
  serveBulk(contract.bulkDeleteAccounts, contract.deleteAccount, deleteAccount),
  serveBulk(contract.bulkUpdateContacts, contract.updateContact, updateContact),
  serveBulk(contract.bulkDeleteContacts, contract.deleteContact, deleteContact),
];
