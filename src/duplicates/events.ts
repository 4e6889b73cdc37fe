import { fact } from '#kernel/outbox.ts';
import type { DuplicateRule, EntryPoint } from './model.ts';

export const takeoverAsked = fact<{ takeoverId: string; requesterId: string; ownerId: string }>(
  'takeover.asked',
  'takeovers',
);
export const takeoverDecided = fact<{
  takeoverId: string;
  leadId: string;
  verdict: 'approved' | 'rejected' | 'withdrawn' | 'lapsed';
  note: string | null;
}>('takeover.decided', 'takeovers');
export const duplicateRulesChanged = fact<{ entry: EntryPoint; rules: readonly DuplicateRule[] }>(
  'duplicateRules.changed',
  'duplicateRules',
);
export const duplicateSettingsChanged = fact<{ shown: readonly string[]; alertHits: number }>(
  'duplicateSettings.changed',
  'duplicateRules',
);
export const groupDismissed = fact<{ dismissed: boolean }>('duplicateGroup.dismissed', 'duplicateGroups');
