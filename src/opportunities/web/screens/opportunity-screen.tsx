import { useNavigate, useParams } from '@tanstack/react-router';
import { OpportunityPanel } from '../parts/opportunity-panel.tsx';

/** One deal on its own page, for links from mail, search and colleagues. */
export function Screen() {
  const { id } = useParams({ strict: false }) as { id: string };
  const navigate = useNavigate();
  return (
    <OpportunityPanel
      id={id}
      whole
      place={{
        position: undefined,
        onPrevious: undefined,
        onNext: undefined,
        onClose: () => void navigate({ to: '/opportunities' }),
      }}
    />
  );
}
