import { useNavigate } from '@tanstack/react-router';
import { Segments } from '#ui/segments.tsx';
import { words } from './cash-words.ts';

const paths = { receivables: '/receivables', ageing: '/ageing', receipts: '/receipts' } as const;

/** The three views of the workbench, at the right end of the tab line. */
export function CashSections({ current }: { readonly current: keyof typeof paths }) {
  const w = words.use();
  const navigate = useNavigate();
  return (
    <Segments
      look="track"
      label={w('sections')}
      value={current}
      choices={[
        { key: 'receivables', label: w('receivables') },
        { key: 'ageing', label: w('ageing') },
        { key: 'receipts', label: w('receipts') },
      ]}
      onChange={(key) => void navigate({ to: paths[key as keyof typeof paths] })}
    />
  );
}
