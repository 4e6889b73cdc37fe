import { useNavigate, useSearch } from '@tanstack/react-router';
import { useCallback } from 'react';
import { Page } from '#ui/page.tsx';
import { Wizard } from '#ui/wizard.tsx';
import { words } from '../parts/transfer-words.ts';
import { UploadStep } from '../parts/upload-step.tsx';

/** The beginning of an import: its file. */
export function Screen() {
  const w = words.use();
  const navigate = useNavigate();
  const { object } = useSearch({ strict: false }) as { object?: string };
  const choose = useCallback(
    (next: string) => void navigate({ to: '.', replace: true, search: { object: next } as never }),
    [navigate],
  );
  const steps = (['stepUpload', 'stepMapping', 'stepCheck', 'stepRun', 'stepResult'] as const).map((key) => ({
    key,
    title: w(key),
  }));
  return (
    <Page title={w('newImport')} crumbs={[{ label: w('imports'), href: '/imports' }]} scroll={false}>
      <Wizard
        steps={steps}
        current="stepUpload"
        onStep={() => undefined}
        consequence={w('undoPromise')}
        finishLabel={w('stepResult')}
        onFinish={() => undefined}
        noNext
      >
        <UploadStep object={object} onObject={choose} />
      </Wizard>
    </Page>
  );
}
