import { Button } from 'antd';
import { lazy, Suspense, useState } from 'react';
import type { ConditionEditorProps } from './condition-editor-props.ts';
import { Dialog } from './dialog.tsx';
import type { FieldSpec } from './field-spec.ts';
import type { FilterGroup } from './filter-types.ts';
import { SkeletonLines } from './skeleton.tsx';
import { useUiWords } from './ui-context.ts';

const ConditionTree = lazy(async () => ({ default: (await import('./condition-tree.tsx')).ConditionTree }));

interface FilterBuilderProps {
  readonly open: boolean;
  readonly fields: readonly FieldSpec[];
  readonly filter: FilterGroup;
  readonly onFilter: (filter: FilterGroup) => void;
  readonly onClose: () => void;
}

/** Nested conditions, in a dialog; changes count when applied. */
export function FilterBuilder({ open, onClose, ...rest }: FilterBuilderProps) {
  const words = useUiWords();
  return (
    <Dialog open={open} title={words.editConditions} onClose={onClose} size="form">
      {open ? <Draft {...rest} onClose={onClose} /> : null}
    </Dialog>
  );
}

function Draft({ fields, filter, onFilter, onClose }: Omit<FilterBuilderProps, 'open'>) {
  const words = useUiWords();
  const [draft, setDraft] = useState(filter);
  return (
    <>
      <div className="yd-dialog-padded">
        <ConditionEditor fields={fields} value={draft} onChange={setDraft} />
      </div>
      <div className="yd-dialog-footer">
        <Button onClick={onClose}>{words.cancel}</Button>
        <Button type="primary" onClick={() => onFilter(draft)}>
          {words.apply}
        </Button>
      </div>
    </>
  );
}

/** The condition tree in the page itself: rule editors, segments. Loads its library when first drawn. */
export function ConditionEditor(props: ConditionEditorProps) {
  return (
    <Suspense fallback={<SkeletonLines rows={3} />}>
      <ConditionTree {...props} />
    </Suspense>
  );
}
