import { defineWords } from './words.tsx';

/** The few words of lists and records that no slice owns. */
export const listWords = defineWords(
  'list',
  {
    shown: '共 {{total}} 条，已显示 {{shown}}',
    copyView: '另存为视图',
    renameView: '重命名',
    shareView: '共享给同事',
    unshareView: '取消共享',
    deleteView: '删除视图',
    viewMenu: '视图菜单',
    saved: '已保存',
    undone: '已撤销',
  },
  {
    shown: '{{shown}} of {{total}} shown',
    copyView: 'Save as view',
    renameView: 'Rename',
    shareView: 'Share with colleagues',
    unshareView: 'Stop sharing',
    deleteView: 'Delete view',
    viewMenu: 'View menu',
    saved: 'Saved',
    undone: 'Undone',
  },
);
