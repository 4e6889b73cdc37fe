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
  const cancel = useAct(cancelImport);
  const [asking, setAsking] = useState(false);
  const [stopping, setStopping] = useState(false);
  const running = one.status === 'running';
  const undoing = one.status === 'undoing';
  const made = one.created + one.updated;
  const figure = (key: 'created' | 'updated' | 'skipped' | 'failed', label: string): Figure => ({
    key,
    label,
    figure: one[key].toLocaleString(locale),
    note: w('ofRows', { n: one.rowCount.toLocaleString(locale) }),
    ...(key === 'failed' && one.failed > 0 ? { tone: 'bad' as const } : {}),
  });
  const undone = one.undo.removed + one.undo.restored + one.undo.kept;
  const share = undoing ? undone / Math.max(1, made) : one.processed / Math.max(1, one.rowCount);
  return (
    <WizardStack>
      <Headline one={one} />
      {running || undoing ? (
        <WizardStack narrow>
          <Meter share={share} label={w(running ? 'running' : 'undoing')} />
          <p className="yd-text2">
            {w('checkedOf', {
              done: (undoing ? undone : one.processed).toLocaleString(locale),
              all: (undoing ? made : one.rowCount).toLocaleString(locale),
            })}
          </p>
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
      ) : null}
      <FigureStrip
        figures={[
          figure('created', w('created')),
          figure('updated', w('updated')),
          figure('skipped', w('skipped')),
          figure('failed', w('invalid')),
        ]}
      />
      {running || undoing ? null : (
        <WizardLine>
          <RecordsLink object={one.object} />
          <Button icon={<Download size={14} />} href={`/api/v1/imports/${one.id}/result?format=xlsx`}>
            {w('resultFile')}
          </Button>
          {made < one.rowCount ? (
            <Button
              icon={<Download size={14} />}
              href={`/api/v1/imports/${one.id}/result?only=bad&format=xlsx`}
              title={w('badFileHint')}
            >
              {w('badFile')}
            </Button>
          ) : null}
          {made > 0 && one.status !== 'undone' ? (
            <Button danger icon={<Undo2 size={14} />} onClick={() => setAsking(true)}>
              {w('undo')}
            </Button>
          ) : null}
        </WizardLine>
      )}
      {one.undo.kept > 0 ? <LedgerRows one={one} outcome="kept" title={w('keptTitle')} /> : null}
      {one.failed > 0 && !running ? <LedgerRows one={one} outcome="invalid" title={w('invalid')} /> : null}
      {asking ? <UndoDialog one={one} onClose={() => setAsking(false)} /> : null}
    </WizardStack>
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
