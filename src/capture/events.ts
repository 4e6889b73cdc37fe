import { fact } from '#kernel/outbox.ts';
import type { CaptureMethod } from './model.ts';

/** Something came in from outside and is safe; it becomes a lead moments later. */
export const submissionReceived = fact<{ method: CaptureMethod; originId: string }>(
  'submission.received',
  'captureSubmissions',
);
export const submissionDismissed = fact('submission.dismissed', 'captureSubmissions');
export const submissionReplayed = fact<{ leadId: string }>('submission.replayed', 'captureSubmissions');
export const formCreated = fact<{ name: string }>('captureForm.created', 'captureForms');
export const formUpdated = fact('captureForm.updated', 'captureForms');
export const formDeleted = fact('captureForm.deleted', 'captureForms');
export const sourceCreated = fact<{ name: string; kind: string }>('captureSource.created', 'captureSources');
export const sourceUpdated = fact('captureSource.updated', 'captureSources');
export const sourceDeleted = fact('captureSource.deleted', 'captureSources');
export const secretRotated = fact('captureSource.secretRotated', 'captureSources');
