import { useNavigate, useParams } from '@tanstack/react-router';
import { ApprovalPanel } from '../parts/approval-panel.tsx';

/** One approval on its own, for the link in a notification. */
export function Screen() {
  const { id } = useParams({ strict: false }) as { id: string };
  const navigate = useNavigate();
  const onClose = () => void navigate({ to: '/approvals' });
  return (
    <ApprovalPanel
      id={id}
      place={{ position: undefined, onPrevious: undefined, onNext: undefined, onClose }}
    />
  );
}
