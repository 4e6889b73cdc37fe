import { localePreference } from '#kernel/web/preferences.ts';
import { useRead } from '#kernel/web/use-operation.ts';
import { TimeText } from '#ui/date-text.tsx';
import { PlainTable } from '#ui/plain-table.tsx';
import { SkeletonLines } from '#ui/skeleton.tsx';
import { placesOfLead } from '../../contract/pools.ts';
import { returnReasonChoices } from '../../fields/choices.ts';
import { words } from './lead-words.ts';

const causes = {
  created: 'causeCreated',
  imported: 'causeImported',
  claimed: 'causeClaimed',
  assigned: 'causeAssigned',
  released: 'causeReleased',
  recycled: 'causeRecycled',
  handedOver: 'causeHandedOver',
  restored: 'causeRestored',
  converted: 'causeConverted',
  takenOver: 'causeTakenOver',
  merged: 'causeMerged',
  reclaimed: 'causeReclaimed',
  moved: 'causeMoved',
  conversionUndone: 'causeConversionUndone',
} as const;

/** 去向: every owner and pool a lead has had, since when and why. */
export function PlacesTab({ id }: { readonly id: string }) {
  const w = words.use();
  const locale = localePreference.use();
  const { data } = useRead(placesOfLead, { id });
  if (!data) return <SkeletonLines rows={4} />;
  const why = (reason: string | null, note: string | null) => {
    const known = returnReasonChoices.find(({ key }) => key === reason);
    return [known ? known.label[locale] : reason, note].filter(Boolean).join(' · ');
  };
  return (
    <PlainTable
      label={w('places')}
      flush
      rows={data.items}
      rowKey={(row) => row.since}
      columns={[
        { key: 'where', label: w('placeOwner'), render: (row) => row.owner ?? row.pool },
        { key: 'since', label: w('placeSince'), render: (row) => <TimeText at={row.since} /> },
        {
          key: 'cause',
          label: w('placeCause'),
          render: (row) => w(causes[row.cause as keyof typeof causes] ?? 'causeMoved'),
        },
        { key: 'by', label: w('placeBy'), render: (row) => row.by },
        { key: 'reason', label: w('placeReason'), render: (row) => why(row.reason, row.note) },
      ]}
    />
  );
}
