import type { FieldSpec } from '#ui/field-spec.ts';
import type { words } from './identity-words.ts';

type Say = ReturnType<typeof words.use>;

/** The inputs of every page that deals with passwords, so that password managers know them everywhere. */
export function emailField(w: Say): FieldSpec {
  return {
    key: 'email',
    kind: 'email',
    label: w('email'),
    required: true,
    maxLength: 254,
    autoComplete: 'username',
  };
}

export function passwordField(w: Say): FieldSpec {
  return {
    key: 'password',
    kind: 'text',
    label: w('password'),
    required: true,
    secret: true,
    autoComplete: 'current-password',
  };
}

export function currentField(w: Say): FieldSpec {
  return { ...passwordField(w), key: 'current', label: w('current') };
}

export function newPasswordField(w: Say): FieldSpec {
  return {
    key: 'password',
    kind: 'text',
    label: w('newPassword'),
    required: true,
    secret: true,
    maxLength: 128,
    hint: w('passwordRule'),
    autoComplete: 'new-password',
  };
}

export function repeatField(w: Say): FieldSpec {
  return { ...newPasswordField(w), key: 'repeat', label: w('repeat'), hint: undefined };
}

export function codeField(w: Say): FieldSpec {
  return {
    key: 'code',
    kind: 'text',
    label: w('code'),
    required: true,
    maxLength: 30,
    autoComplete: 'one-time-code',
  };
}
