/** Invented. */
export const people = [
  { id: 'u-14', name: '周以宁', note: '华东一组' },
  { id: 'u-2', name: '顾明朗', note: '华东一组' },
  { id: 'u-3', name: '许清和', note: '华东一组' },
  { id: 'u-5', name: '秦嘉树', note: '华东二组' },
  { id: 'u-7', name: '陆知行', note: '经理' },
] as const;
