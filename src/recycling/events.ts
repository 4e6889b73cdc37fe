import { fact } from '#kernel/outbox.ts';

export const recyclingDrafted = fact('recycling.drafted', 'recycling');
export const recyclingEnabled = fact<{ rules: number; firstNight: string }>('recycling.enabled', 'recycling');
export const recyclingDisabled = fact<{ pausedOn: string }>('recycling.disabled', 'recycling');
