import { useNavigate, useParams } from '@tanstack/react-router';
import { ContactPanel } from '../parts/contact-panel.tsx';

/** One contact on its own page, for links from mail, search and colleagues. */
export function Screen() {
  const { id } = useParams({ strict: false }) as { id: string };
  const navigate = useNavigate();
  return (
    <ContactPanel
      id={id}
      whole
      place={{
        position: undefined,
        onPrevious: undefined,
        onNext: undefined,
        onClose: () => void navigate({ to: '/contacts' }),
      }}
    />
  );
}
