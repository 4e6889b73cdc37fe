import { Button } from 'antd';
import {
  ArrowLeftRight,
  Download,
  PenLine,
  Phone,
  Plus,
  Tag as TagIcon,
  Undo2,
  UserPlus,
} from 'lucide-react';
import { useState } from 'react';
import { BulkBar } from '../bulk-bar.tsx';
import { Countdown } from '../countdown.tsx';
import { DataGrid } from '../data-grid.tsx';
import type { FieldSpec } from '../field-spec.ts';
import { FilterBar } from '../filter-bar.tsx';
import type { FilterGroup } from '../filter-types.ts';
import { Grade } from '../grade.tsx';
import type { Card, Column, GridLayout, GridSort } from '../grid-types.ts';
import { IconButton } from '../icon-button.tsx';
import { ColumnMenu, DensityMenu, SortMenu } from '../list-tools.tsx';
import { Meter } from '../meter.tsx';
import { Page } from '../page.tsx';
import type { Density } from '../theme.ts';
import { ViewTabs } from '../view-tabs.tsx';
import { LeadPanel } from './lead-panel.tsx';
import { type LeadRow, leads, statuses } from './leads.ts';

const columns: readonly Column<LeadRow>[] = [
  { key: 'company', label: '公司', width: 164, editable: true, sortable: true },
  { key: 'contact', label: '联系人', width: 82, editable: true },
  { key: 'grade', label: '分类', width: 62, render: (row) => <Grade value={row.grade} soft /> },
  {
    key: 'until',
    label: '回收倒计时',
    width: 138,
    sortable: true,
    render: (row) => <Countdown until={row.until} pausedBecause={row.paused} />,
  },
  {
    key: 'status',
    label: '状态',
    width: 94,
    kind: 'choice',
    choices: statuses,
    editable: true,
    required: true,
  },
  {
    key: 'source',
    label: '来源',
    width: 94,
    render: (row) => <span className="yd-text2">{row.source}</span>,
  },
  { key: 'touched', label: '最近跟进', width: 96, kind: 'datetime', sortable: true },
];

const filterFields: readonly FieldSpec[] = [
  { key: 'ownerId', kind: 'user', label: '负责人' },
  {
    key: 'status',
    kind: 'choice',
    label: '状态',
    choices: [...statuses, { key: 'converted', label: '已转化' }, { key: 'invalid', label: '无效' }],
  },
  { key: 'company', kind: 'text', label: '公司' },
  { key: 'capital', kind: 'money', label: '注册资本' },
  { key: 'createdAt', kind: 'datetime', label: '创建时间' },
];
const firstFilter: FilterGroup = {
  combinator: 'and',
  rules: [
    { field: 'ownerId', operator: 'in', value: ['@me'] },
    { field: 'status', operator: 'notIn', value: ['converted', 'invalid'] },
  ],
};

const views = [
  { key: 'mine', label: '我的线索', count: 43, changed: true },
  { key: 'today', label: '今日新进', count: 6 },
  { key: 'due', label: '即将回收', count: 7 },
  { key: 'a', label: 'A 类', count: 11 },
  { key: 'team', label: '团队', count: 386 },
  { key: 'pool', label: '公海', count: 1284 },
];

const verbs = [
  { key: 'assign', label: '分配', icon: UserPlus, onClick: () => {} },
  { key: 'release', label: '退回公海', icon: Undo2, onClick: () => {} },
  { key: 'edit', label: '批量修改', icon: PenLine, onClick: () => {} },
  { key: 'tag', label: '加标签', icon: TagIcon, onClick: () => {} },
  { key: 'convert', label: '转为客户', icon: ArrowLeftRight, onClick: () => {} },
].slice(0, 4);

const actions = (
  <>
    <IconButton icon={Download} label="导出" />
    <Button>导入</Button>
    <Button type="primary" icon={<Plus aria-hidden />}>
      新建线索
    </Button>
  </>
);

const limit = (
  <>
    私海库容 <Meter share={43 / 50} tone="warn" /> 43 / 50
  </>
);

const card = (row: LeadRow): Card => ({
  title: row.company,
  tag: <Grade value={row.grade} soft />,
  lines: [
    `${row.contact} · ${row.source}`,
    <Countdown key="c" until={row.until} pausedBecause={row.paused} />,
  ],
  act: <IconButton icon={Phone} label="拨打" />,
});

interface GridState {
  readonly sort: readonly GridSort[];
  readonly onSort: (sort: readonly GridSort[]) => void;
  readonly layout: GridLayout | undefined;
  readonly onLayout: (layout: GridLayout) => void;
  readonly density: Density;
}

interface FiltersProps extends GridState {
  readonly onDensity: (density: Density) => void;
}

function Filters({ sort, onSort, layout, onLayout, density, onDensity }: FiltersProps) {
  const [filter, setFilter] = useState<FilterGroup | undefined>(firstFilter);
  return (
    <FilterBar
      fields={filterFields}
      condition={filter}
      onChange={setFilter}
      changed
      onSave={() => {}}
      tools={
        <>
          <SortMenu columns={columns} sort={sort} onSort={onSort} />
          <ColumnMenu columns={columns} layout={layout} onLayout={onLayout} />
          <DensityMenu density={density} onDensity={onDensity} />
        </>
      }
    />
  );
}

interface LeadGridProps extends GridState {
  readonly openId: string | undefined;
  readonly onOpen: (row: LeadRow) => void;
}

async function edit(_row: LeadRow, key: string) {
  return key === 'contact' ? '没改成：联系人已合并，请到客户页修改' : undefined;
}

function LeadGrid(props: LeadGridProps) {
  const [selected, setSelected] = useState<ReadonlySet<string>>(new Set(['lead-1', 'lead-2', 'lead-4']));
  const clear = () => setSelected(new Set());
  return (
    <DataGrid
      {...props}
      noun="线索"
      columns={columns}
      rows={leads}
      selected={selected}
      onSelect={setSelected}
      onEdit={edit}
      card={card}
      bulk={<BulkBar count={selected.size} total={43} onSelectAll={() => {}} onClear={clear} verbs={verbs} />}
    />
  );
}

export function LeadsPage() {
  const [sort, onSort] = useState<readonly GridSort[]>([{ key: 'until', descending: false }]);
  const [layout, onLayout] = useState<GridLayout>();
  const [density, onDensity] = useState<Density>('normal');
  const [openId, setOpenId] = useState<string | undefined>('lead-2');
  const [view, setView] = useState('mine');
  const at = leads.findIndex((lead) => lead.id === openId);
  const open = leads[at];
  const grid: GridState = { sort, onSort, layout, onLayout, density };
  return (
    <Page
      title="线索"
      scroll={false}
      actions={actions}
      tabs={<ViewTabs current={view} onChange={setView} onNew={() => {}} tabs={views} />}
      limit={limit}
      filters={<Filters {...grid} onDensity={onDensity} />}
      footer="共 43 条，已显示 17"
      footerRight="实时更新"
      panel={
        open && window.innerWidth >= 960 ? (
          <LeadPanel
            lead={open}
            at={at}
            onClose={() => setOpenId(undefined)}
            onMove={(step) => setOpenId(leads[at + step]?.id)}
          />
        ) : null
      }
    >
      <LeadGrid {...grid} openId={openId} onOpen={(row) => setOpenId(row.id)} />
    </Page>
  );
}
