import { Button, Input } from 'antd';
import { Copy } from 'lucide-react';
import { Dialog } from '#ui/dialog.tsx';
import { FormField } from '#ui/form-field.tsx';
import { useToasts } from '#ui/toast.tsx';
import { words } from './identity-words.ts';

interface CopyOnceProps {
  readonly title: string;
  readonly hint: string;
  readonly text: string;
  readonly copyLabel: string;
  readonly onClose: () => void;
}

/** Something that is shown this once: a key, an invitation link. */
export function CopyOnce({ title, hint, text, copyLabel, onClose }: CopyOnceProps) {
  const w = words.use();
  const toasts = useToasts();
  async function copy() {
    await navigator.clipboard.writeText(text);
    toasts.show({ text: w('copied') });
  }
  return (
    <Dialog
      open
      padded
      title={title}
      onClose={onClose}
      footer={
        <Button type="primary" icon={<Copy size={14} />} onClick={() => void copy()}>
          {copyLabel}
        </Button>
      }
    >
      <FormField
        field={{ key: 'text', kind: 'longText', label: hint }}
        value={text}
        onChange={() => undefined}
      >
        <Input.TextArea readOnly autoSize value={text} aria-label={title} />
      </FormField>
    </Dialog>
  );
}
