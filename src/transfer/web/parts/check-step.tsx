import { useState } from 'react';
import { localePreference } from '#kernel/web/preferences.ts';
import { EmptyState } from '#ui/empty-state.tsx';
import { type Figure, FigureStrip } from '#ui/figure-strip.tsx';
import { Meter } from '#ui/meter.tsx';
import { Notice } from '#ui/notice.tsx';
import { PanelTabs } from '#ui/panel-section.tsx';
import { WizardStack } from '#ui/wizard-parts.tsx';
import type { RowOutcomeKind } from '../../model.ts';
import type { ImportDetail } from './import-types.ts';
import { type OutcomeRow, OutcomeRows } from './outcome-rows.tsx';
import { words } from './transfer-words.ts';

const kinds = [
  'created',
  'updated',
  'unchanged',
  'duplicateInFile',
  'duplicateInSystem',
  'notFound',
  'invalid',
] as const;

interface CheckStepProps {
  readonly one: ImportDetail;
  /** Why the run did not start. */
  readonly problem: string | undefined;
}

/** Third step: what the run would do, by the same code that will do it. */
export function CheckStep({ one, problem }: CheckStepProps) {
  const w = words.use();
  const locale = localePreference.use();
  const [tab, setTab] = useState<string>();
  const { preview } = one;
  if (!preview) {
    const share = one.rowCount === 0 ? 0 : one.checked / one.rowCount;
    return (
      <WizardStack narrow>
        <p>{w('checking')}</p>
        <Meter share={share} label={w('checking')} />
        <p className="yd-text2">
          {w('checkedOf', {
            done: one.checked.toLocaleString(locale),
            all: one.rowCount.toLocaleString(locale),
          })}
        </p>
      </WizardStack>
    );
  }
  const rowsOf = (kind: RowOutcomeKind) => (preview.samples[kind] ?? []) as readonly OutcomeRow[];
  const shown = kinds.filter((kind) => rowsOf(kind).length > 0);
  const current = shown.find((kind) => kind === tab) ?? shown.at(-1);
  const figures: Figure[] = kinds
    .filter((kind) => (preview.counts[kind] ?? 0) > 0 || kind === 'created' || kind === 'invalid')
    .map((kind) => ({
      key: kind,
      label: w(kind),
      figure: (preview.counts[kind] ?? 0).toLocaleString(locale),
      note: w('ofRows', { n: one.rowCount.toLocaleString(locale) }),
      ...(kind === 'invalid' && (preview.counts.invalid ?? 0) > 0 ? { tone: 'bad' as const } : {}),
      ...(rowsOf(kind).length > 0 ? { onOpen: () => setTab(kind) } : {}),
    }));
  return (
    <>
      {problem ? <Notice tone="bad">{problem}</Notice> : null}
      <FigureStrip figures={figures} />
      {current ? (
        <PanelTabs
          tabs={shown.map((kind) => ({ key: kind, label: w(kind) }))}
          current={current}
          onChange={setTab}
          aside={<span className="yd-text3">{w('rowsLike', { n: rowsOf(current).length })}</span>}
        >
          <OutcomeRows rows={rowsOf(current)} fields={one.fields} object={one.object} label={w(current)} />
        </PanelTabs>
      ) : (
        <EmptyState title={w('nothingWrong')} />
      )}
    </>
  );
}
