/** The people of the demo company. Deterministic: every seeding makes the same ones. */
export interface CastMember {
  readonly account: string;
  readonly name: string;
  readonly role: string;
  readonly team: string;
  readonly title: string;
  readonly leads?: string;
}

export const company = '澜图视觉科技';

/** Parents first; the company itself is the top team. */
export const castTeams = [
  { key: 'sales', name: '销售中心', under: null },
  { key: 'sales1', name: '销售一部', under: 'sales' },
  { key: 'sales2', name: '销售二部', under: 'sales' },
  { key: 'sales3', name: '销售三部', under: 'sales' },
  { key: 'east1', name: '华东一组', under: 'sales1' },
  { key: 'east2', name: '华东二组', under: 'sales1' },
  { key: 'south', name: '华南组', under: 'sales2' },
  { key: 'north', name: '华北组', under: 'sales3' },
  { key: 'marketing', name: '市场部', under: null },
  { key: 'finance', name: '财务部', under: null },
  { key: 'service', name: '客户服务部', under: null },
  { key: 'office', name: '综合管理部', under: null },
] as const;

export const cast: readonly CastMember[] = [
  { account: 'admin', name: '江予白', role: 'admin', team: 'office', title: '系统管理员', leads: 'office' },
  {
    account: 'manager1',
    name: '陆知行',
    role: 'manager',
    team: 'sales1',
    title: '销售一部经理',
    leads: 'sales1',
  },
  {
    account: 'manager2',
    name: '沈听澜',
    role: 'manager',
    team: 'sales2',
    title: '销售二部经理',
    leads: 'sales2',
  },
  {
    account: 'manager3',
    name: '霍景明',
    role: 'manager',
    team: 'sales3',
    title: '销售三部经理',
    leads: 'sales3',
  },
  { account: 'rep1', name: '周以宁', role: 'rep', team: 'east1', title: '高级销售代表', leads: 'east1' },
  { account: 'rep2', name: '许清和', role: 'rep', team: 'east1', title: '销售代表' },
  { account: 'rep3', name: '顾明朗', role: 'rep', team: 'east2', title: '销售代表' },
  { account: 'rep4', name: '秦嘉树', role: 'rep', team: 'east2', title: '销售代表', leads: 'east2' },
  { account: 'rep5', name: '叶南星', role: 'rep', team: 'south', title: '高级销售代表', leads: 'south' },
  { account: 'rep6', name: '方一诺', role: 'rep', team: 'south', title: '销售代表' },
  { account: 'rep7', name: '梁慕川', role: 'rep', team: 'south', title: '销售代表' },
  { account: 'rep8', name: '苏意晚', role: 'rep', team: 'south', title: '销售代表' },
  { account: 'rep9', name: '程望舒', role: 'rep', team: 'north', title: '高级销售代表', leads: 'north' },
  { account: 'rep10', name: '韩立夏', role: 'rep', team: 'north', title: '销售代表' },
  { account: 'rep11', name: '孟怀瑾', role: 'rep', team: 'north', title: '销售代表' },
  { account: 'rep12', name: '宋屿安', role: 'rep', team: 'north', title: '销售代表' },
  {
    account: 'marketing',
    name: '唐采薇',
    role: 'marketing',
    team: 'marketing',
    title: '市场经理',
    leads: 'marketing',
  },
  {
    account: 'finance',
    name: '沈若溪',
    role: 'finance',
    team: 'finance',
    title: '财务主管',
    leads: 'finance',
  },
  {
    account: 'service',
    name: '贺云帆',
    role: 'service',
    team: 'service',
    title: '客服主管',
    leads: 'service',
  },
  { account: 'auditor', name: '白景行', role: 'auditor', team: 'office', title: '内部审计' },
];

export const demoAddress = (account: string) => `${account}@demo.yingdan.test`;
