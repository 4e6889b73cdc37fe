import type { Step } from '#kernel/command.ts';
import type { Output } from '#kernel/contract.ts';
import type * as contract from '../contract.ts';
import { loadRuleSets, loadSettings } from '../store/rule-sets.ts';

/** The rules of every way in and what look-ups show. */
export async function getRules(_input: unknown, step: Step): Promise<Output<typeof contract.getRules>> {
  const sets = await loadRuleSets(step);
  const settings = await loadSettings(step);
  return {
    sets: sets.map(({ entry, rules, version }) => ({
      ...{ entry, version },
      rules: rules.map(({ terms, action }) => ({ action, terms: terms.map((term) => ({ ...term })) })),
    })),
    settings: { ...settings, shown: [...settings.shown] },
  };
}
