import { useNavigate } from '@tanstack/react-router';
import { Button } from 'antd';
import { Download, Undo2 } from 'lucide-react';
import { useState } from 'react';
import { localePreference } from '#kernel/web/preferences.ts';
import { objectLink } from '#kernel/web/slice.ts';
import { useAct } from '#kernel/web/use-operation.ts';
import { type Figure, FigureStrip } from '#ui/figure-strip.tsx';
import { Meter } from '#ui/meter.tsx';
import { Notice } from '#ui/notice.tsx';
import { WizardLine, WizardStack } from '#ui/wizard-parts.tsx';
import { cancelImport } from '../../contract/imports.ts';
import type { ImportDetail } from './import-types.ts';
import { LedgerRows } from './ledger-rows.tsx';
import { words } from './transfer-words.ts';
import { UndoDialog } from './undo-dialog.tsx';

/** The run while it works, and what it did: live counts, the result files, the way back. */
export function ResultStep({ one }: { readonly one: ImportDetail }) {
  const w = words.use();
  const locale = localePreference.use();
  const busy = one.status === 'running' || one.status === 'undoing';
  const figure = (key: 'created' | 'updated' | 'skipped' | 'failed', label: string): Figure => ({
    key,
    label,
    figure: one[key].toLocaleString(locale),
    note: w('ofRows', { n: one.rowCount.toLocaleString(locale) }),
    ...(key === 'failed' && one.failed > 0 ? { tone: 'bad' as const } : {}),
  });
  return (
    <WizardStack>
      <Headline one={one} />
      {busy ? <Progress one={one} /> : null}
      <FigureStrip
        figures={[
          figure('created', w('created')),
          figure('updated', w('updated')),
          figure('skipped', w('skipped')),
          figure('failed', w('invalid')),
        ]}
      />
      {busy ? null : <Ways one={one} />}
      {one.undo.kept > 0 ? <LedgerRows one={one} outcome="kept" title={w('keptTitle')} /> : null}
      {one.failed > 0 && one.status !== 'running' ? (
        <LedgerRows one={one} outcome="invalid" title={w('invalid')} />
      ) : null}
    </WizardStack>
  );
}

/** How far it has come, and a way to stop a run. */
function Progress({ one }: { readonly one: ImportDetail }) {
  const w = words.use();
  const locale = localePreference.use();
  const cancel = useAct(cancelImport);
  const [stopping, setStopping] = useState(false);
  const running = one.status === 'running';
  const done = running ? one.processed : one.undo.removed + one.undo.restored + one.undo.kept;
  const all = running ? one.rowCount : one.created + one.updated;
  return (
    <WizardStack narrow>
      <Meter share={done / Math.max(1, all)} label={w(running ? 'running' : 'undoing')} />
      <span className="yd-text2">
        {w('checkedOf', { done: done.toLocaleString(locale), all: all.toLocaleString(locale) })}
      </span>
      {running ? (
        <WizardLine>
          <Button
            disabled={stopping}
            onClick={() => {
              setStopping(true);
              void cancel({ id: one.id });
            }}
          >
            {stopping ? w('stopping') : w('cancel')}
          </Button>
        </WizardLine>
      ) : null}
    </WizardStack>
  );
}

/** What can be done with a finished import. */
function Ways({ one }: { readonly one: ImportDetail }) {
  const w = words.use();
  const [asking, setAsking] = useState(false);
  const made = one.created + one.updated;
  const result = `/api/v1/imports/${one.id}/result?format=xlsx`;
  return (
    <WizardLine>
      <RecordsLink object={one.object} />
      <Button icon={<Download size={14} />} href={result}>
        {w('resultFile')}
      </Button>
      {made < one.rowCount ? (
        <Button icon={<Download size={14} />} href={`${result}&only=bad`} title={w('badFileHint')}>
          {w('badFile')}
        </Button>
      ) : null}
      {made > 0 && one.status !== 'undone' ? (
        <Button danger icon={<Undo2 size={14} />} onClick={() => setAsking(true)}>
          {w('undo')}
        </Button>
      ) : null}
      {asking ? <UndoDialog one={one} onClose={() => setAsking(false)} /> : null}
    </WizardLine>
  );
}

function Headline({ one }: { readonly one: ImportDetail }) {
  const w = words.use();
  const { removed, restored, kept } = one.undo;
  switch (one.status) {
    case 'done':
      return (
        <Notice tone="ok" title={w('done')}>
          {one.startedAt && one.endedAt ? w('seconds', { n: secondsOf(one.startedAt, one.endedAt) }) : null}
        </Notice>
      );
    case 'cancelled':
      return <Notice title={w('cancelled')}>{w('notReached', { n: one.rowCount - one.processed })}</Notice>;
    case 'failed':
      return (
        <Notice tone="bad" title={w('failed')}>
          {one.failure === 'importer_without_rights' ? w('importerGone') : one.failure}
        </Notice>
      );
    case 'undone':
      return (
        <Notice tone="neutral" title={w('undone')}>
          {w('undoResult', { removed, restored, kept })}
        </Notice>
      );
    case 'undoing':
      return <p>{w('undoing')}</p>;
    default:
      return <p>{w('running')}</p>;
  }
}

function secondsOf(from: string, to: string): string {
  return Math.max(0.1, (Date.parse(to) - Date.parse(from)) / 1_000).toFixed(1);
}

function RecordsLink({ object }: { readonly object: string }) {
  const w = words.use();
  const locale = localePreference.use();
  const navigate = useNavigate();
  const link = objectLink(object);
  if (!link) return null;
  return (
    <Button type="primary" onClick={() => void navigate({ to: `/${object}` as never })}>
      {w('openRecords', { object: link.label[locale] })}
    </Button>
  );
}
