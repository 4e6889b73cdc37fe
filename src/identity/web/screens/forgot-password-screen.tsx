import { useState } from 'react';
import { isProblem, useAct } from '#kernel/web/use-operation.ts';
import { Form } from '#ui/form.tsx';
import { Notice } from '#ui/notice.tsx';
import { UiLink } from '#ui/ui-link.tsx';
import { forgotPassword } from '../../contract/sign-in.ts';
import { emailField } from '../parts/credential-fields.ts';
import { formProblems } from '../parts/form-problems.ts';
import { words } from '../parts/identity-words.ts';
import { OpenFrame } from '../parts/open-frame.tsx';

/** Asks for a link to a new password; says the same whether or not the account exists. */
export function Screen() {
  const w = words.use();
  const ask = useAct(forgotPassword, { quiet: true });
  const [sent, setSent] = useState(false);
  return (
    <OpenFrame
      title={w('forgotTitle')}
      hint={sent ? undefined : w('forgotHint')}
      notice={sent ? <Notice tone="neutral">{w('linkSent')}</Notice> : undefined}
      below={<UiLink href="/sign-in">{w('backToSignIn')}</UiLink>}
    >
      {sent ? null : (
        <Form
          fields={[emailField(w)]}
          submitLabel={w('sendLink')}
          onSubmit={async (values) => {
            const answer = await ask({ email: String(values.email) });
            if (isProblem(answer)) return formProblems(answer);
            setSent(true);
            return undefined;
          }}
        />
      )}
    </OpenFrame>
  );
}
