import { isProblem, useAct } from '#kernel/web/use-operation.ts';
import { Form } from '#ui/form.tsx';
import { changePassword } from '../../contract/sign-in.ts';
import { currentField, newPasswordField, repeatField } from './credential-fields.ts';
import { formProblems } from './form-problems.ts';
import { words } from './identity-words.ts';

interface PasswordFormProps {
  readonly onDone: () => void;
  readonly onCancel?: () => void;
}

/** Present password, new one twice. */
export function PasswordForm({ onDone, onCancel }: PasswordFormProps) {
  const w = words.use();
  const change = useAct(changePassword, { quiet: true });
  return (
    <Form
      fields={[currentField(w), newPasswordField(w), repeatField(w)]}
      submitLabel={w('changePassword')}
      onCancel={onCancel}
      onDone={onDone}
      onSubmit={async ({ current, password, repeat }) => {
        if (password !== repeat) return [{ field: 'repeat', message: w('notRepeated') }];
        const answer = await change({ current: String(current), password: String(password) });
        return isProblem(answer) ? formProblems(answer) : undefined;
      }}
    />
  );
}
