import { Select } from 'antd';
import { useEffect, useMemo, useState } from 'react';
import type { FieldInputProps, SharedProps } from './field-input-props.ts';
import type { LookupOption } from './field-spec.ts';
import { useUi } from './ui-context.ts';
import { useDebouncedIme } from './use-debounced-ime.ts';

/** Finds people or records by name while typing; knows the names of what is already chosen. */
export function LookupSelect({ field, value, onChange, shared }: FieldInputProps & SharedProps) {
  const { words, lookup, namesOf } = useUi();
  const object = field.kind === 'user' ? 'users' : (field.reference ?? '');
  const [query, setQuery] = useState('');
  const settled = useDebouncedIme(query, 200);
  const [opened, setOpened] = useState(false);
  const [found, setFound] = useState<readonly LookupOption[]>([]);
  const [chosen, setChosen] = useState<readonly LookupOption[]>([]);
  const ids = useMemo(
    () => (Array.isArray(value) ? value.map(String) : value ? [String(value)] : []),
    [value],
  );
  useEffect(() => {
    if (!opened) return;
    let current = true;
    void lookup(object, settled).then((options) => {
      if (current) setFound(options);
    });
    return () => {
      current = false;
    };
  }, [object, settled, opened, lookup]);
  useEffect(() => {
    const unknown = ids.filter(
      (id) => !chosen.some((one) => one.id === id) && !found.some((one) => one.id === id),
    );
    if (unknown.length > 0)
      void namesOf(object, unknown).then((names) => setChosen((now) => [...now, ...names]));
  }, [object, ids, chosen, found, namesOf]);
  const options = [
    ...found,
    ...chosen.filter((one) => ids.includes(one.id) && !found.some(({ id }) => id === one.id)),
  ];
  return (
    <Select
      {...shared}
      className="yd-select"
      showSearch={{ filterOption: false, onSearch: setQuery }}
      value={ids[0]}
      placeholder={field.placeholder ?? words.keepTyping}
      notFoundContent={words.nothingFound}
      allowClear={!field.required}
      onOpenChange={setOpened}
      options={options.map(({ id, name, note }) => ({ value: id, label: name, note }))}
      optionRender={({ data }) => (
        <span className="yd-option">
          {data.label}
          {data.note ? <span className="yd-text3">{data.note}</span> : null}
        </span>
      )}
      onChange={(next: string | undefined) => onChange(next ?? null)}
    />
  );
}
