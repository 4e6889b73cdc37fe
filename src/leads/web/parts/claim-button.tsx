import { useNavigate } from '@tanstack/react-router';
import { Button } from 'antd';
import { isProblem, useAct } from '#kernel/web/use-operation.ts';
import { useToasts } from '#ui/toast.tsx';
import { claimLead } from '../../contract.ts';
import { words } from './lead-words.ts';

interface ClaimButtonProps {
  readonly id: string;
  readonly name: string;
  readonly primary?: boolean;
  /** Opens the lead once it is ours, to call at once. */
  readonly open?: boolean;
}

/** 领取: one press; a refusal says who was faster or what the limit is. */
export function ClaimButton({ id, name, primary, open }: ClaimButtonProps) {
  const navigate = useNavigate();
  const w = words.use();
  const toasts = useToasts();
  const claim = useAct(claimLead);
  return (
    <Button
      type={primary ? 'primary' : 'default'}
      onClick={async (event) => {
        event.stopPropagation();
        const answer = await claim({ id });
        if (isProblem(answer)) return;
        toasts.show({ text: w('claimed', { name }) });
        if (open) void navigate({ to: `/leads/${id}` });
      }}
    >
      {w('claim')}
    </Button>
  );
}
