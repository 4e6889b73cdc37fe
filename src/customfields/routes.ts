import { serve } from '#kernel/http.ts';
import { createCustomField } from './commands/create-custom-field.ts';
import { restoreCustomField, retireCustomField } from './commands/retire-custom-field.ts';
import { updateCustomField } from './commands/update-custom-field.ts';
import * as contract from './contract.ts';
import { listCustomFields } from './queries.ts';

export const routes = [
  serve(contract.listCustomFields, (_input, step) => listCustomFields(step)),
  serve(contract.createCustomField, createCustomField),
  serve(contract.updateCustomField, updateCustomField),
  serve(contract.retireCustomField, retireCustomField),
  serve(contract.restoreCustomField, restoreCustomField),
];
