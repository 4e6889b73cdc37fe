import { Button } from 'antd';
import { Copy } from 'lucide-react';
import { Notice } from '#ui/notice.tsx';
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
      <Notice
        action={
          <Button size="small" icon={<Copy size={14} />} onClick={() => void copy()}>
            {w('copyAll')}
          </Button>
        }
      >
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
