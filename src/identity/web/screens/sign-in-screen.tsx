import { Form } from '#ui/form.tsx';
import { Notice } from '#ui/notice.tsx';
import { UiLink } from '#ui/ui-link.tsx';
import { codeField, emailField, passwordField } from '../parts/credential-fields.ts';
import { words } from '../parts/identity-words.ts';
import { OpenFrame } from '../parts/open-frame.tsx';
import { useSigningIn } from '../parts/use-signing-in.ts';

/** Password first; with the second step on, the code after it. */
export function Screen() {
  const w = words.use();
  const { half, startOver, send, afterReset } = useSigningIn();
  if (half)
    return (
      <OpenFrame
        title={w('codeTitle')}
        hint={w('codeHint')}
        below={
          <button type="button" className="yd-plain yd-link" onClick={startOver}>
            {w('backToSignIn')}
          </button>
        }
      >
        <Form key="code" fields={[codeField(w)]} submitLabel={w('goOn')} onSubmit={send} />
      </OpenFrame>
    );
  return (
    <OpenFrame
      title={w('signInTitle')}
      notice={afterReset ? <Notice tone="ok">{w('resetDone')}</Notice> : undefined}
      below={<UiLink href="/forgot-password">{w('forgot')}</UiLink>}
    >
      <Form
        key="password"
        fields={[emailField(w), passwordField(w)]}
        submitLabel={w('signIn')}
        onSubmit={send}
      />
    </OpenFrame>
  );
}
