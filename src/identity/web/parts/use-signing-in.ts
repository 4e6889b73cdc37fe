import { useNavigate, useSearch } from '@tanstack/react-router';
import { useEffect, useState } from 'react';
import { call, Problem } from '#kernel/web/api.ts';
import { queryClient, useRead } from '#kernel/web/use-operation.ts';
import type { FormProblem, FormValues } from '#ui/form-check.ts';
import { lookSetup, signIn, signInCode } from '../../contract/sign-in.ts';
import { nextPath } from '../../rules/next-path.ts';
import { formProblems } from './form-problems.ts';

interface SigningIn {
  /** The password was right; the code is asked for. */
  readonly half: boolean;
  readonly startOver: () => void;
  readonly send: (values: FormValues) => Promise<FormProblem[] | undefined>;
  /** Came back from a reset link. */
  readonly afterReset: boolean;
}

/** The steps of signing in; an empty server sends the visitor to the first set-up instead. */
export function useSigningIn(): SigningIn {
  const navigate = useNavigate();
  const { next, done } = useSearch({ strict: false }) as { next?: string; done?: string };
  const [half, setHalf] = useState(false);
  const open = useRead(lookSetup, {});
  useEffect(() => {
    if (open.isSuccess) void navigate({ to: '/setup', replace: true });
  }, [open.isSuccess, navigate]);

  async function send(values: FormValues) {
    try {
      const answer = half
        ? await call(signInCode, { code: String(values.code) })
        : await call(signIn, { email: String(values.email), password: String(values.password) });
      if (answer.next === 'code') setHalf(true);
      else {
        queryClient.clear();
        await navigate({ href: nextPath(next), replace: true });
      }
    } catch (error) {
      if (!(error instanceof Problem)) throw error;
      if (error.code === 'sign_in_again') setHalf(false);
      return formProblems(error);
    }
    return undefined;
  }
  return { half, startOver: () => setHalf(false), send, afterReset: done === 'reset' };
}
