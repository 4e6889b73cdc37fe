import { Select } from 'antd';
import { useEffect, useState } from 'react';
import type { FieldSpec, LookupOption } from './field-spec.ts';
import { me } from './filter-types.ts';
import { useUi } from './ui-context.ts';
import { useDebouncedIme } from './use-debounced-ime.ts';
import { useNames } from './use-names.ts';

interface FilterLookupProps {
  readonly field: FieldSpec;
  readonly values: readonly string[];
  readonly onChange: (values: readonly string[]) => void;
  readonly autoFocus?: boolean;
}

/** Several people or records by name; in a user field also 我, which follows whoever looks. */
export function FilterLookup({ field, values, onChange, autoFocus }: FilterLookupProps) {
  const { lookup, words } = useUi();
  const object = field.kind === 'user' ? 'users' : (field.reference ?? '');
  const [query, setQuery] = useState('');
  const settled = useDebouncedIme(query, 200);
  const [found, setFound] = useState<readonly LookupOption[]>([]);
  const names = useNames(object, values);
  useEffect(() => {
    let current = true;
    void lookup(object, settled).then((options) => {
      if (current) setFound(options);
    });
    return () => {
      current = false;
    };
  }, [lookup, object, settled]);
  const own = field.kind === 'user' ? [{ value: me, label: words.me }] : [];
  const chosen = values
    .filter((id) => id !== me && !found.some((one) => one.id === id))
    .map((id) => ({ value: id, label: names[id] ?? '…' }));
  return (
    <Select
      mode="multiple"
      className="yd-select"
      autoFocus={autoFocus}
      aria-label={words.value}
      showSearch={{ filterOption: false, onSearch: setQuery }}
      value={[...values]}
      placeholder={words.keepTyping}
      notFoundContent={words.nothingFound}
      options={[...own, ...chosen, ...found.map(({ id, name }) => ({ value: id, label: name }))]}
      onChange={(next: string[]) => onChange(next)}
    />
  );
}
