import { useNavigate, useParams } from '@tanstack/react-router';
import { objectNamed } from '#kernel/fields.ts';
import { localePreference } from '#kernel/web/preferences.ts';
import { ErrorState } from '#ui/error-state.tsx';
import { Page } from '#ui/page.tsx';
import { SkeletonLines } from '#ui/skeleton.tsx';
import { ImportWizard } from '../parts/import-wizard.tsx';
import { words } from '../parts/transfer-words.ts';
import { useImport } from '../parts/use-import.ts';

/** One import, wherever it stands; while it works its numbers are asked for again and again. */
export function Screen() {
  const w = words.use();
  const locale = localePreference.use();
  const navigate = useNavigate();
  const { id = '' } = useParams({ strict: false }) as { id?: string };
  const { one, error, retry } = useImport(id);
  const label = one ? (objectNamed(one.object)?.label[locale] ?? one.object) : '';
  return (
    <Page
      title={one ? w('importInto', { object: label }) : w('imports')}
      subtitle={one?.fileName}
      crumbs={[{ label: w('imports'), href: '/imports' }]}
      scroll={false}
    >
      {error && !one ? (
        <ErrorState what={w('imports')} requestId={error.requestId} onRetry={retry}>
          {error.message}
        </ErrorState>
      ) : one ? (
        <ImportWizard
          key={one.id}
          one={one}
          onUpload={() =>
            void navigate({ to: '/imports/new' as never, search: { object: one.object } as never })
          }
        />
      ) : (
        <SkeletonLines rows={8} />
      )}
    </Page>
  );
}
