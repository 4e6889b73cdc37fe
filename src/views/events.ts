import { fact } from '#kernel/outbox.ts';

interface Named {
  listId: string;
  name: string;
}

export const viewCreated = fact<Named & { shared: boolean }>('view.created', 'views');
export const viewChanged = fact<Named>('view.changed', 'views');
export const viewDeleted = fact<Named>('view.deleted', 'views');
export const viewRestored = fact<Named>('view.restored', 'views');
/** Shared views of somebody who has left go to his successor. */
export const viewHandedOver = fact<Named & { from: string; to: string }>('view.handed_over', 'views');
