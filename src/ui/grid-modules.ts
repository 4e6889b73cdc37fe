import {
  CellApiModule,
  CellStyleModule,
  ClientSideRowModelApiModule,
  ClientSideRowModelModule,
  ColumnApiModule,
  ColumnAutoSizeModule,
  CustomEditorModule,
  EventApiModule,
  LocaleModule,
  ModuleRegistry,
  PinnedRowModule,
  RenderApiModule,
  RowApiModule,
  RowSelectionModule,
  RowStyleModule,
  ScrollApiModule,
} from 'ag-grid-community';
import type { Locale } from './ui-context.ts';

ModuleRegistry.registerModules([
  CellApiModule,
  CellStyleModule,
  ClientSideRowModelApiModule,
  ClientSideRowModelModule,
  ColumnApiModule,
  ColumnAutoSizeModule,
  CustomEditorModule,
  EventApiModule,
  LocaleModule,
  PinnedRowModule,
  RenderApiModule,
  RowApiModule,
  RowSelectionModule,
  RowStyleModule,
  ScrollApiModule,
]);

/** What the grid itself says, mostly to screen readers. */
export const gridWords: Readonly<Record<Locale, Record<string, string>>> = {
  zh: {
    ariaRowSelect: '按空格选择这一行',
    ariaRowDeselect: '按空格取消选择这一行',
    ariaRowToggleSelection: '按空格切换选择',
    ariaRowSelectAll: '选择已显示的行',
    ariaToggleCellValue: '按空格切换',
    ariaSortableColumn: '按 Enter 排序',
    ariaChecked: '已选',
    ariaUnchecked: '未选',
    ariaIndeterminate: '部分选中',
    noRowsToShow: '没有数据',
    loadingOoo: '加载中',
  },
  en: { ariaRowSelectAll: 'Select shown rows', noRowsToShow: 'No rows', loadingOoo: 'Loading' },
};
