import { useState } from 'react';
import { localePreference } from '#kernel/web/preferences.ts';
import { isProblem, useAct } from '#kernel/web/use-operation.ts';
import { planImport, runImport } from '../../contract/imports.ts';
import { draftOf, type ImportDetail, type PlanDraft } from './import-types.ts';

/** What the wizard does on 下一步: sends the plan to be checked, then starts the run, with a second yes where needed. */
export function useImportSteps(one: ImportDetail) {
  const locale = localePreference.use();
  const [draft, setDraft] = useState<PlanDraft>(() => draftOf(one));
  const [back, setBack] = useState(false);
  const [problem, setProblem] = useState<string>();
  const [again, setAgain] = useState(false);
  const [working, setWorking] = useState(false);
  const plan = useAct(planImport, { quiet: true });
  const run = useAct(runImport, { quiet: true });
  const labelOf = (key: string) => one.fields.find((field) => field.key === key)?.label[locale];

  async function check(): Promise<void> {
    setWorking(true);
    const answer = await plan({ id: one.id, ...draft });
    setWorking(false);
    if (!isProblem(answer)) {
      setProblem(undefined);
      setBack(false);
      return;
    }
    const parts = answer.errors.map(({ field, message }) =>
      [labelOf(field), message].filter(Boolean).join('：'),
    );
    setProblem(parts.join('；') || answer.message);
  }

  async function start(sure: boolean): Promise<void> {
    setWorking(true);
    const answer = await run({ id: one.id, again: sure });
    setWorking(false);
    setAgain(isProblem(answer) && answer.code === 'same_file');
    setProblem(isProblem(answer) && answer.code !== 'same_file' ? answer.message : undefined);
  }

  return { draft, setDraft, back, setBack, problem, again, setAgain, working, check, start };
}
