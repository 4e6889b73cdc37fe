export const zh = {
  title: '样本',
  mine: '我的样本',
  all: '全部',
  open: '进行中',
  create: '新建样本',
  close: '关闭样本',
  closed: '已关闭',
  emptyTitle: '还没有样本',
  emptyHint: '新建第一个样本，它就会出现在这里。',
} as const;
