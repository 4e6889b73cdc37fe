import { fact } from '#kernel/outbox.ts';

export const sampleCreated = fact<{ name: string; ownerId: string }>('sample.created', 'samples');
export const sampleUpdated = fact('sample.updated', 'samples');
export const sampleClosed = fact<{ ownerId: string }>('sample.closed', 'samples');
