import { useCallback, useEffect, useState } from 'react';
import type { Output, Sent } from '#kernel/contract.ts';
import { isProblem, useAct } from '#kernel/web/use-operation.ts';
import { useToasts } from '#ui/toast.tsx';
import { type getRecycling, saveDraft, saveLimits, simulateRules } from '../../contract.ts';
import type { RecycleRule, RuleSet } from '../../rules/rule-set.ts';
import { words } from './recycling-words.ts';

export type Recycling = Output<typeof getRecycling>;
export type Draft = RuleSet;
export type DraftRule = RecycleRule;
export type Limits = Recycling['limits'];
export type Outlook = Output<typeof simulateRules>;
export type Asked = Sent<typeof simulateRules>;

export interface RulesDraft {
  readonly draft: Draft;
  readonly limits: Limits;
  readonly changed: boolean;
  readonly outlook: Outlook | null;
  readonly asked: Asked;
  readonly working: boolean;
  readonly setDraft: (draft: Draft) => void;
  readonly setLimits: (limits: Limits) => void;
  readonly setRule: (at: number, change: Partial<DraftRule>) => void;
  /** Saves what was changed; false when it was refused. */
  readonly save: () => Promise<boolean>;
  readonly simulate: (asked?: Asked) => Promise<void>;
}

/** The draft as it is being written, and what it would do as far as that has been asked. */
export function useRulesDraft(stored: Recycling, mayManage: boolean): RulesDraft {
  const w = words.use();
  const toasts = useToasts();
  const [draft, setDraft] = useState(stored.draft as Draft);
  const [limits, setLimits] = useState<Limits>(stored.limits);
  const [outlook, setOutlook] = useState<Outlook | null>(null);
  const [asked, setAsked] = useState<Asked>({});
  const [working, setWorking] = useState(false);
  const keep = useAct(saveDraft);
  const keepLimits = useAct(saveLimits);
  const run = useAct(simulateRules);
  const limitsChanged = JSON.stringify(limits) !== JSON.stringify(stored.limits);
  const draftChanged = JSON.stringify(draft) !== JSON.stringify(stored.draft);
  const simulate = useCallback(
    async (next: Asked = {}) => {
      setWorking(true);
      setAsked(next);
      const answer = await run(next);
      setWorking(false);
      if (!isProblem(answer)) setOutlook(answer);
    },
    [run],
  );
  useEffect(() => {
    if (mayManage) void simulate();
  }, [mayManage, simulate]);
  const save = async () => {
    if (limitsChanged && isProblem(await keepLimits(limits))) return false;
    if (draftChanged && isProblem(await keep({ draft: draft as Recycling['draft'] }))) return false;
    toasts.show({ text: w('saved') });
    await simulate();
    return true;
  };
  return {
    ...{ draft, limits, outlook, asked, working, setDraft, setLimits, save, simulate },
    changed: draftChanged || limitsChanged,
    setRule: (at, change) =>
      setDraft({
        ...draft,
        rules: draft.rules.map((rule, place) => (place === at ? { ...rule, ...change } : rule)),
      }),
  };
}
