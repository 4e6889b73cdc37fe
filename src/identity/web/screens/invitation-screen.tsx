import { useNavigate } from '@tanstack/react-router';
import { isProblem, queryClient, useAct, useRead } from '#kernel/web/use-operation.ts';
import { Form } from '#ui/form.tsx';
import { Notice } from '#ui/notice.tsx';
import { SkeletonLines } from '#ui/skeleton.tsx';
import { UiLink } from '#ui/ui-link.tsx';
import { acceptInvitation, lookInvitation } from '../../contract/sign-in.ts';
import { newPasswordField } from '../parts/credential-fields.ts';
import { formProblems } from '../parts/form-problems.ts';
import { words } from '../parts/identity-words.ts';
import { useLinkToken } from '../parts/link-token.ts';
import { OpenFrame } from '../parts/open-frame.tsx';

/** Who invited whom, and the first password; then straight into the product. */
export function Screen() {
  const w = words.use();
  const navigate = useNavigate();
  const token = useLinkToken();
  const invitation = useRead(lookInvitation, { token }, { enabled: token.length >= 20 });
  const accept = useAct(acceptInvitation, { quiet: true });
  const found = invitation.data;
  if (!token || invitation.error)
    return (
      <OpenFrame
        title={w('linkBad')}
        hint={w('linkBadHint')}
        below={<UiLink href="/sign-in">{w('backToSignIn')}</UiLink>}
        notice={invitation.error ? <Notice>{invitation.error.message}</Notice> : undefined}
      />
    );
  if (!found)
    return (
      <OpenFrame title={w('brand')}>
        <SkeletonLines rows={3} />
      </OpenFrame>
    );
  const { organisation, name, email } = found;
  return (
    <OpenFrame title={w('invitationTitle', { organisation })} hint={w('invitationHint', { name, email })}>
      <Form
        fields={[newPasswordField(w)]}
        submitLabel={w('join')}
        onSubmit={async (values) => {
          const answer = await accept({ token, password: String(values.password) });
          if (isProblem(answer)) return formProblems(answer);
          queryClient.clear();
          await navigate({ to: '/', replace: true });
          return undefined;
        }}
      />
    </OpenFrame>
  );
}
