import { Button, Select, Space } from 'antd';
import { directory } from '#identity/contract/me.ts';
import { localePreference } from '#kernel/web/preferences.ts';
import { webSlices } from '#kernel/web/slice.ts';
import { useRead } from '#kernel/web/use-operation.ts';
import { listAuditTypes } from '../../contract.ts';
import { words } from './audit-words.ts';
import { auditDeed } from './deeds.ts';
import type { AuditSearch } from './use-audit.ts';

interface AuditFiltersProps {
  readonly search: AuditSearch;
  readonly set: (change: AuditSearch) => void;
  readonly clear: () => void;
  /** What the chosen record is called. */
  readonly recordName: string | undefined;
}

const sources = ['ui', 'api', 'import', 'automation', 'system', 'demo'] as const;
const days = ['today', 'week', 'month'] as const;

/** Who, what, which kind, by which way, since when: one choice each, all together. */
export function AuditFilters({ search, set, clear, recordName }: AuditFiltersProps) {
  const w = words.use();
  const locale = localePreference.use();
  const people = useRead(directory, {});
  const types = useRead(listAuditTypes, {});
  const objects = webSlices().flatMap((slice) => slice.objects ?? []);
  const choice = (key: keyof AuditSearch, any: string, options: readonly Option[]) => (
    <Choice any={any} value={search[key]} options={options} onChange={(value) => set({ [key]: value })} />
  );
  return (
    <Space wrap>
      {choice(
        'actor',
        w('anyPerson'),
        (people.data?.people ?? []).map(({ id, name }) => ({ value: id, label: name })),
      )}
      {choice(
        'object',
        w('anyObject'),
        objects.map(({ object, label }) => ({ value: object, label: label[locale] })),
      )}
      {choice(
        'type',
        w('anyType'),
        (types.data?.items ?? []).map((type) => ({
          value: type,
          label: `${auditDeed(type)[locale]} · ${type}`,
        })),
      )}
      {choice(
        'source',
        w('anySource'),
        sources.map((key) => ({ value: key, label: w(`source_${key}`) })),
      )}
      {choice(
        'days',
        w('anyDay'),
        days.map((key) => ({ value: key, label: w(key) })),
      )}
      {search.record ? <span>{w('ofRecord', { name: recordName ?? search.record })}</span> : null}
      {Object.keys(search).length > 0 ? (
        <Button type="text" onClick={clear}>
          {w('clear')}
        </Button>
      ) : null}
    </Space>
  );
}

interface Option {
  readonly value: string;
  readonly label: string;
}

interface ChoiceProps {
  /** What it is called while nothing is chosen. */
  readonly any: string;
  readonly value: string | undefined;
  readonly options: readonly Option[];
  readonly onChange: (value: string | undefined) => void;
}

function Choice({ any, value, options, onChange }: ChoiceProps) {
  return (
    <Select
      showSearch
      optionFilterProp="label"
      popupMatchSelectWidth={false}
      aria-label={any}
      value={value ?? ''}
      onChange={(next: string) => onChange(next || undefined)}
      options={[{ value: '', label: any }, ...options]}
    />
  );
}
