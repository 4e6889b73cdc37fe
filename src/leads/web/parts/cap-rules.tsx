import { Button } from 'antd';
import type { Output } from '#kernel/contract.ts';
import { isProblem, useAct } from '#kernel/web/use-operation.ts';
import { Form } from '#ui/form.tsx';
import { Section } from '#ui/panel-section.tsx';
import { PlainTable } from '#ui/plain-table.tsx';
import { useToasts } from '#ui/toast.tsx';
import { type capSettings, clearCap, setCap, setStandardCap } from '../../contract/caps.ts';
import { words } from './lead-words.ts';
import { useWho } from './pool-dialog.tsx';

type Settings = Output<typeof capSettings>;

/** The number that stands where no rule does, and what uses up room at all. */
export function StandardCap({ standard }: { readonly standard: Settings['standard'] }) {
  const w = words.use();
  const toasts = useToasts();
  const save = useAct(setStandardCap, { quiet: true });
  return (
    <Section title={w('capStandard')} note={w('capCounts')}>
      <Form
        fields={[
          { key: 'cap', kind: 'integer', label: w('cap'), required: true, min: '0' },
          { key: 'excludeConverted', kind: 'checkbox', label: w('notConverted') },
          { key: 'excludeInvalid', kind: 'checkbox', label: w('notInvalid') },
          { key: 'excludeDealt', kind: 'checkbox', label: w('notDealt') },
        ]}
        initial={{ ...standard }}
        submitLabel={w('capStandard')}
        onSubmit={async (values) => {
          const answer = await save({
            version: standard.version,
            cap: Number(values.cap),
            excludeConverted: values.excludeConverted === true,
            excludeInvalid: values.excludeInvalid === true,
            excludeDealt: values.excludeDealt === true,
          });
          if (isProblem(answer)) return [{ message: answer.message }];
          toasts.show({ text: w('capSaved') });
          return undefined;
        }}
      />
    </Section>
  );
}

/** Caps of persons, roles and teams. */
export function CapRules({ rules, choices }: Pick<Settings, 'rules' | 'choices'>) {
  const w = words.use();
  const toasts = useToasts();
  const set = useAct(setCap, { quiet: true });
  const clear = useAct(clearCap);
  const kinds = { user: w('kindUser'), role: w('kindRole'), team: w('kindTeam') };
  return (
    <Section title={w('capRules')} note={w('capRulesNote')}>
      <PlainTable
        label={w('capRules')}
        rows={rules}
        rowKey={(row) => row.id}
        columns={[
          { key: 'name', label: w('capFor'), render: (row) => `${row.name} · ${kinds[row.kind]}` },
          { key: 'cap', label: w('cap'), right: true, render: (row) => row.cap },
          {
            key: 'clear',
            label: '',
            right: true,
            render: ({ kind, refId }) => (
              <Button type="link" onClick={() => void clear({ kind, refId })}>
                {w('clearCap')}
              </Button>
            ),
          },
        ]}
      />
      {rules.length === 0 ? <p>{w('noCapRules')}</p> : null}
      <Form
        key={rules.length}
        fields={[
          { key: 'who', kind: 'choice', label: w('capFor'), required: true, choices: useWho(choices) },
          { key: 'cap', kind: 'integer', label: w('cap'), required: true, min: '0' },
        ]}
        submitLabel={w('addCap')}
        onSubmit={async ({ who, cap }) => {
          const [kind, refId = ''] = String(who).split(':');
          const answer = await set({ kind: kind as 'user', refId, cap: Number(cap) });
          if (isProblem(answer)) return [{ message: answer.message }];
          toasts.show({ text: w('capSaved') });
          return undefined;
        }}
      />
    </Section>
  );
}
