import { useNavigate } from '@tanstack/react-router';
import type { Output } from '#kernel/contract.ts';
import { Grade } from '#ui/grade.tsx';
import { Lines } from '#ui/lines.tsx';
import type { listDueSoon } from '../../contract.ts';
import { useClockSentence } from './clock-sentence.ts';
import { DueText } from './due-text.tsx';

interface SoonLinesProps {
  readonly items: Output<typeof listDueSoon>['items'];
}

/** Leads that are about to go, each with its countdown and the reason. */
export function SoonLines({ items }: SoonLinesProps) {
  const navigate = useNavigate();
  const sentence = useClockSentence();
  return (
    <Lines
      ruled
      lines={items.map((item) => ({
        key: item.id,
        lead: item.class ? <Grade value={item.class} soft /> : undefined,
        title: item.name,
        under: sentence(item),
        value: <DueText clock={item} />,
        onOpen: () => void navigate({ to: `/leads/${item.id}` }),
      }))}
    />
  );
}
