export const dealNames = [
  '视觉质检一期',
  '来料检测 6 工位',
  'MES 云 80 账号',
  '设备联网改造',
  '外观检测试点',
  '称重分拣线',
  '读码器替换',
  '在线测量 4 台',
  '包装检测线',
  '质检平台年订阅',
  '焊缝检测',
  '三车间扩容',
  '年度备件包',
  '标签检测 8 台',
  '集团框架首单',
  '运维三年包',
  '点胶检测',
  '老线改造',
] as const;

/** How reps sell: deals they open, the share of the closed ones they win, and how many days a stage takes them. */
export const sellers = [
  { account: 'rep1', deals: 28, wins: 0.62, pace: 9 },
  { account: 'rep2', deals: 16, wins: 0.45, pace: 13 },
  { account: 'rep3', deals: 12, wins: 0.3, pace: 16 },
  { account: 'rep4', deals: 16, wins: 0.42, pace: 14 },
  { account: 'rep5', deals: 18, wins: 0.48, pace: 12 },
  { account: 'rep6', deals: 10, wins: 0.35, pace: 15 },
  { account: 'rep7', deals: 15, wins: 0.22, pace: 24 },
  { account: 'rep8', deals: 12, wins: 0.4, pace: 14 },
  { account: 'rep9', deals: 11, wins: 0.44, pace: 13 },
  { account: 'rep10', deals: 11, wins: 0.38, pace: 15 },
  { account: 'rep11', deals: 9, wins: 0.36, pace: 15 },
  { account: 'rep12', deals: 6, wins: 0.4, pace: 14 },
] as const;

export const rivals = ['云视智能', '海视科技', '凌测', '睿检'] as const;

export const dealLines = [
  ['call', '付款节点改为 3-4-2-1，质保金 10% 一年后付', 6],
  ['call', '采购要两家比价，下周定', 5],
  ['visit', '现场确认安装位置，电气柜在二层', 70],
  ['meeting', '方案评审，质量和生产都参加', 55],
  ['message', '已发 V2 方案和案例', null],
  ['note', '决策链：采购总监提，总经理批', null],
] as const;
