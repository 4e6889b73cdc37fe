import { useNavigate } from '@tanstack/react-router';
import { Button } from 'antd';
import { Download } from 'lucide-react';
import { useEffect, useState } from 'react';
import { Problem } from '#kernel/web/api.ts';
import { localePreference } from '#kernel/web/preferences.ts';
import { useRead } from '#kernel/web/use-operation.ts';
import { FileDrop } from '#ui/file-drop.tsx';
import { RefusalStrip } from '#ui/notice.tsx';
import { Segments } from '#ui/segments.tsx';
import { SkeletonLines } from '#ui/skeleton.tsx';
import { WizardChoice, WizardLine, WizardStack } from '#ui/wizard-parts.tsx';
import { listImportables } from '../../contract/imports.ts';
import { words } from './transfer-words.ts';
import { uploadFile } from './upload-file.ts';

interface UploadStepProps {
  readonly object: string | undefined;
  readonly onObject: (object: string) => void;
}

/** Sends a file as soon as it is there, and goes on to its mapping. */
function useUpload(object: string | undefined) {
  const navigate = useNavigate();
  const [files, setFiles] = useState<readonly File[]>([]);
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<Problem>();
  async function take(given: readonly File[]): Promise<void> {
    setFiles(given);
    setProblem(undefined);
    const [file] = given;
    if (!file || !object) return;
    setBusy(true);
    try {
      const { id } = await uploadFile(object, file);
      void navigate({ to: `/imports/${id}` as never });
    } catch (error) {
      if (!(error instanceof Problem)) throw error;
      setProblem(error);
      setFiles([]);
    } finally {
      setBusy(false);
    }
  }
  return { files, busy, problem, take };
}

/** First step: what to import into, and the file. Reading begins as soon as it is dropped. */
export function UploadStep({ object, onObject }: UploadStepProps) {
  const w = words.use();
  const locale = localePreference.use();
  const { data } = useRead(listImportables, {});
  const first = data?.items[0]?.object;
  const chosen = object ?? first;
  const { files, busy, problem, take } = useUpload(chosen);
  useEffect(() => {
    if (!object && first) onObject(first);
  }, [object, first, onObject]);
  if (!data || !chosen) return <SkeletonLines rows={6} />;
  return (
    <WizardStack narrow>
      <WizardChoice label={w('whatToImport')}>
        <Segments
          label={w('whatToImport')}
          choices={data.items.map((item) => ({ key: item.object, label: item.label[locale] }))}
          value={chosen}
          onChange={onObject}
          stretch={false}
        />
      </WizardChoice>
      <WizardChoice label={w('chooseFile')} wide>
        <FileDrop
          files={files}
          onFiles={(given) => void take(given)}
          accept=".csv,.xlsx,.txt,.tsv"
          maxMb={50}
          hint={w('fileHint')}
        />
      </WizardChoice>
      {busy ? <p className="yd-text2">{w('uploading')}</p> : null}
      {problem ? (
        <RefusalStrip title={problem.errors[0]?.message ?? problem.message}>{null}</RefusalStrip>
      ) : null}
      <WizardLine>
        <Button
          icon={<Download size={14} />}
          href={`/api/v1/importable-objects/${encodeURIComponent(chosen)}/template?format=xlsx`}
        >
          {w('template')}
        </Button>
      </WizardLine>
    </WizardStack>
  );
}
