import { Button, InputNumber, Select } from 'antd';
import { Plus, X } from 'lucide-react';
import type { FieldSpec } from '#ui/field-spec.ts';
import { IconButton } from '#ui/icon-button.tsx';
import { RuleLine } from '#ui/rule-editor.tsx';
import { words } from './assignment-words.ts';
import type { Draft, Listed } from './drafts.ts';

interface MembersProps {
  readonly draft: Draft;
  readonly people: Listed['people'];
  readonly fields: readonly FieldSpec[];
  readonly onChange: (change: Partial<Draft>) => void;
}

/** The people of a rule: in their order, with weights, or by the lines of a table. */
export function Members(props: MembersProps) {
  const w = words.use();
  const { draft, people, onChange } = props;
  if (draft.method === 'table') return <TableRows {...props} />;
  const one = draft.method === 'user';
  const chosen = draft.members.map(({ userId }) => userId);
  return (
    <>
      <RuleLine label={w('people')}>
        <PeopleSelect
          people={people}
          value={one ? chosen.slice(0, 1) : chosen}
          onChange={(ids) => onChange({ members: membersOf(draft, one ? ids.slice(-1) : ids, 0) })}
        />
      </RuleLine>
      {draft.method === 'weighted'
        ? draft.members.map((member) => {
            const name = people.find(({ id }) => id === member.userId)?.name ?? '';
            return (
              <RuleLine key={member.userId} label={`${name} ${w('weight')}`}>
                <InputNumber
                  min={1}
                  max={100}
                  precision={0}
                  aria-label={`${name} ${w('weight')}`}
                  value={member.weight}
                  onChange={(weight) =>
                    onChange({
                      members: draft.members.map((other) =>
                        other === member ? { ...member, weight: weight ?? 1 } : other,
                      ),
                    })
                  }
                />
              </RuleLine>
            );
          })
        : null}
    </>
  );
}

interface PeopleSelectProps {
  readonly people: Listed['people'];
  readonly value: readonly string[];
  readonly onChange: (ids: string[]) => void;
}

function PeopleSelect({ people, value, onChange }: PeopleSelectProps) {
  const w = words.use();
  const gone = value.filter((id) => !people.some((one) => one.id === id));
  return (
    <Select
      mode="multiple"
      className="yd-select"
      aria-label={w('people')}
      placeholder={w('people')}
      showSearch={{ optionFilterProp: 'label' }}
      value={[...value]}
      options={[
        ...people.map(({ id, name }) => ({ value: id, label: name })),
        ...gone.map((id) => ({ value: id, label: '—' })),
      ]}
      onChange={onChange}
    />
  );
}

/** Whoever was in keeps his weight. */
function membersOf(draft: Draft, ids: readonly string[], rowNo: number): Draft['members'] {
  return ids.map(
    (userId) =>
      draft.members.find((member) => member.userId === userId && member.rowNo === rowNo) ?? {
        ...{ userId, rowNo, weight: 1 },
      },
  );
}

/** The table without one of its lines; the lines below move up. */
function without({ tableRows, members }: Draft, rowNo: number): Partial<Draft> {
  return {
    tableRows: tableRows.filter((_, at) => at !== rowNo),
    members: members
      .filter((member) => member.rowNo !== rowNo)
      .map((member) => (member.rowNo > rowNo ? { ...member, rowNo: member.rowNo - 1 } : member)),
  };
}

const tableKinds = ['text', 'choice', 'multiChoice'];

function TableRows({ draft, people, fields, onChange }: MembersProps) {
  const w = words.use();
  const { tableRows, tableField, members } = draft;
  const usable = fields.filter(({ kind }) => tableKinds.includes(kind));
  const putPeople = (rowNo: number, ids: readonly string[]) =>
    onChange({
      members: [...members.filter((member) => member.rowNo !== rowNo), ...membersOf(draft, ids, rowNo)],
    });
  const remove = (rowNo: number) => onChange(without(draft, rowNo));
  return (
    <>
      <RuleLine label={w('byField')}>
        <Select
          className="yd-select"
          aria-label={w('byField')}
          value={tableField}
          options={usable.map(({ key, label }) => ({ value: key, label }))}
          onChange={(value) => onChange({ tableField: value, tableRows: [[]], members: [] })}
        />
      </RuleLine>
      {tableRows.map((values, rowNo) => (
        <RuleLine
          // biome-ignore lint/suspicious/noArrayIndexKey: a line has no name of its own
          key={rowNo}
          label={
            <ValueSelect
              field={usable.find(({ key }) => key === tableField)}
              value={values}
              onChange={(next) =>
                onChange({ tableRows: tableRows.map((old, at) => (at === rowNo ? next : old)) })
              }
            />
          }
        >
          <PeopleSelect
            people={people}
            value={members.filter((member) => member.rowNo === rowNo).map(({ userId }) => userId)}
            onChange={(ids) => putPeople(rowNo, ids)}
          />
          <IconButton icon={X} size={14} label={w('removeRow')} onClick={() => remove(rowNo)} />
        </RuleLine>
      ))}
      <Button
        size="small"
        icon={<Plus size={14} />}
        disabled={tableField === null}
        onClick={() => onChange({ tableRows: [...tableRows, []] })}
      >
        {w('addRow')}
      </Button>
    </>
  );
}

interface ValueSelectProps {
  readonly field: FieldSpec | undefined;
  readonly value: readonly string[];
  readonly onChange: (values: string[]) => void;
}

/** The values of a line: choices of the field where it has some, else words one types. */
function ValueSelect({ field, value, onChange }: ValueSelectProps) {
  const w = words.use();
  return (
    <Select
      mode={field?.choices ? 'multiple' : 'tags'}
      className="yd-select"
      aria-label={w('rowValues')}
      placeholder={w('rowValues')}
      value={[...value]}
      {...(field?.choices
        ? { options: field.choices.map(({ key, label }) => ({ value: key, label })) }
        : { open: false, tokenSeparators: [',', '，', '、', ' '] })}
      onChange={onChange}
    />
  );
}
