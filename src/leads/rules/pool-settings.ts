import type { ClaimWindow, ScopeKind } from '../model.ts';

export interface PoolSettings {
  readonly name: string;
  readonly mode: 'claim' | 'assign';
  readonly openToAll: boolean;
  readonly members: readonly { kind: ScopeKind; id: string }[];
  readonly admins: readonly { kind: ScopeKind; id: string }[];
  readonly dailyQuota: number;
  readonly cooldown: { amount: number; unit: 'days' | 'hours' };
  readonly protectHours: number;
  readonly claimWindow: ClaimWindow | null;
  readonly viewQuota: number | null;
  readonly retention: number | null;
  readonly hiddenFields: readonly string[];
}

/** What is kept of a pool's settings, by column; a cool-down in hours stands beside the days, which it overrules. */
export function poolColumns(sent: Partial<PoolSettings> & { readonly active?: boolean | undefined }) {
  const { cooldown } = sent;
  const columns = {
    name: sent.name,
    mode: sent.mode,
    open_to_all: sent.openToAll,
    daily_quota: sent.dailyQuota,
    ...(cooldown?.unit === 'hours' ? { cooldown_hours: cooldown.amount } : {}),
    ...(cooldown?.unit === 'days' ? { cooldown_days: cooldown.amount, cooldown_hours: null } : {}),
    protect_hours: sent.protectHours,
    claim_window: sent.claimWindow,
    view_quota: sent.viewQuota,
    retention: sent.retention,
    hidden_fields: sent.hiddenFields,
    active: sent.active,
  };
  return Object.fromEntries(Object.entries(columns).filter(([, value]) => value !== undefined));
}
