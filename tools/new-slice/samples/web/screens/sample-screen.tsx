import { useParams } from '@tanstack/react-router';
import { Page } from '#ui/page.tsx';
import { SampleRecord } from '../parts/sample-record.tsx';
import { words } from '../parts/sample-words.ts';

/** One sample on a page of its own. */
export function Screen() {
  const w = words.use();
  const { id } = useParams({ strict: false }) as { readonly id: string };
  return (
    <Page title={w('title')}>
      <SampleRecord id={id} />
    </Page>
  );
}
