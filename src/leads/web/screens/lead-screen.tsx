import { useNavigate, useParams } from '@tanstack/react-router';
import { LeadPanel } from '../parts/lead-panel.tsx';

/** One lead on its own page, for links from mail, search and colleagues. */
export function Screen() {
  const { id } = useParams({ strict: false }) as { id: string };
  const navigate = useNavigate();
  return (
    <LeadPanel
      id={id}
      whole
      place={{
        position: undefined,
        onPrevious: undefined,
        onNext: undefined,
        onClose: () => void navigate({ to: '/leads' }),
      }}
    />
  );
}
