import { type ReactNode, useState } from 'react';
import { localePreference } from '#kernel/web/preferences.ts';
import { isProblem, useAct } from '#kernel/web/use-operation.ts';
import { useToasts } from '#ui/toast.tsx';
import { moveOpportunity } from '../../contract.ts';
import type { openStageKeys, Stage } from '../../model.ts';
import { decideMove } from '../../rules/moving.ts';
import { MoveBackDialog } from './move-back-dialog.tsx';
import { words } from './opportunity-words.ts';

interface Deal {
  readonly id: string;
  readonly version: number;
  readonly name: string;
}

interface Back {
  readonly deal: Deal;
  readonly stage: { readonly key: (typeof openStageKeys)[number]; readonly name: string };
}

interface Mover {
  /** Answers a sentence when it was refused. Moving back opens a question first and answers nothing. */
  readonly move: (
    deal: Deal,
    from: string,
    to: Stage,
    stages: readonly Stage[],
  ) => Promise<string | undefined>;
  readonly dialog: ReactNode;
}

/** Moves a deal by the same rule as the server: forward at once, backward after the reason has been given. */
export function useMove(onDone?: () => void): Mover {
  const w = words.use();
  const locale = localePreference.use();
  const toasts = useToasts();
  const act = useAct(moveOpportunity, { quiet: true });
  const [back, setBack] = useState<Back | null>(null);
  async function move(deal: Deal, from: string, to: Stage, stages: readonly Stage[]) {
    const name = locale === 'zh' ? to.nameZh : to.nameEn;
    const key = to.key as (typeof openStageKeys)[number];
    const present = stages.find((stage) => stage.key === from);
    const decided = present ? decideMove(present, to, null) : null;
    if (decided && 'no' in decided && decided.no === 'reason_required') {
      setBack({ deal, stage: { key, name } });
      return undefined;
    }
    const answer = await act({ id: deal.id, version: deal.version, stage: key });
    if (isProblem(answer)) return answer.message;
    toasts.show({ text: w('moved', { stage: name }) });
    onDone?.();
    return undefined;
  }
  const dialog = back ? (
    <MoveBackDialog deal={back.deal} stage={back.stage} onClose={() => setBack(null)} onDone={onDone} />
  ) : null;
  return { move, dialog };
}
