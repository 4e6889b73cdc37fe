import { useNavigate } from '@tanstack/react-router';
import { isProblem, useAct } from '#kernel/web/use-operation.ts';
import { Form } from '#ui/form.tsx';
import { Notice } from '#ui/notice.tsx';
import { UiLink } from '#ui/ui-link.tsx';
import { resetPassword } from '../../contract/sign-in.ts';
import { newPasswordField } from '../parts/credential-fields.ts';
import { formProblems } from '../parts/form-problems.ts';
import { words } from '../parts/identity-words.ts';
import { useLinkToken } from '../parts/link-token.ts';
import { OpenFrame } from '../parts/open-frame.tsx';

/** The page behind the link in the mail. */
export function Screen() {
  const w = words.use();
  const navigate = useNavigate();
  const token = useLinkToken();
  const reset = useAct(resetPassword, { quiet: true });
  if (!token)
    return (
      <OpenFrame
        title={w('resetTitle')}
        notice={<Notice title={w('linkBad')}>{w('linkBadHint')}</Notice>}
        below={<UiLink href="/forgot-password">{w('forgotTitle')}</UiLink>}
      />
    );
  return (
    <OpenFrame
      title={w('resetTitle')}
      hint={w('resetHint')}
      below={<UiLink href="/sign-in">{w('backToSignIn')}</UiLink>}
    >
      <Form
        fields={[newPasswordField(w)]}
        submitLabel={w('saveNewPassword')}
        onSubmit={async (values) => {
          const answer = await reset({ token, password: String(values.password) });
          if (isProblem(answer)) return formProblems(answer);
          await navigate({ href: '/sign-in?done=reset', replace: true });
          return undefined;
        }}
      />
    </OpenFrame>
  );
}
