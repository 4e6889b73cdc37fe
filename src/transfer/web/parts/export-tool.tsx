import { Button } from 'antd';
import { Download } from 'lucide-react';
import { useMemo, useState } from 'react';
import type { Condition } from '#kernel/conditions/tree.ts';
import { type ObjectDefinition, objectNamed } from '#kernel/fields.ts';
import { localePreference } from '#kernel/web/preferences.ts';
import { useDefinition } from '#kernel/web/session.ts';
import type { ListToolProps } from '#kernel/web/slice.ts';
import { isProblem, useAct } from '#kernel/web/use-operation.ts';
import { Dialog } from '#ui/dialog.tsx';
import { IconButton } from '#ui/icon-button.tsx';
import { RefusalStrip } from '#ui/notice.tsx';
import { Segments } from '#ui/segments.tsx';
import { useToasts } from '#ui/toast.tsx';
import { WizardChoice, WizardStack } from '#ui/wizard-parts.tsx';
import { requestExport } from '../../contract/exports.ts';
import { words } from './transfer-words.ts';

/** The export button in the header of every list. */
export function ExportTool(props: ListToolProps) {
  const w = words.use();
  const [open, setOpen] = useState(false);
  const definition = objectNamed(props.object);
  if (!definition || props.object === 'imports' || props.object === 'exports') return null;
  return (
    <>
      <IconButton icon={Download} label={w('exportButton')} onClick={() => setOpen(true)} />
      {open ? <ExportDialog {...props} base={definition} onClose={() => setOpen(false)} /> : null}
    </>
  );
}

interface ExportDialogProps extends ListToolProps {
  readonly base: ObjectDefinition;
  readonly onClose: () => void;
}

/** Asks for an export and hands its file to the browser. */
function useExport(listId: string, search: ListToolProps['search'], onClose: () => void) {
  const w = words.use();
  const locale = localePreference.use();
  const toasts = useToasts();
  const ask = useAct(requestExport, { quiet: true });
  const [problem, setProblem] = useState<string>();
  const [busy, setBusy] = useState(false);
  async function send(format: 'csv' | 'xlsx', columns: string[]): Promise<void> {
    setBusy(true);
    const answer = await ask({
      listId,
      format,
      columns,
      ...(search.filter ? { filter: search.filter as Condition } : {}),
      ...(search.q ? { q: String(search.q) } : {}),
      ...(search.sort ? { sort: String(search.sort) } : {}),
    });
    setBusy(false);
    if (isProblem(answer)) {
      setProblem(answer.errors[0]?.message ?? answer.message);
      return;
    }
    // A navigation that becomes a download: the browser keeps this page.
    window.location.assign(`/api/v1/exports/${answer.id}/file`);
    toasts.show({ text: w('exportReady', { n: answer.rows.toLocaleString(locale) }) });
    onClose();
  }
  return { busy, problem, send };
}

function ExportDialog({ base, listId, search, columns, onClose }: ExportDialogProps) {
  const w = words.use();
  const locale = localePreference.use();
  const { definition } = useDefinition(base);
  const [format, setFormat] = useState<'csv' | 'xlsx'>('xlsx');
  const [scope, setScope] = useState<'shown' | 'all'>('shown');
  const chosen = useMemo(() => exportedKeys(definition, scope, columns), [definition, scope, columns]);
  const { busy, problem, send } = useExport(listId, search, onClose);

  return (
    <Dialog
      open
      padded
      title={w('exportTitle', { object: definition.label[locale] })}
      onClose={onClose}
      footer={
        <Button
          type="primary"
          loading={busy}
          disabled={chosen.length === 0}
          onClick={() => void send(format, chosen)}
        >
          {w('doExport')}
        </Button>
      }
    >
      <WizardStack>
        {problem ? <RefusalStrip title={problem}>{null}</RefusalStrip> : null}
        <WizardChoice label={w('format')} wide>
          <Segments
            label={w('format')}
            choices={[
              { key: 'xlsx', label: w('excel') },
              { key: 'csv', label: w('csv') },
            ]}
            value={format}
            onChange={setFormat}
          />
        </WizardChoice>
        <WizardChoice label={w('exportScope')} wide>
          <Segments
            label={w('exportScope')}
            choices={[
              { key: 'shown', label: w('columnsShown') },
              { key: 'all', label: w('columnsAll') },
            ]}
            value={scope}
            onChange={setScope}
          />
        </WizardChoice>
        <p>
          {w('exportAs', { columns: chosen.length })} <span className="yd-text3">{w('exportLogged')}</span>
        </p>
      </WizardStack>
    </Dialog>
  );
}

function exportedKeys(
  { fields }: ObjectDefinition,
  scope: 'shown' | 'all',
  shown: readonly string[],
): string[] {
  const keys = fields
    .filter((field) => field.exportable || field.customKey !== undefined)
    .map(({ key }) => key);
  return scope === 'all' ? keys : shown.filter((key) => keys.includes(key));
}
