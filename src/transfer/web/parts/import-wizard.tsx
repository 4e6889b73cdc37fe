import { localePreference } from '#kernel/web/preferences.ts';
import { Wizard } from '#ui/wizard.tsx';
import { AgainDialog } from './again-dialog.tsx';
import { CheckStep } from './check-step.tsx';
import type { ImportDetail, PlanDraft } from './import-types.ts';
import { MappingStep } from './mapping-step.tsx';
import { ResultStep } from './result-step.tsx';
import { words } from './transfer-words.ts';
import { useImportSteps } from './use-import-steps.ts';

type StepKey = 'upload' | 'mapping' | 'check' | 'run' | 'result';

interface ImportWizardProps {
  readonly one: ImportDetail;
  readonly onUpload: () => void;
}

/** An import from its mapping to its result; where it stands on the server decides which step is open. */
export function ImportWizard({ one, onUpload }: ImportWizardProps) {
  const w = words.use();
  const locale = localePreference.use();
  const { draft, setDraft, back, setBack, problem, again, setAgain, working, check, start } =
    useImportSteps(one);
  const step = stepOf(one, back);
  const counts = one.preview?.counts;
  const toDo = (counts?.created ?? 0) + (counts?.updated ?? 0);
  const steps = [
    {
      key: 'upload',
      title: w('stepUpload'),
      answer: `${one.fileName} · ${one.rowCount.toLocaleString(locale)}`,
    },
    {
      key: 'mapping',
      title: w('stepMapping'),
      answer: w('mapped', {
        mapped: draft.fields.filter((key) => key !== null).length,
        all: draft.fields.length,
      }),
    },
    { key: 'check', title: w('stepCheck') },
    { key: 'run', title: w('stepRun') },
    { key: 'result', title: w('stepResult') },
  ] satisfies readonly { key: StepKey; title: string; answer?: string }[];
  const over = step === 'run' || step === 'result';
  return (
    <>
      <Wizard
        steps={steps}
        current={step}
        onStep={(key) => (key === 'upload' ? onUpload() : setBack(key === 'mapping'))}
        consequence={<Consequence one={one} step={step} draft={draft} />}
        finishLabel={w('stepResult')}
        onFinish={() => undefined}
        noBack={over}
        noNext={over}
        working={working}
        nextLabel={step === 'check' ? w('importRows', { n: toDo.toLocaleString(locale) }) : undefined}
        canGoOn={step === 'mapping' || (step === 'check' && one.status === 'checked' && toDo > 0)}
        onNext={() => void (step === 'mapping' ? check() : start(false))}
      >
        {step === 'mapping' ? (
          <MappingStep one={one} draft={draft} onDraft={setDraft} problem={problem} />
        ) : null}
        {step === 'check' ? <CheckStep one={one} problem={problem} /> : null}
        {over ? <ResultStep one={one} /> : null}
      </Wizard>
      {again ? (
        <AgainDialog one={one} onClose={() => setAgain(false)} onAgain={() => void start(true)} />
      ) : null}
    </>
  );
}

function stepOf(one: ImportDetail, back: boolean): StepKey {
  switch (one.status) {
    case 'draft':
      return 'mapping';
    case 'checking':
    case 'checked':
      return back ? 'mapping' : 'check';
    case 'running':
      return 'run';
    default:
      return 'result';
  }
}

function Consequence({ one, step, draft }: { one: ImportDetail; step: StepKey; draft: PlanDraft }) {
  const w = words.use();
  const locale = localePreference.use();
  const counts = one.preview?.counts;
  if (step === 'mapping')
    return w('mapped', {
      mapped: draft.fields.filter((key) => key !== null).length,
      all: draft.fields.length,
    });
  if (step !== 'check' || !counts) return null;
  const n = (...kinds: string[]) =>
    kinds.reduce((sum, kind) => sum + (counts[kind] ?? 0), 0).toLocaleString(locale);
  const parts = [
    w('willCreate', { n: n('created') }),
    w('willUpdate', { n: n('updated') }),
    w('willSkip', { n: n('unchanged', 'duplicateInFile', 'duplicateInSystem', 'notFound') }),
    w('haveErrors', { n: n('invalid') }),
  ];
  return `${parts.join(locale === 'zh' ? '，' : ', ')} · ${w('undoPromise')}`;
}
