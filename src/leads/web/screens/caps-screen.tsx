import { useMay } from '#kernel/web/session.ts';
import { useRead } from '#kernel/web/use-operation.ts';
import { Page } from '#ui/page.tsx';
import { Section } from '#ui/panel-section.tsx';
import { SkeletonLines } from '#ui/skeleton.tsx';
import { capSettings } from '../../contract/caps.ts';
import { CapRules, StandardCap } from '../parts/cap-rules.tsx';
import { HoldingsTable } from '../parts/holdings-table.tsx';
import { words } from '../parts/lead-words.ts';

/** 库容: what everybody holds, for managers; the rules beside it, for who sets them. */
export function Screen() {
  const w = words.use();
  const may = useMay();
  return (
    <Page title={w('capsTitle')}>
      <Section title={w('whoHolds')}>
        <HoldingsTable />
      </Section>
      {may('leadPools.manage') ? <Rules /> : null}
    </Page>
  );
}

function Rules() {
  const { data } = useRead(capSettings, {});
  if (!data) return <SkeletonLines rows={4} />;
  return (
    <>
      <StandardCap key={data.standard.version} standard={data.standard} />
      <CapRules rules={data.rules} choices={data.choices} />
    </>
  );
}
