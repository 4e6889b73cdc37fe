import { useRead } from '#kernel/web/use-operation.ts';
import { Section } from '#ui/panel-section.tsx';
import { UiLink } from '#ui/ui-link.tsx';
import { listDueSoon } from '../../contract.ts';
import { words } from './recycling-words.ts';
import { SoonLines } from './soon-lines.tsx';

const shown = 3;

/** 即将回收 over a seller's day: the nearest few, with the way to all of them. Nothing near, nothing said. */
export function TodaySoon() {
  const w = words.use();
  const { data } = useRead(listDueSoon, {}, { keep: true });
  if (!data?.enabled || data.total === 0) return null;
  return (
    <div className="yd-page-pad">
      <Section
        title={w('soon')}
        note={data.tonight > 0 ? `${w('tonight')} ${data.tonight}` : undefined}
        aside={<UiLink href="/recycling/soon">{w('seeAll', { n: data.total })}</UiLink>}
      >
        <SoonLines items={data.items.slice(0, shown)} />
      </Section>
    </div>
  );
}
