import type { Output } from '#kernel/contract.ts';
import { localePreference } from '#kernel/web/preferences.ts';
import { isProblem, useAct } from '#kernel/web/use-operation.ts';
import { Dialog } from '#ui/dialog.tsx';
import type { FieldSpec } from '#ui/field-spec.ts';
import { Form } from '#ui/form.tsx';
import type { FormValues } from '#ui/form-check.ts';
import { useToasts } from '#ui/toast.tsx';
import { createPool, type poolSettings, updatePool } from '../../contract/pools.ts';
import { hideableKeys } from '../../fields/pool-lead.ts';
import { leadObject } from '../../fields.ts';
import { words } from './lead-words.ts';

type Settings = Output<typeof poolSettings>;
export type PoolRow = Settings['items'][number];
export type Choices = Settings['choices'];

interface PoolDialogProps {
  /** Null: a new one. */
  readonly pool: PoolRow | null;
  readonly choices: Choices;
  readonly onClose: () => void;
}

const dayWords = ['monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday', 'sunday'] as const;
const keyOf = ({ kind, id }: { kind: string; id: string }) => `${kind}:${id}`;

/** People, roles and teams in one list, told apart by their kind. */
export function useWho(choices: Choices) {
  const w = words.use();
  const kinds = { user: w('kindUser'), role: w('kindRole'), team: w('kindTeam') };
  return choices.map((one) => ({ key: keyOf(one), label: `${one.name} · ${kinds[one.kind]}` }));
}

/** Everything one pool goes by. */
export function PoolDialog({ pool, choices, onClose }: PoolDialogProps) {
  const w = words.use();
  const toasts = useToasts();
  const create = useAct(createPool, { quiet: true });
  const update = useAct(updatePool, { quiet: true });
  return (
    <Dialog open size="form" title={w(pool ? 'editPool' : 'createPool')} onClose={onClose}>
      <Form
        fields={useFields(choices)}
        initial={startOf(pool)}
        when={(key, values) => (key === 'members' ? values.openToAll !== true : true)}
        submitLabel={w(pool ? 'editPool' : 'createPool')}
        onCancel={onClose}
        onSubmit={async (values) => {
          const sent = settingsOf(values);
          const answer = pool
            ? await update({ ...sent, id: pool.id, version: pool.version })
            : await create(sent);
          if (isProblem(answer))
            return answer.errors.length > 0 ? [...answer.errors] : [{ message: answer.message }];
          toasts.show({ text: w('poolSaved') });
          onClose();
          return undefined;
        }}
      />
    </Dialog>
  );
}

function useFields(choices: Choices): FieldSpec[] {
  const w = words.use();
  const locale = localePreference.use();
  const who = useWho(choices);
  const number = (key: string, label: string, required = true): FieldSpec => ({
    ...({ key, kind: 'integer', label, required, min: '0' } as const),
    ...(required ? {} : { hint: w('noLimit') }),
  });
  const units = (['days', 'hours'] as const).map((key) => ({
    key,
    label: w(key === 'days' ? 'unitDays' : 'unitHours'),
  }));
  const modes = (['claim', 'assign'] as const).map((key) => ({
    key,
    label: w(key === 'claim' ? 'modeClaim' : 'modeAssign'),
  }));
  return [
    { key: 'name', kind: 'text', label: w('poolName'), required: true, maxLength: 60 },
    { key: 'mode', kind: 'choice', label: w('poolMode'), required: true, asButtons: true, choices: modes },
    { key: 'openToAll', kind: 'checkbox', label: w('openToAll') },
    { key: 'members', kind: 'multiChoice', label: w('members'), choices: who },
    { key: 'admins', kind: 'multiChoice', label: w('admins'), choices: who },
    number('dailyQuota', w('dailyQuota')),
    number('cooldown', w('cooldown')),
    {
      key: 'unit',
      kind: 'choice',
      label: w('cooldownUnit'),
      required: true,
      asButtons: true,
      choices: units,
    },
    number('protectHours', w('protectHours')),
    {
      ...({ key: 'days', kind: 'multiChoice', label: w('claimDays'), hint: w('noLimit') } as const),
      choices: dayWords.map((day, at) => ({ key: String(at + 1), label: w(day) })),
    },
    { key: 'from', kind: 'text', label: w('claimFrom'), maxLength: 5 },
    { key: 'to', kind: 'text', label: w('claimTo'), maxLength: 5 },
    number('viewQuota', w('viewQuota'), false),
    number('retention', w('retention'), false),
    {
      ...({ key: 'hiddenFields', kind: 'multiChoice', label: w('hiddenFields') } as const),
      choices: hideableKeys.map((key) => ({
        key,
        label: leadObject.fields.find((field) => field.key === key)?.label[locale] ?? key,
      })),
    },
  ];
}

function startOf(pool: PoolRow | null): FormValues {
  if (!pool)
    return { mode: 'claim', openToAll: true, dailyQuota: 20, cooldown: 7, unit: 'days', protectHours: 0 };
  const { cooldown, claimWindow, members, admins, ...rest } = pool;
  return {
    ...{ name: rest.name, mode: rest.mode, openToAll: rest.openToAll, dailyQuota: rest.dailyQuota },
    ...{ protectHours: rest.protectHours, viewQuota: rest.viewQuota, retention: rest.retention },
    ...{ hiddenFields: rest.hiddenFields, cooldown: cooldown.amount, unit: cooldown.unit },
    ...{ members: members.map(keyOf), admins: admins.map(keyOf) },
    ...(claimWindow
      ? { days: claimWindow.days.map(String), from: claimWindow.from, to: claimWindow.to }
      : {}),
  };
}

const list = (value: unknown): string[] => (Array.isArray(value) ? value.map(String) : []);
const limit = (value: unknown): number | null => (typeof value === 'number' ? value : null);

function settingsOf(values: FormValues) {
  const who = (value: unknown) =>
    list(value).map((key) => {
      const [kind = 'user', id = ''] = key.split(':');
      return { kind: kind as 'user' | 'role' | 'team', id };
    });
  const days = list(values.days).map(Number);
  return {
    name: String(values.name),
    mode: values.mode as 'claim' | 'assign',
    openToAll: values.openToAll === true,
    members: values.openToAll === true ? [] : who(values.members),
    admins: who(values.admins),
    dailyQuota: Number(values.dailyQuota),
    cooldown: { amount: Number(values.cooldown), unit: values.unit as 'days' | 'hours' },
    protectHours: Number(values.protectHours),
    claimWindow:
      days.length > 0
        ? { days: days.sort(), from: String(values.from || '00:00'), to: String(values.to || '24:00') }
        : null,
    viewQuota: limit(values.viewQuota),
    retention: limit(values.retention),
    hiddenFields: list(values.hiddenFields) as (typeof hideableKeys)[number][],
  };
}
