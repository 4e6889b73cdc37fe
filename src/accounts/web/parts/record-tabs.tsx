import { useState } from 'react';
import type { ObjectDefinition } from '#kernel/fields.ts';
import { localePreference } from '#kernel/web/preferences.ts';
import { RecordFacts } from '#kernel/web/record-facts.tsx';
import { useMay } from '#kernel/web/session.ts';
import { panelsOf } from '#kernel/web/slice.ts';
import { PanelTabs } from '#ui/panel-section.tsx';
import { words } from './account-words.ts';

interface RecordTabsProps {
  readonly definition: ObjectDefinition;
  readonly record: Readonly<Record<string, unknown>>;
  readonly names: Readonly<Record<string, string>>;
  /** Facts as a tab of their own, where no column shows them. */
  readonly facts?: boolean;
}

/** The tabs of a record: what other slices have to say about it, the timeline first. */
export function RecordTabs({ definition, record, names, facts = false }: RecordTabsProps) {
  const w = words.use();
  const locale = localePreference.use();
  const may = useMay();
  const panels = panelsOf(definition.object, 'tab').filter((panel) => may(panel.permission));
  const [tab, setTab] = useState(panels[0]?.key ?? 'facts');
  const Part = panels.find((panel) => panel.key === tab)?.Part;
  const tabs = [
    ...panels.map(({ key, label }) => ({ key, label: label[locale] })),
    ...(facts ? [{ key: 'facts', label: w('facts') }] : []),
  ];
  return (
    <PanelTabs tabs={tabs} current={tab} onChange={setTab}>
      {Part ? (
        <Part recordId={String(record.id)} record={record} />
      ) : (
        <RecordFacts definition={definition} row={record} names={names} />
      )}
    </PanelTabs>
  );
}
