import { useNavigate, useSearch } from '@tanstack/react-router';
import { useEffect, useState } from 'react';
import { call, Problem } from '#kernel/web/api.ts';
import { queryClient, useRead } from '#kernel/web/use-operation.ts';
import { Form } from '#ui/form.tsx';
import type { FormValues } from '#ui/form-check.ts';
import { Notice } from '#ui/notice.tsx';
import { UiLink } from '#ui/ui-link.tsx';
import { lookSetup, signIn, signInCode } from '../../contract/sign-in.ts';
import { nextPath } from '../../rules/next-path.ts';
import { emailField, passwordField } from '../parts/credential-fields.ts';
import { formProblems } from '../parts/form-problems.ts';
import { words } from '../parts/identity-words.ts';
import { OpenFrame } from '../parts/open-frame.tsx';

/** Password first; with the second step on, the code after it. An empty server sends the visitor to the set-up. */
export function Screen() {
  const w = words.use();
  const navigate = useNavigate();
  const { next, done } = useSearch({ strict: false }) as { next?: string; done?: string };
  const [half, setHalf] = useState(false);
  const open = useRead(lookSetup, {});
  useEffect(() => {
    if (open.isSuccess) void navigate({ to: '/setup', replace: true });
  }, [open.isSuccess, navigate]);

  async function enter() {
    queryClient.clear();
    await navigate({ href: nextPath(next), replace: true });
  }
  async function send(values: FormValues) {
    try {
      const answer = half
        ? await call(signInCode, { code: String(values.code) })
        : await call(signIn, { email: String(values.email), password: String(values.password) });
      if (answer.next === 'code') setHalf(true);
      else await enter();
    } catch (error) {
      if (!(error instanceof Problem)) throw error;
      if (error.code === 'sign_in_again') setHalf(false);
      return formProblems(error);
    }
    return undefined;
  }
  if (half)
    return (
      <OpenFrame
        title={w('codeTitle')}
        hint={w('codeHint')}
        below={
          <button type="button" className="yd-plain yd-link" onClick={() => setHalf(false)}>
            {w('backToSignIn')}
          </button>
        }
      >
        <Form
          key="code"
          fields={[
            {
              key: 'code',
              kind: 'text',
              label: w('code'),
              required: true,
              maxLength: 30,
              autoComplete: 'one-time-code',
            },
          ]}
          submitLabel={w('goOn')}
          onSubmit={send}
        />
      </OpenFrame>
    );
  return (
    <OpenFrame
      title={w('signInTitle')}
      notice={done === 'reset' ? <Notice tone="ok">{w('resetDone')}</Notice> : undefined}
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
