export { type AddedContact, addContact as createContact } from './commands/add-contact.ts';
export { deleteAccount } from './commands/delete-account.ts';
export { deleteContact } from './commands/delete-contact.ts';
export { gradeAccount } from './commands/grade-account.ts';
export { holdAccount as requireAccount } from './commands/hold-account.ts';
export { type OpenedAccount, openAccount as createAccount } from './commands/open-account.ts';
export type { AccountMatch } from './model.ts';
export { findAccountMatches } from './queries.ts';
