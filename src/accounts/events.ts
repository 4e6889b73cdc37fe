import { fact } from '#kernel/outbox.ts';

export const accountCreated = fact<{
  name: string;
  ownerId: string;
  channel: string | null;
  leadId: string | null;
}>('account.created', 'accounts');
export const accountUpdated = fact('account.updated', 'accounts');
/** The contacts went along. Whoever keeps records of the account's customer decides what follows. */
export const accountTransferred = fact<{
  ownerId: string;
  previousOwnerId: string;
  /** The giver asked that his open deals with this customer go along. */
  opportunities: boolean;
}>('account.transferred', 'accounts');
export const accountDeleted = fact('account.deleted', 'accounts');
export const accountRestored = fact('account.restored', 'accounts');

export const contactCreated = fact<{ name: string; accountId: string }>('contact.created', 'contacts');
export const contactUpdated = fact('contact.updated', 'contacts');
export const contactDeleted = fact<{ accountId: string }>('contact.deleted', 'contacts');
export const contactRestored = fact<{ accountId: string }>('contact.restored', 'contacts');
