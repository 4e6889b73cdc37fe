import type { PanelProps } from '#kernel/web/slice.ts';
import { RecordTimeline } from './record-timeline.tsx';

/** The timeline as a tab of records of upstream slices. */
export function AccountTimeline({ recordId }: PanelProps) {
  return <RecordTimeline object="accounts" recordId={recordId} />;
}

export function ContactTimeline({ recordId }: PanelProps) {
  return <RecordTimeline object="contacts" recordId={recordId} />;
}
