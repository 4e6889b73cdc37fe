import { useNavigate } from '@tanstack/react-router';
import { localePreference } from '#kernel/web/preferences.ts';
import { isProblem, queryClient, useAct, useRead } from '#kernel/web/use-operation.ts';
import { Form } from '#ui/form.tsx';
import { UiLink } from '#ui/ui-link.tsx';
import { lookSetup, setUp } from '../../contract/sign-in.ts';
import { emailField, newPasswordField } from '../parts/credential-fields.ts';
import { formProblems } from '../parts/form-problems.ts';
import { words } from '../parts/identity-words.ts';
import { OpenFrame } from '../parts/open-frame.tsx';

/** The first page of an empty server: the company and its administrator. Closed for ever afterwards. */
export function Screen() {
  const w = words.use();
  const navigate = useNavigate();
  const locale = localePreference.use();
  const open = useRead(lookSetup, {});
  const create = useAct(setUp, { quiet: true });
  if (open.error)
    return (
      <OpenFrame
        title={open.error.status === 404 ? w('setUpClosed') : open.error.message}
        hint={open.error.status === 404 ? w('setUpClosedHint') : undefined}
        below={<UiLink href="/sign-in">{w('signIn')}</UiLink>}
      />
    );
  return (
    <OpenFrame title={w('setUpTitle')} hint={w('setUpHint')}>
      <Form
        fields={[
          { key: 'organisation', kind: 'text', label: w('organisation'), required: true, maxLength: 80 },
          {
            key: 'name',
            kind: 'text',
            label: w('yourName'),
            required: true,
            maxLength: 60,
            autoComplete: 'name',
          },
          emailField(w),
          { ...newPasswordField(w), label: w('password') },
        ]}
        submitLabel={w('setUpDone')}
        onSubmit={async (values) => {
          const answer = await create({
            organisation: String(values.organisation),
            name: String(values.name),
            email: String(values.email),
            password: String(values.password),
            locale: locale === 'zh' ? 'zh-CN' : 'en',
            zone: Intl.DateTimeFormat().resolvedOptions().timeZone,
          });
          if (isProblem(answer)) return formProblems(answer);
          queryClient.clear();
          await navigate({ to: '/', replace: true });
          return undefined;
        }}
      />
    </OpenFrame>
  );
}
