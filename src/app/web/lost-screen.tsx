import { useNavigate } from '@tanstack/react-router';
import { Compass } from 'lucide-react';
import { EmptyState } from '#ui/empty-state.tsx';
import { appWords } from './words.ts';

export function LostScreen() {
  const w = appWords.use();
  const navigate = useNavigate();
  return (
    <EmptyState
      icon={Compass}
      title={w('lost')}
      action={{ label: w('goHome'), onClick: () => void navigate({ to: '/' }) }}
    >
      {w('lostHint')}
    </EmptyState>
  );
}
