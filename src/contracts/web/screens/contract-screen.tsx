import { useNavigate, useParams } from '@tanstack/react-router';
import { ContractPanel } from '../parts/contract-panel.tsx';

/** One contract on its own page, for links from approvals, customers, mail and search. */
export function Screen() {
  const { id } = useParams({ strict: false }) as { id: string };
  const navigate = useNavigate();
  const onClose = () => void navigate({ to: '/contracts' });
  return (
    <ContractPanel
      id={id}
      whole
      place={{ position: undefined, onPrevious: undefined, onNext: undefined, onClose }}
    />
  );
}
