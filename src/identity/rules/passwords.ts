import { type Decision, no, yes } from '#kernel/values/refusal.ts';

export const passwordLength = { least: 10, most: 128 } as const;

/** Passwords that every guessing list begins with, beyond what the pattern tests below catch. */
const guessedFirst = new Set([
  'password12',
  'password123',
  'password1234',
  'passw0rd12',
  'p@ssw0rd123',
  'admin12345',
  'admin123456',
  'administrator',
  'qwertyuiop',
  'qwerty12345',
  '1q2w3e4r5t',
  '1qaz2wsx3edc',
  'iloveyou123',
  'welcome123',
  'letmein1234',
  'changeme123',
  'woaini1314',
  'woaini520',
  'woaini1314520',
  'a123456789',
  'abc123456789',
  'aa123456789',
  'qq123456789',
  'yingdan123',
  'yingdan2026',
]);

export type PasswordRefusal = 'password_too_short' | 'password_too_long' | 'password_too_easy';

/**
 * Decides whether a password is good enough: 10 to 128 characters, not on every guesser's list, no run of one
 * or of consecutive characters, not the person's own e-mail or name. No rule about kinds of characters: they only
 * make people write `Password1!`.
 */
export function decidePassword(
  password: string,
  owner: { readonly email: string; readonly name: string },
): Decision<true, PasswordRefusal> {
  const plain = password.normalize('NFKC').toLowerCase();
  const length = [...plain].length;
  if (length < passwordLength.least) return no('password_too_short', { min: passwordLength.least });
  if (length > passwordLength.most) return no('password_too_long', { max: passwordLength.most });
  const local = owner.email.toLowerCase().split('@')[0] ?? '';
  const own = [local, owner.name.toLowerCase()].filter((part) => part.length >= 3);
  const easy =
    guessedFirst.has(plain) || isRun(plain) || own.some((part) => plain.replace(part, '').length < 5);
  return easy ? no('password_too_easy') : yes(true);
}

/** One character again and again, or characters that follow each other: 1234567890, abcdefghij, aaaaaaaaaa. */
function isRun(text: string): boolean {
  const points = [...text].map((letter) => letter.codePointAt(0) ?? 0);
  let steady = 0;
  for (let at = 1; at < points.length; at += 1) {
    const step = (points[at] ?? 0) - (points[at - 1] ?? 0);
    if (step === 0 || step === 1 || step === -1) steady += 1;
  }
  return steady >= (points.length - 1) * 0.75;
}
