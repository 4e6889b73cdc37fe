import type { Step } from '#kernel/command.ts';
import { closeNotices } from '../store/notifications.ts';

/** A question that was taken back waits for nobody. */
export function forgetQuestion(approvalId: string, step: Step): Promise<void> {
  return closeNotices(step, { kind: 'approvalAsked', object: 'approvals', recordId: approvalId });
}
