import { useNavigate } from '@tanstack/react-router';
import { queryClient } from '#kernel/web/use-operation.ts';
import { words } from '../parts/identity-words.ts';
import { OpenFrame } from '../parts/open-frame.tsx';
import { PasswordForm } from '../parts/password-form.tsx';

/** Where somebody lands whose password was given by another: nothing else opens before he has his own. */
export function Screen() {
  const w = words.use();
  const navigate = useNavigate();
  return (
    <OpenFrame title={w('forcedTitle')} hint={w('forcedHint')}>
      <PasswordForm
        onDone={() => {
          queryClient.clear();
          void navigate({ to: '/', replace: true });
        }}
      />
    </OpenFrame>
  );
}
