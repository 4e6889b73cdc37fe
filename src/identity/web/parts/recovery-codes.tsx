import { Notice, StripAction } from '#ui/notice.tsx';
import { useToasts } from '#ui/toast.tsx';
import { words } from './identity-words.ts';

/** Ten codes, shown this once. */
export function RecoveryCodes({ codes }: { readonly codes: readonly string[] }) {
  const w = words.use();
  const toasts = useToasts();
  async function copy() {
    await navigator.clipboard.writeText(codes.join('\n'));
    toasts.show({ text: w('copied') });
  }
  return (
    <>
      <Notice action={<StripAction onClick={() => void copy()}>{w('copyAll')}</StripAction>}>
        {w('recoveryHint')}
      </Notice>
      <ul className="yd-code-list">
        {codes.map((code) => (
          <li key={code}>
            <code>{code}</code>
          </li>
        ))}
      </ul>
    </>
  );
}
