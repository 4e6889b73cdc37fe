import { ErrorState } from '#ui/error-state.tsx';
import { appWords } from './words.ts';

/** A screen that could not be drawn, in its own place: the rest of the page keeps working. */
export function BrokenScreen() {
  const w = appWords.use();
  return (
    // A screen that no longer exists since the server was renewed comes back with the whole page.
    <ErrorState title={w('broken')} onRetry={() => window.location.reload()}>
      {w('brokenHint')}
    </ErrorState>
  );
}
