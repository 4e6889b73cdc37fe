import { Button, Radio } from 'antd';
import { useState } from 'react';
import { localePreference } from '#kernel/web/preferences.ts';
import { useDefinition } from '#kernel/web/session.ts';
import { leadObject } from '#leads/fields.ts';
import { FieldView } from '#ui/field-view.tsx';
import { Notice } from '#ui/notice.tsx';
import { PlainTable } from '#ui/plain-table.tsx';
import { Tag } from '#ui/tag.tsx';
import { type CompareRow, comparedRows, isEmpty, type Member, valueAt } from './compared-rows.ts';
import { words } from './duplicate-words.ts';
import { MergeDialog } from './merge-dialog.tsx';

interface CompareTableProps {
  readonly members: readonly Member[];
  readonly names: Readonly<Record<string, string>>;
  readonly onMerged: (winnerId: string) => void;
}

/** Which record stays, whose place it has, and whose value of each field stands. */
function useMergeChoices(members: readonly Member[]) {
  const leads = members.filter((one) => one.object === 'leads' && one.values);
  const [winnerId, setWinnerId] = useState(leads[0]?.id ?? '');
  const [placeOf, setPlaceOf] = useState('');
  const [choices, setChoices] = useState<Readonly<Record<string, string>>>({});
  const ordered = [...leads].sort(
    (one, other) => Number(other.id === winnerId) - Number(one.id === winnerId),
  );
  return {
    leads,
    winnerId,
    placeId: placeOf || winnerId,
    setWinnerId,
    setPlaceOf,
    standing: (key: string) =>
      choices[key] ?? ordered.find((one) => !isEmpty(valueAt(one, key)))?.id ?? winnerId,
    choose: (key: string, id: string) => setChoices((before) => ({ ...before, [key]: id })),
    request: {
      winnerId,
      loserIds: leads.filter((one) => one.id !== winnerId).map((one) => one.id),
      choices,
      ...(placeOf ? { placeOf } : {}),
    },
  };
}

interface CellProps {
  readonly member: Member;
  readonly row: CompareRow;
  readonly names: Readonly<Record<string, string>>;
  readonly picked: ReturnType<typeof useMergeChoices>;
}

function Cell({ member, row, names, picked }: CellProps) {
  const w = words.use();
  const isLead = member.object === 'leads' && member.values !== null;
  if (row.key === '$winner')
    return isLead ? (
      <Radio checked={member.id === picked.winnerId} onChange={() => picked.setWinnerId(member.id)}>
        {w('keep')}
      </Radio>
    ) : (
      <Tag>{member.values ? w('account') : w('unseen')}</Tag>
    );
  if (row.key === '$place') {
    const holder = member.values?.ownerId ?? member.values?.poolId;
    const name = typeof holder === 'string' ? (names[holder] ?? '') : '';
    if (!isLead) return name;
    return (
      <Radio checked={picked.placeId === member.id} onChange={() => picked.setPlaceOf(member.id)}>
        {name}
      </Radio>
    );
  }
  const value = valueAt(member, row.key);
  const shown = row.spec ? <FieldView field={row.spec} value={value as never} names={names} /> : null;
  if (!isLead || isEmpty(value)) return shown;
  return (
    <Radio
      checked={picked.standing(row.key) === member.id}
      onChange={() => picked.choose(row.key, member.id)}
    >
      {shown}
    </Radio>
  );
}

/** Field by field, record by record; the value in force is marked, another is taken with one press. */
export function CompareTable({ members, names, onMerged }: CompareTableProps) {
  const w = words.use();
  const locale = localePreference.use();
  const catalogue = useDefinition(leadObject);
  const picked = useMergeChoices(members);
  const [merging, setMerging] = useState(false);
  const { leads } = picked;
  const rows: CompareRow[] = [
    { key: '$winner', label: w('keep'), spec: null },
    { key: '$place', label: w('placeRow'), spec: null },
    ...comparedRows(members, catalogue, locale),
  ];
  return (
    <>
      {members.some((one) => one.object !== 'leads') ? (
        <Notice tone="neutral">{w('accountsNotMerged')}</Notice>
      ) : null}
      <PlainTable<CompareRow>
        label={w('compare')}
        rows={rows}
        rowKey={(row) => row.key}
        columns={[
          { key: 'label', label: '', width: 120, render: (row) => row.label },
          ...members.map((member) => ({
            key: member.id,
            label: member.name,
            render: (row: CompareRow) => <Cell member={member} row={row} names={names} picked={picked} />,
          })),
        ]}
      />
      <div className="yd-panel-pad">
        <Button type="primary" disabled={leads.length < 2} onClick={() => setMerging(true)}>
          {leads.length < 2 ? w('needTwo') : w('merge', { n: leads.length })}
        </Button>
      </div>
      {merging ? (
        <MergeDialog
          request={picked.request}
          names={names}
          onClose={() => setMerging(false)}
          onMerged={onMerged}
        />
      ) : null}
    </>
  );
}
