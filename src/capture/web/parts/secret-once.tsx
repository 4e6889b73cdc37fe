import { useRead } from '#kernel/web/use-operation.ts';
import { Code } from '#ui/builder.tsx';
import { Notice } from '#ui/notice.tsx';
import { Section } from '#ui/panel-section.tsx';
import { describeCapture } from '../../contract/forms.ts';
import { words } from './capture-words.ts';
import { Copy } from './form-panel.tsx';

interface SecretOnceProps {
  readonly address: string;
  readonly secret: string;
}

/** The address and the key of a web hook, the only time the key is seen. */
export function SecretOnce({ address, secret }: SecretOnceProps) {
  const w = words.use();
  const { data } = useRead(describeCapture, {});
  const url = `${data?.publicUrl ?? ''}/hooks/${address}`;
  return (
    <>
      <Notice tone="warn">{w('secretOnce')}</Notice>
      <Section title={w('address')} aside={<Copy text={url} />}>
        <Code>{url}</Code>
      </Section>
      <Section title={w('secret')} aside={<Copy text={secret} />}>
        <Code>{secret}</Code>
      </Section>
    </>
  );
}
