import { type ReactNode, useState } from 'react';
import { isProblem, useAct } from '#kernel/web/use-operation.ts';
import { useToasts } from '#ui/toast.tsx';
import { enableUser, endUserSessions, inviteAgain, resetSecondStep } from '../../contract/users.ts';
import { CopyOnce } from './copy-once.tsx';
import { words } from './identity-words.ts';

type Row = Readonly<Record<string, unknown>> | undefined;

interface PersonVerbs {
  readonly items: { readonly key: string; readonly label: string; readonly onClick: () => void }[];
  readonly dialog: ReactNode;
}

/** What the state of a person allows at the moment, one line each in the panel's menu. */
export function usePersonVerbs(user: Row, secondStep: boolean): PersonVerbs {
  const w = words.use();
  const toasts = useToasts();
  const enable = useAct(enableUser);
  const again = useAct(inviteAgain);
  const end = useAct(endUserSessions);
  const reset = useAct(resetSecondStep);
  const [link, setLink] = useState<string>();
  const id = String(user?.id ?? '');
  const name = String(user?.name ?? '');
  const verbs = {
    invite: async () => {
      const answer = await again({ id });
      if (!isProblem(answer)) setLink(answer.inviteUrl);
    },
    enable: async () => {
      if (!isProblem(await enable({ id, version: Number(user?.version) })))
        toasts.show({ text: w('enabledDone', { name }) });
    },
    end: async () => {
      const answer = await end({ id });
      if (!isProblem(answer))
        toasts.show({ text: w('endedSessions', { n: answer.ended, count: answer.ended }) });
    },
    reset: async () => {
      if (!isProblem(await reset({ id }))) toasts.show({ text: w('secondStepReset') });
    },
  };
  const item = (key: string, label: string, run: () => Promise<void>) => ({
    key,
    label,
    onClick: () => void run(),
  });
  return {
    items: [
      ...(user?.status === 'invited' ? [item('invite', w('inviteAgain'), verbs.invite)] : []),
      ...(user?.status === 'active' ? [item('end', w('endSessions'), verbs.end)] : []),
      ...(secondStep ? [item('reset', w('resetSecondStep'), verbs.reset)] : []),
      ...(user?.status === 'disabled' ? [item('enable', w('enable'), verbs.enable)] : []),
    ],
    dialog:
      link === undefined ? null : (
        <CopyOnce
          title={w('inviteLink')}
          hint={w('inviteValid')}
          text={link}
          copyLabel={w('copyLink')}
          onClose={() => setLink(undefined)}
        />
      ),
  };
}
